import type { Core } from '@strapi/strapi';
import { MINUTE_MS } from '../../domain';
import { putInto } from '../database/queue';
import { sql, type Sql } from '../database/sql';
import type { Trx } from '../database/transaction';

export const SHORT_MESSAGES_QUEUE = 'short-messages';
/** Messages to one device within an hour, and on one ticket, before the next ones wait for an hour. */
const MOST = 40;
const MOST_ON_TICKET = 8;

/** What a job of the queue carries. */
export interface ShortMessageJob {
  readonly shortMessage: number;
}
/** Something that leaves, `inSeconds` from now. */
export interface Due {
  readonly id: number;
  readonly inSeconds: number;
}

/**
 * A message for each device of whoever is told, as parts of the statement that writes the ticket: rolled back, there is
 * none. One that still gathers tells of the new event instead. The people stand in the query `given`: `recipient_id`,
 * `name`, `language`, `kind`, `why`, `due_at`, and `is_pushed`.
 */
export function shortMessagesOf(number: string, now: number): { readonly part: Sql; readonly leaving: Sql } {
  const [at, hourAgo] = [new Date(now), new Date(now - 60 * MINUTE_MS)];
  const isBeyond = (most: number, which: Sql): Sql => sql`(select count(*) >= ${most} from (select from short_messages p
    where p.device_id = d.id and p.created_at > ${hourAgo} and ${which} limit ${most}) recent)`;
  return {
    part: sql`shortened as (
      insert into short_messages as m (channel, recipient_kind, recipient_id, name, device_id, language, ticket_number,
        kind, why, state, due_at, created_at)
      select 'push', g.recipient_kind, g.recipient_id, g.name, d.id, g.language, ${number}, g.kind, g.why, 'WAITING',
        timezone('utc', g.due_at) + case when ${isBeyond(MOST, sql`true`)} or ${isBeyond(
          MOST_ON_TICKET,
          sql`p.ticket_number = ${number}`,
        )} then interval '1 hour' else interval '0' end, ${at}
      from given g join push_devices d on d.user_id = g.recipient_id
      where g.is_pushed and g.recipient_kind = 'portal' order by d.id
      on conflict (ticket_number, device_id) where state = 'WAITING'
        do update set kind = excluded.kind, why = excluded.why
      returning id, due_at, xmax = 0 as is_new)`,
    leaving: sql`(select json_agg(json_build_object('id', id, 'inSeconds', extract(epoch from due_at
      - ${at}::timestamp)::float8)) from shortened where is_new)`,
  };
}

/** Messages to leave once this transaction is committed. */
export const enqueueShortMessages = (strapi: Core.Strapi, trx: Trx, messages: readonly Due[]): Promise<void> =>
  putInto(
    strapi,
    trx,
    SHORT_MESSAGES_QUEUE,
    messages.map(({ id, inSeconds }) => ({ data: { shortMessage: id } satisfies ShortMessageJob, inSeconds })),
  );
