import { removeStray } from '../attachments/stray';
import { sealEndedDays } from '../audit/seals';
import { wibDay, type JobName } from '../../domain';
import { proveFactsDaily } from '../reports/prove';
import { sumStretches } from '../reports/sums';
import { forgetOldBundles, makeBundles } from '../documents/bundles/make';
import { makeScheduled } from '../exports/schedules/make';
import { runIfDue } from '../operations/runs';
import { tellDue } from '../tickets/due';
import { forgetKeys } from '../tickets/once';
import { refreshAll } from '../tickets/refresh-all';
import { makeMissing, makeStale } from '../tickets/reindex';
import type { Desk } from '../desk/desk';
import { forgetQuarantined } from '../inbound-mail/quarantine';
import { readInbox } from '../inbound-mail/read';
import { forgetFiles } from '../mail/files';
import { tellOfAnnouncements } from '../news/announcements';
import { tellOfSurveys } from '../news/surveys';
import { sendDigests } from '../notifications/digests';
import { recoverLetters } from '../notifications/recover';
import { forgetShortMessages, recoverShortMessages } from '../notifications/short-ledger';
import { forgetDeliveries, recoverDeliveries } from '../webhooks/ledger';
import { forgetFormerSecrets } from '../webhooks/secrets';

/**
 * Something done by itself. It runs at boot and on its schedule, on whichever instance is first; it must bear being
 * run twice at once.
 */
export interface Job {
  readonly name: JobName;
  /** Cron, in UTC. */
  readonly schedule: string;
  /** After so long a run counts as lost; a quarter of an hour where nothing is said. */
  readonly mostSeconds?: number;
  /**
   * Asks `isStopping` between two pieces of work, and leaves the rest for another time. `isAsked` where a person wants it,
   * whether or not its turn has come.
   */
  readonly run: (desk: Desk, isStopping: () => boolean, isAsked: boolean) => Promise<unknown>;
}

export const EVERY_MINUTE = '* * * * *';
const EVERY_FIVE_MINUTES = '*/5 * * * *';
const EVERY_TEN_MINUTES = '*/10 * * * *';
/** A backup of millions of rows takes its time. */
const LONG_SECONDS = 4 * 3600;
/** At 02.20 WIB. */
const EVERY_NIGHT = '20 19 * * *';

/** What happens by itself, all of it. */
export const JOBS: readonly Job[] = [
  {
    name: 'backup',
    schedule: EVERY_TEN_MINUTES,
    mostSeconds: LONG_SECONDS,
    run: (desk, isStopping, isAsked) => runIfDue(desk, 'backup', Date.now(), isStopping, isAsked),
  },
  {
    name: 'rehearsal',
    schedule: EVERY_TEN_MINUTES,
    mostSeconds: LONG_SECONDS,
    run: (desk, isStopping, isAsked) => runIfDue(desk, 'rehearsal', Date.now(), isStopping, isAsked),
  },
  {
    name: 'seals',
    schedule: EVERY_FIVE_MINUTES,
    run: (desk) => sealEndedDays(desk.strapi, Date.now()),
  },
  {
    name: 'search',
    schedule: EVERY_FIVE_MINUTES,
    run: (desk, isStopping) => makeStale(desk, isStopping),
  },
  {
    name: 'search-missing',
    schedule: EVERY_NIGHT,
    run: (desk, isStopping) => makeMissing(desk, isStopping),
  },
  {
    name: 'keys',
    schedule: EVERY_NIGHT,
    run: async (desk) => {
      await forgetKeys(desk, Date.now());
      await forgetDeliveries(desk, Date.now());
      await forgetShortMessages(desk, Date.now());
      await forgetFiles(desk.strapi, Date.now());
      await forgetFormerSecrets(desk, Date.now());
      await forgetQuarantined(desk, Date.now());
    },
  },
  {
    name: 'facts',
    schedule: EVERY_NIGHT,
    run: (desk, isStopping) => proveFactsDaily(desk, Date.now(), isStopping),
  },
  {
    name: 'sums',
    schedule: EVERY_MINUTE,
    run: (desk, isStopping) => sumStretches(desk, wibDay(Date.now()), isStopping),
  },
  {
    name: 'bundles',
    schedule: EVERY_MINUTE,
    run: (desk, isStopping) => makeBundles(desk, Date.now, isStopping),
  },
  {
    name: 'scheduled-reports',
    schedule: EVERY_MINUTE,
    run: (desk, isStopping) => makeScheduled(desk, Date.now, isStopping),
  },
  {
    name: 'old-bundles',
    schedule: EVERY_NIGHT,
    run: (desk) => forgetOldBundles(desk, Date.now()),
  },
  {
    name: 'stray-files',
    schedule: EVERY_NIGHT,
    run: (desk) => removeStray(desk, Date.now()),
  },
  {
    name: 'moments',
    schedule: EVERY_MINUTE,
    run: (desk, isStopping) => tellDue(desk, Date.now, isStopping),
  },
  {
    name: 'deadlines',
    schedule: EVERY_MINUTE,
    run: (desk, isStopping) => refreshAll(desk, Date.now, isStopping),
  },
  {
    name: 'announcements',
    schedule: EVERY_MINUTE,
    run: (desk, isStopping) => tellOfAnnouncements(desk, Date.now(), isStopping),
  },
  {
    name: 'surveys',
    schedule: EVERY_TEN_MINUTES,
    run: (desk) => tellOfSurveys(desk, Date.now()),
  },
  {
    name: 'digests',
    schedule: EVERY_TEN_MINUTES,
    run: (desk, isStopping) => sendDigests(desk, Date.now(), isStopping),
  },
  {
    name: 'lost-letters',
    schedule: EVERY_MINUTE,
    run: async (desk) => {
      await recoverLetters(desk);
      await recoverShortMessages(desk);
      await recoverDeliveries(desk);
    },
  },
  {
    name: 'inbound-mail',
    schedule: EVERY_MINUTE,
    run: (desk, isStopping) => readInbox(desk, Date.now, isStopping),
  },
];
