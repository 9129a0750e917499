import type { Core } from '@strapi/strapi';
import { MINUTE_MS } from '../../domain';
import { putInto, taking } from '../database/queue';
import { hidden, sql, type Sql } from '../database/sql';
import type { Trx } from '../database/transaction';

export const SHORT_MESSAGES_QUEUE = 'short-messages';
/** Messages to one device within an hour, and on one ticket, before the next ones wait for an hour. */
const MOST = 40;
const MOST_ON_TICKET = 8;

/** What a job of the queue carries. */
export interface ShortMessageJob {
  readonly shortMessage: number;
}

/** Rows of messages, and when they leave: later where somebody had enough of them. `of` compares the earlier ones (`p`). */
function insertion(number: string, now: number, channel: 'push' | 'whatsapp', of: Sql, device: Sql, from: Sql): Sql {
  const [at, hourAgo] = [new Date(now), hidden(new Date(now - 60 * MINUTE_MS), 'timestamp')];
  const isBeyond = (most: number, which: Sql): Sql => sql`(select count(*) >= ${most} from (select from short_messages p
    where ${of} and p.created_at > ${hourAgo} and ${which} limit ${most}) recent)`;
  return sql`insert into short_messages (channel, recipient_kind, recipient_id, name, device_id, language, ticket_number,
      kind, why, state, due_at, created_at)
    select ${channel}, g.recipient_kind, g.recipient_id, g.name, ${device}, g.language, ${number}, g.kind, g.why, 'WAITING',
      timezone('utc', g.due_at) + case when ${isBeyond(MOST, sql`true`)} or ${isBeyond(
        MOST_ON_TICKET,
        sql`p.ticket_number = ${hidden(number, 'text')}`,
      )} then interval '1 hour' else interval '0' end, ${at} ${from}`;
}

/**
 * A message for each device of whoever is told, and one by WhatsApp where the city and they want it, as parts of the
 * statement that writes the ticket: rolled back, there is none. One that still gathers tells of the new event instead. The
 * people stand in the query `given`: `recipient_kind`, `recipient_id`, `name`, `language`, `kind`, `why`, `due_at`,
 * `is_pushed`, `is_texted`.
 */
export function shortMessagesOf(strapi: Core.Strapi, number: string, now: number, isTexting: boolean): Sql[] {
  const pushed = insertion(
    number,
    now,
    'push',
    sql`p.device_id = d.id`,
    sql`d.id`,
    sql`from given g join push_devices d on d.user_id = g.recipient_id where g.is_pushed and g.recipient_kind = 'portal'
      order by d.id`,
  );
  const texted = insertion(
    number,
    now,
    'whatsapp',
    sql`p.channel = 'whatsapp' and p.recipient_kind = g.recipient_kind and p.recipient_id = g.recipient_id`,
    sql`null::int`,
    sql`from given g join whatsapp_numbers w on w.recipient_kind = g.recipient_kind and w.recipient_id = g.recipient_id
      where g.is_texted order by g.recipient_kind, g.recipient_id`,
  );
  const ending = sql`do update set kind = excluded.kind, why = excluded.why returning id, due_at, xmax = 0 as is_new`;
  const all = isTexting ? sql`(select * from pushed union all select * from texted) short` : sql`pushed`;
  const due = sql`select json_build_object('shortMessage', id) as data, extract(epoch from due_at
    - ${new Date(now)}::timestamp) as in_seconds from ${all} where is_new`;
  return [
    sql`pushed as (${pushed} on conflict (ticket_number, device_id) where state = 'WAITING' ${ending})`,
    ...(isTexting
      ? [
          sql`texted as (${texted} on conflict (ticket_number, recipient_kind, recipient_id) where state = 'WAITING' and
            channel = 'whatsapp' ${ending})`,
        ]
      : []),
    sql`short_messages_leave as (${taking(strapi, SHORT_MESSAGES_QUEUE, due)})`,
  ];
}

/** Messages to leave once this transaction is committed; `inSeconds` from now. */
export const enqueueShortMessages = (
  strapi: Core.Strapi,
  trx: Trx,
  messages: readonly { readonly id: number; readonly inSeconds: number }[],
): Promise<void> =>
  putInto(
    strapi,
    trx,
    SHORT_MESSAGES_QUEUE,
    messages.map(({ id, inSeconds }) => ({ data: { shortMessage: id } satisfies ShortMessageJob, inSeconds })),
  );
