import type { Core } from '@strapi/strapi';
import { data } from './data';
import { passwords } from './passwords';
import { profile } from './profile';

/** A portal account's own affairs: password, profile, sessions, and the copy of what is held about a person. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({ ...passwords(strapi), ...profile(strapi), ...data(strapi) });
