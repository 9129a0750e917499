import { advance, isOpen, obstacleTo, Refusal, transitionOf, type Action, type Rule, type Status } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { inTransaction, type Trx } from '../database/transaction';
import type { TicketPayload } from '../audit/entries';
import { EFFECTS } from './actions';
import type { ActionContext, Effect } from './actions/effect';
import { holdLinks } from './ticket-links';
import { mentioned } from './mentions';
import { once } from './once';
import { recordEvent, recordQuietly } from './record-event';
import { lockTicket, toFacts, type TicketRow } from './rows';
import type { Desk } from '../desk/desk';

/** Somebody else was faster: say who, so that the loser need not ask around. */
function withWinner(error: unknown, ticket: TicketRow, action: Action): unknown {
  if (
    !(error instanceof Refusal) ||
    error.code !== 'wrongStatus' ||
    !['claim', 'verify'].includes(action) ||
    !ticket.assignee_name ||
    !isOpen(ticket.status)
  )
    return error;
  return new Refusal('wrongStatus', { ...error.details, assignee: ticket.assignee_name });
}

/** People know a team by its name. */
async function withApproversTeam(desk: Desk, error: unknown): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== 'awaitingApproval') return error;
  const team = (await desk.masterData()).teams.get(String(error.details['approver']));
  return team ? new Refusal('awaitingApproval', { ...error.details, team: team.name }) : error;
}

const columnsBefore = (ticket: TicketRow, columns: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column, (ticket as unknown as Record<string, unknown>)[column] ?? null]));

const payloadOf = (
  from: Status,
  to: Status,
  ticket: TicketRow,
  { changes = {}, facts = {}, text, isInternal, after = {} }: Effect,
): TicketPayload => ({
  from,
  to,
  ...(text && { text }),
  ...(isInternal && { isInternal }),
  ...(Object.keys(facts).length > 0 && { facts }),
  before: columnsBefore(ticket, Object.keys(changes)),
  after: { ...changes, ...after },
});

/** Writes one action on a locked ticket and what follows from it. */
async function carryOut(
  context: ActionContext,
  action: Action,
  to: Status,
  role: Rule['role'] | undefined,
  more: Readonly<Record<string, unknown>> = {},
  mentions?: readonly number[],
): Promise<void> {
  const { desk, trx, caller, ticket } = context;
  const effect = await EFFECTS[action](context);
  const payload = {
    ...payloadOf(ticket.status, to, ticket, { ...effect, after: { ...effect.after, ...more } }),
    ...(await mentioned(desk, trx, caller, ticket, effect, mentions)),
  };
  await recordEvent(desk, trx, caller, ticket, { event: action, role, payload, changes: effect.changes });
  await effect.afterwards?.();
}

/** What the action implies: an entry of its own, of which the action itself tells enough. The ticket as it then is. */
async function carryOutImplied(
  { desk, trx, caller, ticket }: ActionContext,
  action: Action,
  role: Rule['role'],
): Promise<TicketRow> {
  const implied = transitionOf(action).via?.[ticket.status];
  if (!implied) return ticket;
  const to = transitionOf(implied).moves[ticket.status] ?? ticket.status;
  await recordQuietly(desk, trx, caller, ticket, {
    event: implied,
    role,
    payload: payloadOf(ticket.status, to, ticket, {}),
  });
  return lockTicket(trx, ticket.number);
}

/** A claim that is already mine is a double click, not a conflict. */
const isRepeatedClaim = (ticket: TicketRow, caller: Caller, action: Action): boolean =>
  action === 'claim' &&
  caller.actor.kind === 'staff' &&
  ticket.assignee_id === caller.actor.id &&
  transitionOf('claim').moves[ticket.status] !== undefined;

/** Actions that reach beyond their own ticket. */
const REACHING: Partial<Record<Action, 'alone' | 'together'>> = {
  link: 'alone',
  unlink: 'alone',
  reject: 'alone',
  resolve: 'together',
  recategorize: 'together',
};

/** Carries out one action inside a transaction of whoever calls. Answers with the ticket's number. */
export async function actInside(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  { number, action, mentions, ...given }: Parsed<'actOnTicket'>,
): Promise<string> {
  const reach = REACHING[action];
  if (reach) await holdLinks(trx, reach);
  const ticket = await lockTicket(trx, number);
  if (isRepeatedClaim(ticket, caller, action)) return number;
  try {
    const { to, rule } = advance(caller.policy, toFacts(ticket), action, caller.actor, given, caller.now);
    const context = { desk, trx, caller, ticket, given };
    const then = { ...context, ticket: await carryOutImplied(context, action, rule.role) };
    await carryOut(then, action, to, rule.role, {}, mentions);
    return number;
  } catch (error) {
    throw await withApproversTeam(desk, withWinner(error, ticket, action));
  }
}

/** Carries out one action: lock, ask the domain, write, append. Refuses with `wrongStatus` when it lost the race. */
export const act = (desk: Desk, caller: Caller, request: Parsed<'actOnTicket'>): Promise<string> =>
  inTransaction(desk.strapi, (trx: Trx) =>
    once(trx, caller, 'actOnTicket', request, () => actInside(desk, trx, caller, request)),
  );

/**
 * Actions the system carries out by itself, on a ticket its caller has locked; the table decides, and no authority is
 * asked.
 */
export async function actByItself(
  context: ActionContext,
  action: 'remind' | 'closeUnanswered' | 'release' | 'removeHelper',
  more?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const facts = toFacts(context.ticket);
  const to = transitionOf(action).moves[context.ticket.status];
  const obstacle = obstacleTo(facts, action, context.caller.now);
  if (obstacle) throw new Refusal(obstacle.code, obstacle.details);
  if (!to) throw new Refusal('wrongStatus', { action, status: context.ticket.status });
  await carryOut(context, action, to, undefined, more);
}
