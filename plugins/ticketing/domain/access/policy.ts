import type { Role } from './roles';
import type { Condition } from './conditions';
import type { Permission } from './permissions';

/** One line of the authority matrix: this role may do this, when all of these hold. Several lines are alternatives. */
export interface Rule {
  /** A role of people, or that of another system, whose lines are made from what its token was given. */
  readonly role: Role | 'SYSTEM';
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
    'ticket:readContact': [['ownSkpd']],
    'ticket:create': ALWAYS,
    'ticket:comment': [['ownSkpd', 'notLocked']],
    'ticket:attach': [['ownSkpd', 'beforeResolved']],
    'attachment:delete': [['ownSkpd', 'whileNew', 'ownFile']],
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
    'ticket:readContact': MINE,
    'ticket:revealContact': ALWAYS,
    'ticket:create': ALWAYS,
    'ticket:createOnBehalf': ALWAYS,
    'ticket:comment': ALWAYS,
    'ticket:commentInternally': ALWAYS,
    'ticket:attach': ALWAYS,
    'attachment:delete': [['ownFile', 'beforeResolved']],
    'attachment:show': [['ownFile'], ...MINE],
    'ticket:verify': ALWAYS,
    'ticket:claim': ALWAYS,
    // Rule 5.4 leaves assigning to a permission; giving up one's own work assigns nobody.
    'ticket:release': [['assignedToMe']],
    'ticket:process': MINE,
    'ticket:reject': [['whileNew']],
    'ticket:prioritize': MINE,
    // Rule 5.3: the requester cancels; officers confirm what was asked of them.
    'ticket:cancel': MINE.map((when) => [...when, 'cancelRequested'] as const),
    'ticket:categorize': [['whileNew'], ...MINE],
    'ticket:approve': [['approverTeam']],
    'ticket:route': ALWAYS,
    'ticket:help': [['assignedToMe']],
    'ticket:link': ALWAYS,
    'reply:read': ALWAYS,
    'report:read': [['assignedToMe']],
    'ticket:export': [['assignedToMe']],
  }),
  ...lines('COORDINATOR', {
    ...HELP,
    'guide:readRatings': ALWAYS,
    'catalog:read': ALWAYS,
    'profile:read': ALWAYS,
    'leave:manage': ALWAYS,
    'officer:list': ALWAYS,
    'ticket:read': ALWAYS,
    'ticket:readConfidential': ALWAYS,
    'ticket:readInternal': ALWAYS,
    'ticket:readContact': ALWAYS,
    'ticket:revealContact': ALWAYS,
    'ticket:create': ALWAYS,
    'ticket:createOnBehalf': ALWAYS,
    'ticket:comment': ALWAYS,
    'ticket:commentInternally': ALWAYS,
    'ticket:attach': ALWAYS,
    'attachment:delete': ALWAYS,
    'attachment:show': ALWAYS,
    'ticket:verify': ALWAYS,
    'ticket:claim': ALWAYS,
    'ticket:assign': ALWAYS,
    'ticket:release': ALWAYS,
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
    'document:sign': ALWAYS,
    'ticket:help': ALWAYS,
    'ticket:link': ALWAYS,
    'reply:read': ALWAYS,
    'reply:manage': ALWAYS,
    'report:read': ALWAYS,
    'wallboard:read': ALWAYS,
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
    'ticket:revealContact': ALWAYS,
    'ticket:route': ALWAYS,
    'reply:read': ALWAYS,
    'reply:manage': ALWAYS,
    'report:read': ALWAYS,
    'wallboard:read': ALWAYS,
    'ticket:export': ALWAYS,
    'survey:read': ALWAYS,
    'account:invite': ALWAYS,
    'account:administer': ALWAYS,
    'leave:manage': ALWAYS,
    'settings:read': ALWAYS,
    'settings:manage': ALWAYS,
    'webhook:manage': ALWAYS,
    'audit:read': ALWAYS,
  }),
  ...lines('LEADER', {
    ...HELP,
    'catalog:read': ALWAYS,
    'profile:read': ALWAYS,
    'account:manage': ALWAYS,
    'ticket:read': ALWAYS,
    'ticket:revealContact': ALWAYS,
    'ticket:approve': [['headApproves']],
    'ticket:direct': ALWAYS,
    'report:read': ALWAYS,
    'wallboard:read': ALWAYS,
    'ticket:export': ALWAYS,
    'survey:read': ALWAYS,
  }),
];
