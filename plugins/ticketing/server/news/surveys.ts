import { DAY_MS, dayNumber, toDay, wibDay } from '../../domain';
import { systemCaller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { senderOf } from '../desk/sender';
import { ACCOUNTS, newsListeners, servedSince } from './listeners';
import { tellNews } from './tell';
import { beginToTell } from './told';

/** Whoever was served within so many days is asked by letter; a survey older than a week is no news. */
const SERVED_DAYS = 365;
const FRESH_DAYS = 7;

interface Opened {
  readonly key: string;
  readonly name: string;
  readonly token: string;
}
const opened = (now: number) => sql`
  select 'survey:' || p.token as key, p.name, p.token from survey_periods p
  where coalesce(p.is_active, true) and p.token is not null and p.starts_on <= ${wibDay(now)}::date
    and p.ends_on >= ${wibDay(now)}::date and p.starts_on > ${toDay(dayNumber(now) - FRESH_DAYS)}::date
    and not exists (select 1 from news_told t where t.key = 'survey:' || p.token)
  order by p.id limit 5`;

/** Invites to a survey whose period has begun. Answers of how many. */
export async function tellOfSurveys(desk: Desk, now: number): Promise<number> {
  const periods = await rowsOf<Opened>(connection(desk.strapi), opened(now));
  if (periods.length === 0) return 0;
  const [sender, { policy }] = [await senderOf(desk), await desk.inForce()];
  for (const { key, name, token } of periods)
    await inTransaction(desk.strapi, async (trx) => {
      if (!(await beginToTell(trx, key, name, now))) return;
      const listeners = await newsListeners(trx, [servedSince(new Date(now - SERVED_DAYS * DAY_MS)), ACCOUNTS]);
      const news = { kind: 'survey', key, subject: name, text: null, path: `/survei/${token}` } as const;
      await tellNews(desk, trx, systemCaller(policy, now), sender, news, listeners);
    });
  return periods.length;
}
