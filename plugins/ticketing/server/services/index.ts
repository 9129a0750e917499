import type { Core } from '@strapi/strapi';
import accounts from '../accounts';
import actors from '../desk/actors';
import announcements from '../announcements/list';
import attachments from '../attachments';
import audit from '../audit/entries';
import authority from '../tickets/explain';
import calendars from '../desk/calendars';
import deadlines from '../tickets/refresh-all';
import exporting from '../exports';
import guides from '../guides';
import live from '../live';
import master from '../desk/catalogue';
import reports from '../reports/read';
import seals from '../audit/seals';
import search from '../tickets/reindex';
import settings from '../desk/settings';
import setup from '../seed/setup';
import surveys from '../surveys';
import tickets from '../tickets';

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
