import type { Rule, TicketEvent } from '../../domain';
import type { Caller } from '../database/caller';
import type { Trx } from '../database/transaction';
import { entryOf } from '../audit/append';
import { asKept, authorOf, holdHistory, type TicketPayload } from '../audit/entries';
import { rowsByKey, settingOf, sql } from '../database/sql';
import { toFacts, type TicketRow } from './rows';
import { slaColumns } from './sla-columns';
import { tell } from './tell';
import type { Named } from './listeners';
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
  'download',
  'revealContact',
  'printDocument',
  'issueDocument',
];

/** Members of staff whom the change names and the row does not: who had it before, and who is about to help. */
const namedIn = (
  ticket: TicketRow,
  assigneeId: number | null,
  event: TicketEvent,
  { after }: TicketPayload,
): Named[] => [
  ...(ticket.assignee_id !== null && ticket.assignee_id !== assigneeId
    ? [{ hat: 'formerAssignee' as const, id: ticket.assignee_id }]
    : []),
  ...(event === 'addHelper' ? [{ hat: 'helper' as const, id: Number(after?.['helper']) }] : []),
];

/**
 * Writes what happened to a locked ticket: its audit entry and its columns in one statement, with deadlines derived
 * from the history that includes it. The only place where a ticket changes. Nobody is told.
 */
export async function recordQuietly(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  ticket: TicketRow,
  event: TicketEvent,
  role: Rule['role'] | undefined,
  payload: TicketPayload,
  changes: Changes = {},
): Promise<void> {
  const { entries, last } = await holdHistory(trx, ticket.number);
  const [master, { settings }] = [await desk.masterData(), await desk.inForce()];
  const written = { event, at: new Date(caller.now), actor_kind: caller.actor.kind, payload: asKept(payload) };
  const columns: Changes = {
    ...slaColumns([...entries, written], master.clock, settings, caller.now),
    ...(QUIETLY.includes(event) || payload.isInternal ? {} : { updated_at: new Date(caller.now) }),
    ...changes,
    ...(payload.to && { status: payload.to }),
  };
  const entry = { subjectType: 'ticket', subjectId: ticket.number, event, payload };
  await rowsByKey(
    trx,
    sql`with told as (${entryOf(authorOf(caller, role), caller.now, entry, last)})
      update tickets set ${settingOf(columns)} where id = ${ticket.id}`,
  );
}

/** The same, and everybody who is to be told of it is. */
export async function recordEvent(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  ticket: TicketRow,
  event: TicketEvent,
  role: Rule['role'] | undefined,
  payload: TicketPayload,
  changes: Changes = {},
): Promise<void> {
  await recordQuietly(desk, trx, caller, ticket, event, role, payload, changes);
  const assigneeId =
    changes['assignee_id'] === undefined ? ticket.assignee_id : (changes['assignee_id'] as number | null);
  await tell(desk, trx, caller, {
    number: ticket.number,
    event,
    payload,
    facts: {
      ...toFacts(ticket),
      status: payload.to ?? ticket.status,
      assigneeId,
      isConfidential: ticket.is_confidential || changes['is_confidential'] === true,
    },
    named: namedIn(ticket, assigneeId, event, payload),
  });
}
