import {
  afterQuiet,
  hatsOf,
  MINUTE_MS,
  noticesOf,
  tellingsOf,
  type Hat,
  type Telling,
  type TicketEvent,
  type TicketFacts,
} from '../../domain';
import type { TicketPayload } from '../audit/entries';
import type { Caller } from '../database/caller';
import { rowsByKey, sql } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { seated } from '../desk/people';
import { enqueue } from '../mail/queue';
import { listenersOf, type Named } from './listeners';

/** Letters to one person within an hour, and to one person on one ticket, before the next ones wait for an hour. */
const MOST_LETTERS = 40;
const MOST_ON_TICKET = 8;
/** A letter shows the beginning of long words; the ticket has all of them. */
const LONGEST_TEXT = 2000;

/** What happened to a ticket, as it stands now. */
export interface TicketNews {
  readonly number: string;
  readonly event: TicketEvent;
  readonly payload: TicketPayload;
  readonly facts: TicketFacts;
  readonly named?: readonly Named[];
}

const rowOf = ({ to, kind, why, channels }: Telling, due: number) => ({
  recipient_kind: to.kind,
  recipient_id: to.id,
  address: to.address,
  name: to.name,
  language: to.language,
  kind,
  why,
  is_listed: channels.includes('inbox'),
  is_mailed: channels.includes('mail') && to.address !== '',
  due_at: new Date(afterQuiet(due, to.preferences.quiet)).toISOString(),
});

/** A word every reader of the notice may see: of a confidential ticket none leaves the product. */
const textOf = ({ payload: { text }, facts }: TicketNews): string | null =>
  facts.isConfidential || !text ? null : text.slice(0, LONGEST_TEXT);

const dueIn = ({ payload: { facts } }: TicketNews): Date | null =>
  facts?.['dueAt'] === undefined ? null : new Date(facts['dueAt']);

/** Notices and letters in one statement; a letter that still gathers takes the new event in. */
async function write(trx: Trx, caller: Caller, news: TicketNews, rows: readonly object[]) {
  const at = new Date(caller.now);
  const hourAgo = new Date(caller.now - 60 * MINUTE_MS);
  return rowsByKey<{ id: string; in_seconds: number }>(
    trx,
    sql`with given as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as g(recipient_kind text,
        recipient_id int, address text, name text, language text, kind text, why text, is_listed boolean, is_mailed
        boolean, due_at timestamptz)),
      posted as (
        insert into letters as l (kind, recipient_kind, recipient_id, address, name, language, ticket_number, state,
          due_at, created_at)
        select 'ticket', recipient_kind, recipient_id, address, name, language, ${news.number}, 'WAITING',
          timezone('utc', due_at) + case when (select count(*) >= ${MOST_LETTERS} or count(*) filter (where
            p.ticket_number = ${news.number}) >= ${MOST_ON_TICKET} from letters p where p.recipient_kind =
            given.recipient_kind and p.recipient_id = given.recipient_id and p.created_at > ${hourAgo})
            then interval '1 hour' else interval '0' end, ${at}
        from given where is_mailed order by recipient_kind, recipient_id
        on conflict (ticket_number, recipient_kind, recipient_id) where state = 'WAITING'
          do update set address = excluded.address
        returning id, recipient_kind, recipient_id, due_at, xmax = 0 as is_new),
      told as (
        insert into notices (recipient_kind, recipient_id, ticket_number, kind, why, actor_name, status, text, due_at,
          is_listed, letter_id, created_at)
        select g.recipient_kind, g.recipient_id, ${news.number}, g.kind, g.why, ${caller.actor.name},
          ${news.facts.status}, ${textOf(news)}, ${dueIn(news)}::timestamp, g.is_listed, p.id, ${at}
        from given g left join posted p on p.recipient_kind = g.recipient_kind and p.recipient_id = g.recipient_id)
      select id, extract(epoch from due_at - ${at}::timestamp)::float8 as in_seconds from posted where is_new`,
  );
}

/**
 * Tells everybody who is to be told of a change, inside its transaction: rolled back, nobody is. The letters leave after
 * the commit.
 */
export async function tell(desk: Desk, trx: Trx, caller: Caller, news: TicketNews): Promise<void> {
  if (caller.isReplay) return;
  const isInternal = news.payload.isInternal === true;
  const kinds = noticesOf(news.event, isInternal);
  const hats: Hat[] = hatsOf(kinds);
  if (hats.length === 0) return;
  const master = await desk.masterData();
  const listeners = (await listenersOf(trx, news.number, hats, news.named ?? [])).map(({ actor, ...listener }) => ({
    ...listener,
    actor: actor && seated(actor, master, caller.now),
  }));
  const told = tellingsOf(caller.policy, { kinds, isInternal, by: caller.actor }, listeners, news.facts, caller.now);
  if (told.length === 0) return;
  const due = caller.now + (await desk.inForce()).gatherMinutes * MINUTE_MS;
  const letters = await write(
    trx,
    caller,
    news,
    told.map((telling) => rowOf(telling, due)),
  );
  await enqueue(
    desk.strapi,
    trx,
    letters.map(({ id, in_seconds }) => ({ id: Number(id), inSeconds: in_seconds })),
  );
}
