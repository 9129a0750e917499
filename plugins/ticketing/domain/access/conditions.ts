import type { TicketFacts } from '../facts';
import { HEAD_OF_OFFICE } from '../routing';
import { isOpen } from '../status';
import { ownUnits, type Actor } from './actor';

/** What a rule may ask of actor and ticket. Each is a pure question; lists translate them to SQL. */
export const CONDITIONS = {
  ownSkpd: (actor, ticket) => ownUnits(actor).includes(ticket.skpdCode),
  ownTicket: (actor, ticket) => actor.kind === 'portal' && ticket.requesterId === actor.id,
  assignedToMe: (actor, ticket) => actor.kind === 'staff' && ticket.assigneeId === actor.id,
  myTeam: (actor, ticket) => ticket.teamCode !== null && actor.teamCodes.includes(ticket.teamCode),
  whileNew: (_, ticket) => ticket.status === 'NEW',
  beforeResolved: (_, ticket) => isOpen(ticket.status),
  cancelRequested: (_, ticket) => ticket.isCancelRequested,
  withinWindow: (_, ticket, now) => ticket.locksAt !== null && now < ticket.locksAt,
  notLocked: (_, ticket, now) => ticket.locksAt === null || now < ticket.locksAt,
  helping: (actor, ticket) => actor.kind === 'staff' && ticket.helperIds.includes(actor.id),
  headApproves: (_, ticket) => ticket.pendingApprover === HEAD_OF_OFFICE,
  approverTeam: (actor, ticket) => ticket.pendingApprover !== null && actor.teamCodes.includes(ticket.pendingApprover),
  /** While no file is at hand, somebody's own is meant. */
  ownFile: (_, ticket) => ticket.isOwnFile !== false,
} as const satisfies Record<string, (actor: Actor, ticket: TicketFacts, now: number) => boolean>;
export type Condition = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as [Condition, ...Condition[]];
