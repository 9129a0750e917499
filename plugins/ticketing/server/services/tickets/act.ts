import type { Core } from '@strapi/strapi';
import { advance, isOpen, transitionOf, Refusal, words, type Action, type Status } from '../../../domain';
import type { Parsed } from '../../../domain/contract';
import type { Caller } from '../../caller';
import { inTransaction, type Trx } from '../../database';
import { policyInForce } from '../../policy';
import { service } from '..';
import type { TicketPayload } from '../audit';
import { record, type Changes } from './record';
import { lockTicket, toFacts, type TicketRow } from './rows';

type Given = Omit<Parsed<'actOnTicket'>, 'number' | 'action'>;
type Facts = Readonly<Record<string, string>>;
interface Effect { readonly changes: Changes; readonly facts?: Facts; readonly text?: string | undefined }

/** Somebody else was faster: say who, so that the loser need not ask around. */
function withWinner(error: unknown, ticket: TicketRow, action: Action): unknown {
  if (!(error instanceof Refusal) || error.code !== 'wrongStatus' || !['claim', 'verify'].includes(action) || !ticket.assignee_name || !isOpen(ticket.status)) return error;
  return new Refusal('wrongStatus', { ...error.details, assignee: ticket.assignee_name });
}

async function chooseAssignee(strapi: Core.Strapi, id: number) {
  const assignee = await service(strapi, 'actors').staff(id).catch(() => null);
  if (!assignee?.roles.some((role) => role === 'OFFICER' || role === 'COORDINATOR')) throw new Refusal('unknownAssignee', { assignee: id });
  return assignee;
}

async function chooseTeam(strapi: Core.Strapi, code: string) {
  const team = (await service(strapi, 'master').load()).teams.get(code);
  if (!team?.isActive) throw new Refusal('unknownTeam', { team: code });
  return team;
}

/** What each action changes beyond the status; the lifecycle has already said it may. */
async function effectOf(strapi: Core.Strapi, caller: Caller, ticket: TicketRow, action: Action, given: Given): Promise<Effect> {
  const at = new Date(caller.now);
  const priority: { changes: Changes; facts: Facts } = given.priority && given.priority !== ticket.priority
    ? { changes: { priority: given.priority }, facts: { priority: words('id').priority[given.priority], previousPriority: words('id').priority[ticket.priority] } }
    : { changes: {}, facts: {} };
  const team = given.team ? await chooseTeam(strapi, given.team) : null;
  const moved: { changes: Changes; facts: Facts } = team && team.code !== ticket.team_code ? { changes: { team_id: team.id }, facts: { team: team.name } } : { changes: {}, facts: {} };
  const verified: Changes = ticket.verified_at ? {} : { verified_at: at };
  switch (action) {
    case 'verify':
    case 'claim':
      return { changes: { assignee_id: caller.actor.id, ...verified, ...priority.changes, ...moved.changes }, facts: { assignee: caller.actor.name, ...priority.facts, ...moved.facts } };
    case 'assign': {
      const assignee = await chooseAssignee(strapi, given.assignee ?? 0);
      return { changes: { assignee_id: assignee.id, ...verified, ...priority.changes, ...moved.changes }, facts: { assignee: assignee.name, ...priority.facts, ...moved.facts }, text: given.reason };
    }
    case 'setPriority': return { ...priority, text: given.reason };
    case 'askRequester': return { changes: {}, text: given.question };
    case 'waitThirdParty': return { changes: {}, facts: { party: given.party ?? '' }, text: given.reason };
    case 'resolve': return {
      changes: { resolution_summary: given.resolutionSummary ?? null, work_done: given.workDone ?? null, effort_minutes: given.effortMinutes ?? ticket.effort_minutes, rating: null, rating_comment: null },
      facts: { ...(given.workDone && { workDone: given.workDone }), ...(given.effortMinutes !== undefined && { effortMinutes: String(given.effortMinutes) }) },
      text: given.resolutionSummary,
    };
    case 'requestCancel': return { changes: { cancel_requested_at: at }, text: given.reason };
    case 'cancel': return { changes: { cancel_requested_at: null }, text: given.reason };
    case 'reopen': return { changes: { reopen_count: ticket.reopen_count + 1, rating: null, rating_comment: null }, text: given.reason };
    case 'restore': return { changes: { assignee_id: null, cancel_requested_at: null }, text: given.reason };
    case 'rate': return { changes: { rating: given.rating ?? null, rating_comment: given.ratingComment ?? null }, facts: { rating: String(given.rating) }, text: given.ratingComment };
    case 'resume':
    case 'reject': return { changes: {}, text: given.reason };
  }
}

const columnsBefore = (ticket: TicketRow, changes: Changes): Record<string, unknown> =>
  Object.fromEntries(Object.keys(changes).map((column) => [column, (ticket as unknown as Record<string, unknown>)[column] ?? null]));

const payloadOf = (from: Status, to: Status, ticket: TicketRow, { changes, facts, text }: Effect): TicketPayload =>
  ({ from, to, ...(text && { text }), ...(facts && Object.keys(facts).length > 0 && { facts }), before: columnsBefore(ticket, changes), after: changes });

/** A claim that is already mine is a double click, not a conflict. */
const isRepeatedClaim = (ticket: TicketRow, caller: Caller, action: Action): boolean =>
  action === 'claim' && caller.actor.kind === 'staff' && ticket.assignee_id === caller.actor.id && transitionOf('claim').moves[ticket.status] !== undefined;

/** Carries out one action: lock, ask the domain, write, append. Refuses with `wrongStatus` when it lost the race. */
export const act = (strapi: Core.Strapi) => (caller: Caller, { number, action, ...given }: Parsed<'actOnTicket'>): Promise<void> =>
  inTransaction(strapi, async (trx: Trx) => {
    const ticket = await lockTicket(trx, number);
    if (isRepeatedClaim(ticket, caller, action)) return;
    try {
      const { to, rule } = advance(policyInForce(), toFacts(ticket), action, caller.actor, given, caller.now);
      const effect = await effectOf(strapi, caller, ticket, action, given);
      await record(strapi, trx, caller, ticket, action, rule.role, payloadOf(ticket.status, to, ticket, effect), effect.changes);
    } catch (error) {
      throw withWinner(error, ticket, action);
    }
  });
