import { AHEAD_MS, DAY_MS, MINUTE_MS } from '../../domain';
import { systemCaller, type Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { senderOf } from '../desk/sender';
import { ACCOUNTS, affectedBy, heard, newsListeners, OFFICERS } from './listeners';
import { tellNews } from './tell';
import { beginToTell, endTelling } from './told';

/** Where announcements are read. */
const PAGE = '/pengumuman';
const MOST = 20;

interface Announced {
  readonly id: number;
  readonly key: string;
  readonly kind: 'DISTURBANCE' | 'MAINTENANCE';
  readonly title: string;
  readonly body: string;
}

/** Disturbances that began and maintenance that is in sight, at rest, neither over nor told. */
const newAt = (now: number, restMinutes: number) => sql`
  select n.id, 'announcement:' || n.document_id as key, n.kind, n.title, n.body from announcements n
    left join news_told t on t.key = 'announcement:' || n.document_id
  where n.kind in ('DISTURBANCE', 'MAINTENANCE') and coalesce(n.is_active, true)
    and (n.ends_at is null or n.ends_at > ${new Date(now)})
    and n.starts_at <= case n.kind when 'MAINTENANCE' then ${new Date(now + AHEAD_MS)}::timestamp
      else ${new Date(now)} end
    and n.updated_at <= ${new Date(now - restMinutes * MINUTE_MS)}
    and case when t.key is null then greatest(n.starts_at, n.updated_at) > ${new Date(now - DAY_MS)}
      else t.over_at is not null end
  order by n.id limit ${MOST}`;

/** What was told and holds no more: ended, switched off, made something else, or removed. */
const overAt = (now: number) => sql`
  select t.key, t.subject from news_told t where t.over_at is null and t.key like 'announcement:%'
    and not exists (select 1 from announcements n where 'announcement:' || n.document_id = t.key
      and n.kind in ('DISTURBANCE', 'MAINTENANCE') and coalesce(n.is_active, true)
      and (n.ends_at is null or n.ends_at > ${new Date(now)}))
  order by t.key limit ${MOST}`;

async function announce(desk: Desk, caller: Caller, { id, key, kind, title, body }: Announced): Promise<void> {
  const sender = await senderOf(desk);
  await inTransaction(desk.strapi, async (trx) => {
    if (!(await beginToTell(trx, key, title, caller.now))) return;
    const listeners = await newsListeners(trx, [affectedBy(id), OFFICERS, ACCOUNTS]);
    const news = { kind: kind === 'DISTURBANCE' ? 'disturbance' : 'maintenance', key } as const;
    await tellNews(desk, trx, caller, sender, { ...news, subject: title, text: body, path: PAGE }, listeners);
  });
}

async function sayOver(desk: Desk, caller: Caller, { key, subject }: { key: string; subject: string }): Promise<void> {
  const sender = await senderOf(desk);
  await inTransaction(desk.strapi, async (trx) => {
    if (!(await endTelling(trx, key, caller.now))) return;
    const listeners = await newsListeners(trx, [heard(key)]);
    const news = { kind: 'disturbanceOver', key: `${key}:over`, subject, text: null, path: PAGE } as const;
    await tellNews(desk, trx, caller, sender, news, listeners);
  });
}

/** Tells of disturbances and maintenance once they are announced, and once they are over. Answers of how many. */
export async function tellOfAnnouncements(desk: Desk, now: number, isStopping: () => boolean): Promise<number> {
  const { policy, gatherMinutes } = await desk.inForce();
  const caller = systemCaller(policy, now);
  const on = connection(desk.strapi);
  const begun = await rowsOf<Announced>(on, newAt(now, gatherMinutes));
  const over = await rowsOf<{ key: string; subject: string }>(on, overAt(now));
  for (const each of begun) if (!isStopping()) await announce(desk, caller, each);
  for (const each of over) if (!isStopping()) await sayOver(desk, caller, each);
  return begun.length + over.length;
}
