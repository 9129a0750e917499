import type { Core } from '@strapi/strapi';
import { understandColumns } from './strapi/column-relations';
import { demandCommits } from './strapi/commits';
import { checkHooks } from './strapi/hooks';
import { keepRegister } from './strapi/portal-tokens';
import { startRecording } from './strapi/recorder';
import { demandStaffPasswords } from './strapi/staff-passwords';
import { leaveBoot } from './database/boot';
import { migrate } from './database/migrations';
import { drainOnSignal } from './strapi/drain';
import { closeRoutes } from './strapi/close-routes';
import { startChecking } from './strapi/checks/refuse';
import { stopJobs } from './jobs/boss';
import { closeReplica } from './database/replica';
import { closeQueues, openQueues } from './database/queue';
import { LETTERS_QUEUE } from './mail/queue';
import { allowedAt as pushAllowedAt } from './short-messages/allowed';
import { SHORT_MESSAGES_QUEUE } from './short-messages/outbox';
import { allowedAt } from './webhooks/deliver';
import { WEBHOOKS_QUEUE } from './webhooks/outbox';
import { deskOf } from './desk/desk';
import { closePool } from './documents/render/pool';
import { startKeepingErrors } from './operations/errors';
import { startSampling } from './operations/load';
import { startMeasuring } from './operations/metrics';
import { startLive } from './live';
import { forgotten } from './accounts/passwords';
import type { Collecting } from './operations/traces';
import { closeTracer } from './database/tracing';
import { makeSurveyTokens } from './strapi/survey-token';

/** What `bootstrap` started, to be stopped. */
let stops: readonly (() => Promise<void>)[] = [];

/** What tells a collector of requests is loaded only where there is one. */
async function traceIfAsked(strapi: Core.Strapi): Promise<void> {
  const collector = strapi.plugin('ticketing').config<Collecting | null>('traces');
  if (!collector) return;
  const { startTracing } = await import('./operations/traces.js');
  startTracing(strapi, collector, strapi.config.get('info.version', ''));
}

/**
 * Database work only, idempotent. Seeding waits for the app's own bootstrap, when Strapi has made its roles: it is
 * recorded too.
 */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  // First: our SQL reads Strapi's tables too, and PostgreSQL's words for a missing one would help nobody.
  await checkHooks(strapi, 'bootstrap');
  demandCommits(strapi);
  await migrate(strapi);
  // A mistyped list ends the start, not each message.
  for (const listed of [allowedAt, pushAllowedAt]) listed({ strapi });
  await openQueues(strapi, [LETTERS_QUEUE, WEBHOOKS_QUEUE, SHORT_MESSAGES_QUEUE]);
  drainOnSignal(strapi);
  startMeasuring(strapi);
  await traceIfAsked(strapi);
  startKeepingErrors(strapi);
  closeRoutes(strapi);
  startChecking(strapi);
  makeSurveyTokens(strapi);
  understandColumns(strapi);
  startRecording(strapi);
  keepRegister(strapi);
  demandStaffPasswords(strapi);
  stops = [startLive(deskOf(strapi)), startSampling(strapi)];
}

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await leaveBoot();
  await stopJobs();
  await forgotten.settled();
  await closeQueues(strapi);
  await Promise.all([...stops.map((stop) => stop()), closePool(), closeReplica(), closeTracer()]);
}
