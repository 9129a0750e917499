import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { leaveBoot } from '../database/boot';
import { databaseDir } from '../database/release';
import { deskOf } from '../desk/desk';
import { startJobs } from '../jobs/boss';
import { postStrapiLetters } from '../strapi/own-letters';
import { seedDemo } from './demo';
import { inviteFirstAdministrator } from './first-administrator';
import { seedIdentity } from './identity';
import { seedGuides } from './guides';
import { seedReference } from './reference';
import { seedReplies } from './replies';
import { ensureRoles } from './roles';

/**
 * What a new database needs before anyone can work: roles, the city's master data, and demo data where it was asked
 * for.
 */
export async function setUp(strapi: Core.Strapi): Promise<void> {
  const config = strapi.plugin('ticketing').config<boolean>;
  // A restored database that is only tried, or one that takes a list over: nothing happens in it by itself.
  if (config('isRehearsal') || config('isImport')) return leaveBoot();
  const seedDir = path.join(databaseDir(strapi), 'seed');
  await ensureRoles(strapi);
  await seedReference(strapi, seedDir);
  await seedIdentity(strapi, seedDir);
  await seedGuides(strapi, seedDir);
  await seedReplies(strapi, seedDir);
  if (strapi.plugin('ticketing').config<boolean>('demo')) await seedDemo(strapi, seedDir);
  await inviteFirstAdministrator(strapi);
  postStrapiLetters(strapi);
  await leaveBoot();
  // Not before: of a history that is only being lived again nothing may happen by itself.
  startJobs(deskOf(strapi));
}
