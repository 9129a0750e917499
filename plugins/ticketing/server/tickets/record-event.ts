import type { Rule, TicketEvent } from '../../domain';
import type { Caller } from '../database/caller';
import type { Trx } from '../database/transaction';
import { entryOf } from '../audit/append';
import {
  asKept,
  authorOf,
  heldHistory,
  toHistory,
  type HeldEntry,
  type History,
  type TicketPayload,
} from '../audit/entries';
import { joined, listOf, rowsByKey, settingOf, sql, type Sql } from '../database/sql';
import { toFacts, type TicketKey, type TicketRow } from './rows';
import { slaColumns } from './sla-columns';
import { hatsHearing, toldOf, type TicketNews } from './tell';
import { changed, listenersOf, type ListenerRow, type Named } from './listeners';
import type { Desk } from '../desk/desk';

/** Columns of `tickets` a use case may set. */
export type Changes = Readonly<Record<string, string | number | boolean | Date | null>>;

/**
 * What the clock notes is not news of the ticket: it moves no list that is sorted by the latest change. Nor does an
 * internal note, of which requesters would learn by it.
 */
const QUIETLY: readonly TicketEvent[] = [
  'slaAtRisk',
  'slaBreach',
  'willClose',
  'download',
  'revealContact',
  'printDocument',
  'mailDocument',
  'issueDocument',
  'signDocument',
  'signDocumentFailed',
];

/** Members of staff whom the change names and the row does not: who had it before, who is about to help, who is named. */
const namedIn = (
  ticket: TicketRow,
  assigneeId: number | null,
  event: TicketEvent,
  { after, mentions = [] }: TicketPayload,
): Named[] => [
  ...(ticket.assignee_id !== null && ticket.assignee_id !== assigneeId
    ? [{ hat: 'formerAssignee' as const, id: ticket.assignee_id }]
    : []),
  ...(event === 'addHelper' ? [{ hat: 'helper' as const, id: Number(after?.['helper']) }] : []),
  ...mentions.map(({ id }) => ({ hat: 'mentioned' as const, id })),
];

/** What happened to a ticket: the event, by which role it was allowed, what its entry holds, which columns it sets. */
interface Happening {
  readonly event: TicketEvent;
  /** None where it happened by itself, or to another ticket than the one acted on. */
  readonly role?: Rule['role'] | undefined;
  readonly payload: TicketPayload;
  readonly changes?: Changes | undefined;
}

/**
 * Writes what happened to a locked ticket: its audit entry, its columns and what is told of it in one statement, with
 * deadlines derived from the history that includes it. The only place where a ticket changes.
 */
async function write(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  ticket: TicketKey,
  { event, role, payload, changes = {} }: Happening,
  { entries, last }: History,
  told: readonly Sql[],
): Promise<void> {
  const [master, { settings }] = [await desk.masterData(), await desk.inForce()];
  const written = { event, at: new Date(caller.now), actor_kind: caller.actor.kind, payload: asKept(payload) };
  const columns: Changes = {
    ...slaColumns([...entries, written], master.clock, settings, caller.now),
    ...(QUIETLY.includes(event) || payload.isInternal ? {} : { updated_at: new Date(caller.now) }),
    ...changes,
    ...(payload.to && { status: payload.to }),
  };
  const entry = { subjectType: 'ticket', subjectId: ticket.number, event, payload };
  const parts = [sql`told as (${entryOf(authorOf(caller, role), caller.now, entry, last)})`, ...told];
  await rowsByKey(
    trx,
    sql`with ${joined(parts, ', ')} update tickets set ${settingOf(columns)} where id = ${ticket.id}`,
  );
}

/** Writes what happened, and tells nobody. */
export async function recordQuietly(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  ticket: TicketKey,
  happening: Happening,
): Promise<void> {
  const [held] = await rowsByKey<{ entries: HeldEntry[] }>(
    trx,
    sql`select ${listOf(heldHistory(ticket.number))} as entries`,
  );
  await write(desk, trx, caller, ticket, happening, toHistory(held?.entries ?? []), []);
}

/** The same, and everybody who is to be told of it is. Who that is comes with the history, in one look. */
export async function recordEvent(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  ticket: TicketRow,
  happening: Happening,
): Promise<void> {
  const { event, payload, changes = {} } = happening;
  const hats = hatsHearing(caller, { event, payload });
  if (hats.length === 0) return recordQuietly(desk, trx, caller, ticket, happening);
  const assigneeId =
    changes['assignee_id'] === undefined ? ticket.assignee_id : (changes['assignee_id'] as number | null);
  const [held] = await rowsByKey<{ entries: HeldEntry[]; listeners: ListenerRow[] }>(
    trx,
    sql`select ${listOf(heldHistory(ticket.number))} as entries, ${listOf(
      listenersOf(changed(ticket.number, changes), hats, namedIn(ticket, assigneeId, event, payload)),
    )} as listeners`,
  );
  const news: TicketNews = {
    number: ticket.number,
    event,
    payload,
    facts: {
      ...toFacts(ticket),
      status: payload.to ?? ticket.status,
      assigneeId,
      isConfidential: ticket.is_confidential || changes['is_confidential'] === true,
    },
  };
  const told = await toldOf(desk, caller, news, held?.listeners ?? []);
  await write(desk, trx, caller, ticket, happening, toHistory(held?.entries ?? []), told);
}
