import type { Core } from '@strapi/strapi';
import accounts from './accounts';
import actors from './actors';
import announcements from './announcements';
import attachments from './attachments';
import audit from './audit';
import authority from './authority';
import calendars from './calendars';
import deadlines from './deadlines';
import exporting from './exports';
import guides from './guides';
import live from './live';
import master from './master';
import reports from './reports';
import seals from './seals';
import search from './search';
import settings from './settings';
import setup from './setup';
import surveys from './surveys';
import tickets from './tickets';

const services = {
  accounts,
  actors,
  announcements,
  attachments,
  audit,
  authority,
  calendars,
  deadlines,
  exporting,
  guides,
  live,
  master,
  reports,
  seals,
  search,
  settings,
  setup,
  surveys,
  tickets,
};
export default services;

type Services = { [K in keyof typeof services]: ReturnType<(typeof services)[K]> };
/** The typed way to a service. Nothing else calls strapi.plugin('ticketing').service(). */
export const service = <K extends keyof Services>(strapi: Core.Strapi, name: K): Services[K] =>
  strapi.plugin('ticketing').service<Services[K]>(name);
