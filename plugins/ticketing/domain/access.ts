import { Refusal } from './refusal';
import type { TicketFacts } from './ticket';

/** The four actors of the city's requirements, and the coordinator: an officer with a wider bundle of permissions. */
export const ROLES = ['REQUESTER', 'OFFICER', 'COORDINATOR', 'ADMIN', 'LEADER'] as const;
export type Role = (typeof ROLES)[number];

/** Whoever asks. One person may wear several hats; the rule that decides names the one that acted. */
export interface Actor {
  readonly kind: 'portal' | 'staff' | 'system' | 'visitor';
  readonly id: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly skpdCode: string | null;
  readonly teamCodes: readonly string[];
}

/** Somebody without a session, at an endpoint that is open to all. */
export const VISITOR: Actor = { kind: 'visitor', id: 0, name: 'Pengunjung', roles: [], skpdCode: null, teamCodes: [] };

export const PERMISSIONS = [
  'catalog:read',
  'profile:read',
  'officer:list',
  'account:manage',
  'account:invite',
  'guide:read',
  'guide:rate',
  'guide:readRatings',
  'announcement:read',
  'ticket:read',
  'ticket:readConfidential',
  'ticket:readInternal',
  'ticket:create',
  'ticket:createOnBehalf',
  'ticket:comment',
  'ticket:commentInternally',
  'ticket:attach',
  'attachment:delete',
  'ticket:join',
  'ticket:verify',
  'ticket:claim',
  'ticket:assign',
  'ticket:process',
  'ticket:reject',
  'ticket:prioritize',
  'ticket:cancel',
  'ticket:requestCancel',
  'ticket:reopen',
  'ticket:restore',
  'ticket:rate',
  'ticket:categorize',
  'ticket:approve',
  'ticket:route',
  'ticket:help',
  'ticket:link',
  'report:read',
  'ticket:export',
  'survey:answer',
  'survey:read',
  'settings:read',
  'settings:manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a rule may ask of actor and ticket. Each is a pure question; lists translate them to SQL. */
export const CONDITIONS = {
  ownSkpd: (actor, ticket) => actor.skpdCode !== null && actor.skpdCode === ticket.skpdCode,
  ownTicket: (actor, ticket) => actor.kind === 'portal' && ticket.requesterId === actor.id,
  assignedToMe: (actor, ticket) => actor.kind === 'staff' && ticket.assigneeId === actor.id,
  myTeam: (actor, ticket) => ticket.teamCode !== null && actor.teamCodes.includes(ticket.teamCode),
  whileNew: (_, ticket) => ticket.status === 'NEW',
  beforeResolved: (_, ticket) => !['RESOLVED', 'REJECTED', 'CANCELLED'].includes(ticket.status),
  withinWindow: (_, ticket, now) => ticket.locksAt !== null && now < ticket.locksAt,
  notLocked: (_, ticket, now) => ticket.locksAt === null || now < ticket.locksAt,
  helping: (actor, ticket) => actor.kind === 'staff' && ticket.helperIds.includes(actor.id),
  approverTeam: (actor, ticket) => ticket.pendingApprover !== null && actor.teamCodes.includes(ticket.pendingApprover),
} as const satisfies Record<string, (actor: Actor, ticket: TicketFacts, now: number) => boolean>;
export type Condition = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as [Condition, ...Condition[]];

/** One line of the authority matrix: this role may do this, when all of these hold. Several lines are alternatives. */
export interface Rule {
  readonly role: Role;
  readonly may: Permission;
  readonly when: readonly Condition[];
}
export type Policy = readonly Rule[];

const lines = (role: Role, rules: Partial<Record<Permission, readonly (readonly Condition[])[]>>): Rule[] =>
  (Object.entries(rules) as [Permission, readonly (readonly Condition[])[]][]).flatMap(([may, alternatives]) =>
    alternatives.map((when) => ({ role, may, when })),
  );

const ALWAYS = [[]] as const;
/** Help is everybody's, with a session or without; saying whether it helped takes one. */
const HELP = { 'guide:read': ALWAYS, 'guide:rate': ALWAYS, 'announcement:read': ALWAYS } as const;
const MINE = [['assignedToMe'], ['myTeam'], ['helping']] as const;

/** The matrix of domain rules 5.4 as it stands before the city changes anything. Nobody may do what no line allows. */
export const DEFAULT_POLICY: Policy = [
  ...lines('REQUESTER', {
    ...HELP,
    'catalog:read': ALWAYS,
    'profile:read': ALWAYS,
    'account:manage': ALWAYS,
    'ticket:read': [['ownSkpd']],
    'ticket:readConfidential': [['ownTicket']],
    'ticket:create': ALWAYS,
    'ticket:comment': [['ownSkpd', 'notLocked']],
    'ticket:attach': [['ownSkpd', 'beforeResolved']],
    'attachment:delete': [['ownSkpd', 'whileNew']],
    'ticket:join': [['ownSkpd']],
    'ticket:cancel': [['ownSkpd', 'whileNew']],
    'ticket:requestCancel': [['ownSkpd']],
    'ticket:reopen': [['ownSkpd', 'withinWindow']],
    'ticket:rate': [['ownSkpd']],
    'report:read': [['ownSkpd']],
    'ticket:export': [['ownSkpd']],
    'survey:answer': ALWAYS,
  }),
  ...lines('OFFICER', {
    ...HELP,
    'catalog:read': ALWAYS,
    'profile:read': ALWAYS,
    'officer:list': ALWAYS,
    'ticket:read': ALWAYS,
    'ticket:readConfidential': MINE,
    'ticket:readInternal': ALWAYS,
    'ticket:create': ALWAYS,
    'ticket:createOnBehalf': ALWAYS,
    'ticket:comment': ALWAYS,
    'ticket:commentInternally': ALWAYS,
    'ticket:attach': ALWAYS,
    'attachment:delete': [['assignedToMe', 'beforeResolved']],
    'ticket:verify': ALWAYS,
    'ticket:claim': ALWAYS,
    'ticket:process': MINE,
    'ticket:reject': [['whileNew']],
    'ticket:prioritize': MINE,
    'ticket:cancel': MINE,
    'ticket:categorize': [['whileNew'], ...MINE],
    'ticket:approve': [['approverTeam']],
    'ticket:route': ALWAYS,
    'ticket:help': [['assignedToMe']],
    'ticket:link': ALWAYS,
    'report:read': [['assignedToMe']],
    'ticket:export': [['assignedToMe']],
  }),
  ...lines('COORDINATOR', {
    ...HELP,
    'guide:readRatings': ALWAYS,
    'catalog:read': ALWAYS,
    'profile:read': ALWAYS,
    'officer:list': ALWAYS,
    'ticket:read': ALWAYS,
    'ticket:readConfidential': ALWAYS,
    'ticket:readInternal': ALWAYS,
    'ticket:create': ALWAYS,
    'ticket:createOnBehalf': ALWAYS,
    'ticket:comment': ALWAYS,
    'ticket:commentInternally': ALWAYS,
    'ticket:attach': ALWAYS,
    'attachment:delete': [['beforeResolved']],
    'ticket:verify': ALWAYS,
    'ticket:claim': ALWAYS,
    'ticket:assign': ALWAYS,
    'ticket:process': ALWAYS,
    'ticket:reject': ALWAYS,
    'ticket:prioritize': ALWAYS,
    'ticket:cancel': ALWAYS,
    'ticket:reopen': ALWAYS,
    'ticket:restore': ALWAYS,
    'settings:read': ALWAYS,
    'ticket:categorize': ALWAYS,
    'ticket:approve': ALWAYS,
    'ticket:route': ALWAYS,
    'ticket:help': ALWAYS,
    'ticket:link': ALWAYS,
    'report:read': ALWAYS,
    'ticket:export': ALWAYS,
    'survey:read': ALWAYS,
  }),
  ...lines('ADMIN', {
    ...HELP,
    'guide:readRatings': ALWAYS,
    'catalog:read': ALWAYS,
    'profile:read': ALWAYS,
    'officer:list': ALWAYS,
    'ticket:read': ALWAYS,
    'ticket:readInternal': ALWAYS,
    'ticket:route': ALWAYS,
    'report:read': ALWAYS,
    'ticket:export': ALWAYS,
    'survey:read': ALWAYS,
    'account:invite': ALWAYS,
    'settings:read': ALWAYS,
    'settings:manage': ALWAYS,
  }),
  ...lines('LEADER', {
    ...HELP,
    'catalog:read': ALWAYS,
    'profile:read': ALWAYS,
    'account:manage': ALWAYS,
    'ticket:read': ALWAYS,
    'report:read': ALWAYS,
    'ticket:export': ALWAYS,
    'survey:read': ALWAYS,
  }),
];

/** The answer to *may I?*, with the line that allowed it, or the lines that would have and what they still ask. */
export type Decision =
  | { readonly allowed: true; readonly rule: Rule }
  | { readonly allowed: false; readonly missing: readonly Rule[]; readonly confidential: boolean };

/** May this actor do this, to this ticket, at this instant (epoch ms)? Without a ticket: could any line ever allow it? */
export function can(policy: Policy, actor: Actor, permission: Permission, ticket?: TicketFacts, now = 0): Decision {
  const candidates = policy.filter((rule) => rule.may === permission && actor.roles.includes(rule.role));
  const rule = candidates.find(
    ({ when }) => !ticket || when.every((condition) => CONDITIONS[condition](actor, ticket, now)),
  );
  if (!rule) return { allowed: false, missing: candidates, confidential: false };
  // A confidential service narrows every permission: whoever may not read the ticket may do nothing to it.
  if (ticket?.isConfidential && permission !== 'ticket:readConfidential') {
    const reading = can(policy, actor, 'ticket:readConfidential', ticket, now);
    if (!reading.allowed) return { ...reading, confidential: true };
  }
  return { allowed: true, rule };
}

/** The same question, answered by throwing: `notFound` where even reading is refused, so that nothing leaks. */
export function demand(policy: Policy, actor: Actor, permission: Permission, ticket: TicketFacts, now: number): Rule {
  const decision = can(policy, actor, permission, ticket, now);
  if (decision.allowed) return decision.rule;
  if (!can(policy, actor, 'ticket:read', ticket, now).allowed) throw new Refusal('notFound');
  throw new Refusal('notAllowed', { permission, needs: decision.missing.map(({ role, when }) => ({ role, when })) });
}

/** Which tickets a list may hold: any of `anyOf`, and where confidential also any of `confidentialAnyOf`. Empty means none. */
export interface Scope {
  readonly anyOf: readonly (readonly Condition[])[];
  readonly confidentialAnyOf: readonly (readonly Condition[])[];
}
export const scopeOf = (policy: Policy, actor: Actor, permission: Permission): Scope => {
  const alternatives = (may: Permission) =>
    policy.filter((rule) => rule.may === may && actor.roles.includes(rule.role)).map(({ when }) => when);
  return { anyOf: alternatives(permission), confidentialAnyOf: alternatives('ticket:readConfidential') };
};
