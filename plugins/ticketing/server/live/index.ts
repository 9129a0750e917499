import { PassThrough, type Readable } from 'node:stream';
import { mayReceive, Refusal, type LiveEvent, type TicketEvent } from '../../domain';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { TICKET_COLUMNS, TICKET_FROM, toFacts, type TicketRow } from '../tickets/rows';
import type { Desk } from '../desk/desk';
import { listen } from './listener';
import { message, Watchers, type Watcher } from './watchers';
import { rowsOf, sql, type Sql } from '../database/sql';

/** What the database says of a ticket, before anybody was asked who may hear it. `at` in epoch ms. */
interface News {
  readonly number: string;
  readonly event: TicketEvent;
  readonly at: number;
  readonly isInternal: boolean;
}

const CHANNEL = 'ticketing';
/** News of one moment share one look at their tickets. */
const GATHER_MS = 50;
const HEARTBEAT_MS = 25_000;
/** Entries of several transactions become visible a little out of order. */
const OVERLAP_MS = 5000;
/** Whoever was away longer, or missed more, starts afresh. */
const LONGEST_AWAY_MS = 15 * 60_000;
const MOST_MISSED = 200;
/** Browsers come back this soon after a lost line. */
const RETRY_MS = 5000;

const missedSince = (since: number): Sql => sql`
  select subject_id as number, event, (extract(epoch from at) * 1000)::float8 as at, coalesce((payload ->>
    'isInternal')::boolean, false) as "isInternal"
  from audit_entries where at >= ${new Date(since - OVERLAP_MS)} and subject_type = 'ticket' order by at, id limit
    ${MOST_MISSED + 1}`;

/** Everyone whose page is open through this process. */
const watchers = new Watchers();
let gathered: News[] = [];
let timer: NodeJS.Timeout | undefined;

/** Tells each watcher what the policy lets them hear of the tickets as they are now. */
async function deliver(desk: Desk, news: readonly News[], to: readonly Watcher[]): Promise<void> {
  if (to.length === 0 || news.length === 0) return;
  const numbers = [...new Set(news.map(({ number }) => number))];
  const rows = await rowsOf<TicketRow>(
    connection(desk.strapi),
    sql`select ${TICKET_COLUMNS} ${TICKET_FROM} where t.number = any(${numbers})`,
  );
  const tickets = new Map(
    rows.map((row) => [
      row.number,
      { facts: toFacts(row), status: row.status, updatedAt: row.updated_at.toISOString() },
    ]),
  );
  const [{ policy }, now] = [await desk.inForce(), Date.now()];
  for (const each of news) {
    const ticket = tickets.get(each.number);
    if (!ticket) continue;
    const told: LiveEvent = {
      number: each.number,
      event: each.event,
      status: ticket.status,
      updatedAt: ticket.updatedAt,
    };
    const text = message('ticket', told, each.at);
    for (const watcher of to)
      if (mayReceive(policy, watcher.actor, ticket.facts, each, now)) watchers.write(watcher, text);
  }
}

function flush(desk: Desk): void {
  timer = undefined;
  const news = gathered;
  gathered = [];
  deliver(desk, news, watchers.list).catch((error: unknown) => {
    desk.strapi.log.warn(`live: news could not be told: ${error instanceof Error ? error.message : String(error)}`);
    watchers.tell(message('reset', {}));
  });
}
/** Somebody whose roles, unit or session changed: see `database/sql/075-account-events.sql`. */
interface Changed {
  readonly account: 'staff' | 'portal';
  readonly id: number;
}

/** Somebody was told something: see `database/sql/110-notices.sql`. */
interface Told {
  readonly notice: 'staff' | 'portal';
  readonly id: number;
}

function hear(desk: Desk, payload: string): void {
  if (watchers.list.length === 0) return;
  const said = JSON.parse(payload) as News | Changed | Told;
  if ('account' in said) return watchers.leave({ kind: said.account, id: said.id });
  // Whoever is told asks for their notices themselves: the line says that there is one, and no word of it.
  if ('notice' in said) return watchers.tellPerson({ kind: said.notice, id: said.id }, message('notice', {}));
  gathered.push(said);
  timer ??= setTimeout(() => flush(desk), GATHER_MS).unref();
}

async function catchUp(desk: Desk, watcher: Watcher, since: number, now: number): Promise<void> {
  const missed = now - since > LONGEST_AWAY_MS ? null : await rowsOf<News>(connection(desk.strapi), missedSince(since));
  if (!missed || missed.length > MOST_MISSED) watchers.write(watcher, message('reset', {}));
  else await deliver(desk, missed, [watcher]);
}

/**
 * Everything this caller may hear of from now on, or from `since` (epoch ms). Ends when the session does, or when
 * nobody reads.
 */
export async function openEvents(
  desk: Desk,
  { actor, now }: Caller,
  since: number | null,
  isWelcome: () => Promise<boolean>,
): Promise<Readable> {
  if (!watchers.hasRoomFor(actor)) throw new Refusal('tooManyRequests', { seconds: 60 });
  const watcher: Watcher = { actor, stream: new PassThrough(), isWelcome };
  watchers.add(watcher);
  watchers.write(watcher, `retry: ${RETRY_MS}\n\n`);
  if (since !== null)
    await catchUp(desk, watcher, Math.min(since, now), now).catch((error: unknown) => {
      watcher.stream.destroy();
      throw error;
    });
  return watcher.stream;
}

/** Begins to listen, once per instance. Answers with what stops it. */
export function startLive(desk: Desk): () => Promise<void> {
  const stopListening = listen(desk.strapi, CHANNEL, {
    hear: (payload) => hear(desk, payload),
    missed: () => watchers.tell(message('reset', {})),
  });
  let isBeating = false;
  const heartbeat = setInterval(() => {
    if (isBeating) return;
    isBeating = true;
    void watchers.beat().finally(() => {
      isBeating = false;
    });
  }, HEARTBEAT_MS).unref();
  return async () => {
    clearInterval(heartbeat);
    clearTimeout(timer);
    watchers.close();
    await stopListening();
  };
}
