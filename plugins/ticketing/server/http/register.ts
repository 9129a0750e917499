import type { Core } from '@strapi/strapi';
import { guardMedia } from './media';
import { boundBodies } from './parser';
import { guardSignIns } from './sign-in-guard';
import { answerForgottenStaff } from './staff-forgotten';
import { boundInvitations } from './staff-invitations';
import { serveOperators } from './operators';
import { prepareReception } from './receive';
import { takeOverDoors } from './strapi-doors';
import { enterBoot } from '../database/boot';
import { checkHooks } from '../strapi/hooks';

/** What must be there before routes are made: our answers at Strapi's doors, and what whoever runs us asks for. */
export async function register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await checkHooks(strapi, 'register');
  await enterBoot(strapi);
  takeOverDoors(strapi);
  boundBodies(strapi);
  guardMedia(strapi);
  guardSignIns(strapi);
  answerForgottenStaff(strapi);
  boundInvitations(strapi);
  await prepareReception(strapi);
  serveOperators(strapi);
}
