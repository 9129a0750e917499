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
import { hidden, sql, type Sql } from '../database/sql';
import type { Desk } from '../desk/desk';
import { seated } from '../desk/people';
import { takingLetters } from '../mail/queue';
import { shortMessagesOf } from '../short-messages/outbox';
import { messagesOf } from '../webhooks/outbox';
import { toListener, type ListenerRow } from './listeners';

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
  is_pushed: channels.includes('push'),
  is_texted: channels.includes('whatsapp'),
  due_at: new Date(afterQuiet(due, to.preferences.quiet)).toISOString(),
});

/** A word every reader of the notice may see: of a confidential ticket none leaves the product. */
const textOf = ({ payload: { text }, facts }: TicketNews): string | null =>
  facts.isConfidential || !text ? null : text.slice(0, LONGEST_TEXT);

const dateOf = (said: string | undefined): Date | null => (said === undefined ? null : new Date(said));
/** The deadline an event is about. */
const dueIn = ({ payload: { facts } }: TicketNews): Date | null => dateOf(facts?.['dueAt'] ?? facts?.['closesAt']);

/** Notices, letters and short messages; a letter that still gathers takes the new event in. */
function noticesTo(
  { strapi }: Desk,
  caller: Caller,
  news: TicketNews,
  rows: readonly object[],
  isTexting: boolean,
): Sql[] {
  const at = new Date(caller.now);
  const hourAgo = hidden(new Date(caller.now - 60 * MINUTE_MS), 'timestamp');
  // Counted no further than it matters: on a busy morning one person has hundreds.
  const isBeyond = (most: number, which: Sql): Sql => sql`(select count(*) >= ${most} from (select from letters p where
    p.recipient_kind = given.recipient_kind and p.recipient_id = given.recipient_id and p.created_at > ${hourAgo} and
    ${which} limit ${most}) recent)`;
  return [
    sql`given as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as g(recipient_kind text,
        recipient_id int, address text, name text, language text, kind text, why text, is_listed boolean, is_mailed
        boolean, is_pushed boolean, is_texted boolean, due_at timestamptz))`,
    sql`posted as (
        insert into letters as l (kind, recipient_kind, recipient_id, address, name, language, ticket_number, state,
          due_at, created_at)
        select 'ticket', recipient_kind, recipient_id, address, name, language, ${news.number}, 'WAITING',
          timezone('utc', due_at) + case when ${isBeyond(MOST_LETTERS, sql`true`)} or ${isBeyond(
            MOST_ON_TICKET,
            sql`p.ticket_number = ${hidden(news.number, 'text')}`,
          )} then interval '1 hour' else interval '0' end, ${at}
        from given where is_mailed order by recipient_kind, recipient_id
        on conflict (ticket_number, recipient_kind, recipient_id) where state = 'WAITING'
          do update set address = excluded.address
        returning id, recipient_kind, recipient_id, due_at, xmax = 0 as is_new)`,
    sql`noticed as (
        insert into notices (recipient_kind, recipient_id, ticket_number, kind, why, actor_name, status, text, due_at,
          is_listed, letter_id, created_at)
        select g.recipient_kind, g.recipient_id, ${news.number}, g.kind, g.why, ${caller.actor.name},
          ${news.facts.status}, ${textOf(news)}, ${dueIn(news)}::timestamp, g.is_listed, p.id, ${at}
        from given g left join posted p on p.recipient_kind = g.recipient_kind and p.recipient_id = g.recipient_id)`,
    sql`letters_leave as (${takingLetters(
      strapi,
      sql`select id, extract(epoch from due_at - ${at}::timestamp) as in_seconds from posted where is_new`,
    )})`,
    ...shortMessagesOf(strapi, news.number, caller.now, isTexting),
  ];
}

const kindsOf = ({ event, payload: { isInternal, mentions } }: Pick<TicketNews, 'event' | 'payload'>) =>
  noticesOf(event, isInternal === true, mentions !== undefined);

/** Who is asked for when this happens: the hats of all who hear of it. Of a history that is replayed nobody does. */
export const hatsHearing = ({ isReplay }: Caller, { event, payload }: Pick<TicketNews, 'event' | 'payload'>): Hat[] =>
  isReplay ? [] : hatsOf(kindsOf({ event, payload }));

/** What people are told; nothing where nobody is. */
async function toPeople(
  desk: Desk,
  caller: Caller,
  news: TicketNews,
  listeners: readonly ListenerRow[],
): Promise<Sql[]> {
  const isInternal = news.payload.isInternal === true;
  const kinds = kindsOf(news);
  const master = await desk.masterData();
  const there = listeners.map(toListener).map(({ actor, ...listener }) => ({
    ...listener,
    actor: actor && seated(actor, master, caller.now),
  }));
  const told = tellingsOf(caller.policy, { kinds, isInternal, by: caller.actor }, there, news.facts, caller.now);
  if (told.length === 0) return [];
  const { gatherMinutes, whatsApp } = await desk.inForce();
  const due = caller.now + gatherMinutes * MINUTE_MS;
  return noticesTo(
    desk,
    caller,
    news,
    told.map((telling) => rowOf(telling, due)),
    whatsApp.isOn,
  );
}

/**
 * What everybody is told who is to be told of a change, people and other systems, as parts of the statement that writes
 * it, named queries: rolled back, nobody is told. What leaves is in its queue once the change is committed.
 */
export async function toldOf(
  desk: Desk,
  caller: Caller,
  news: TicketNews,
  listeners: readonly ListenerRow[],
): Promise<Sql[]> {
  const people = await toPeople(desk, caller, news, listeners);
  return caller.isReplay ? people : [...people, ...messagesOf(desk, caller.now, news)];
}
