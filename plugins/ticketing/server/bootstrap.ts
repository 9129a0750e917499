import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { understandColumns } from './strapi/column-relations';
import { checkHooks } from './strapi/hooks';
import { keepRegister } from './strapi/portal-tokens';
import { startRecording } from './strapi/recorder';
import { demandStaffPasswords } from './strapi/staff-passwords';
import { connection } from './database/transaction';
import { closeRoutes } from './strapi/close-routes';
import { startChecking } from './strapi/checks/refuse';
import { stopJobs } from './jobs/boss';
import { startIndexing } from './jobs/indexing';
import { startSealing } from './jobs/sealing';
import { closeQueue, openQueue } from './mail/queue';
import { deskOf } from './desk/desk';
import { closePool } from './documents/render/pool';
import { startLive } from './live';
import { forgotten } from './accounts/passwords';
import { lockGlobal } from './database/locks';
import { makeSurveyTokens } from './strapi/survey-token';

/** Where `database/` stands beside the app. */
export const databaseDir = (strapi: Core.Strapi): string => path.join(strapi.dirs.app.root, '..', 'database');

/** What must be enforced below Strapi. Several instances may boot at once: one runs it, the others wait. */
async function runSql(strapi: Core.Strapi): Promise<void> {
  const dir = path.join(databaseDir(strapi), 'sql');
  const files = (await fs.readdir(dir)).filter((name) => name.endsWith('.sql')).sort();
  await connection(strapi).transaction(async (trx) => {
    await lockGlobal(trx, 'boot');
    for (const file of files) await trx.raw(await fs.readFile(path.join(dir, file), 'utf8'));
  });
}

/** What `bootstrap` started, to be stopped. */
let stops: readonly (() => Promise<void>)[] = [];

/**
 * Database work only, idempotent. Seeding waits for the app's own bootstrap, when Strapi has made its roles: it is
 * recorded too.
 */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  // First: our SQL reads Strapi's tables too, and PostgreSQL's words for a missing one would help nobody.
  await checkHooks(strapi, 'bootstrap');
  await runSql(strapi);
  await openQueue(strapi);
  closeRoutes(strapi);
  startChecking(strapi);
  makeSurveyTokens(strapi);
  understandColumns(strapi);
  startRecording(strapi);
  keepRegister(strapi);
  demandStaffPasswords(strapi);
  const desk = deskOf(strapi);
  stops = [startSealing(desk), startIndexing(desk), startLive(desk)];
}

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await stopJobs();
  await forgotten.settled();
  await closeQueue(strapi);
  await Promise.all([...stops.map((stop) => stop()), closePool()]);
}
