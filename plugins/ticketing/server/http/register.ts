import type { Core } from '@strapi/strapi';
import { guardMedia } from './media';
import { boundBodies } from './parser';
import { guardSignIns } from './sign-in-guard';
import { answerForgottenStaff } from './staff-forgotten';
import { boundInvitations } from './staff-invitations';
import { prepareReception } from './receive';
import { takeOverDoors } from './strapi-doors';
import { enterBoot } from '../database/migrations';
import { connection } from '../database/transaction';
import { run, sql } from '../database/sql';
import { checkHooks } from '../strapi/hooks';

/**
 * What must be there before routes are made: our answers at Strapi's doors, and `GET /healthz`, which says 200 when
 * ready or 503 with the failing part named. It is open to all and tells nothing else.
 */
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
  strapi.server.routes([
    {
      method: 'GET',
      path: '/healthz',
      config: { auth: false },
      handler: async (ctx: { status: number; body: unknown }) => {
        const isUp = await Promise.race([
          run(connection(strapi), sql`select 1`).then(
            () => true,
            () => false,
          ),
          new Promise<boolean>((resolve) => {
            setTimeout(() => resolve(false), 2000).unref();
          }),
        ]);
        ctx.status = isUp ? 200 : 503;
        ctx.body = isUp ? { status: 'ok' } : { status: 'unavailable', failing: 'database' };
      },
    },
  ]);
}
