import { PERMISSIONS, type Permission } from '../../../../domain';

/** The matrix by theme, in the order in which one thinks of a ticket's way. */
export const THEMES = ['reading', 'talking', 'working', 'routing', 'ending', 'desk'] as const;
export type Theme = (typeof THEMES)[number];

/** A permission without a theme does not compile. */
const THEME_OF: Readonly<Record<Permission, Theme>> = {
  'ticket:read': 'reading',
  'ticket:readConfidential': 'reading',
  'ticket:readInternal': 'reading',
  'ticket:readContact': 'reading',
  'ticket:revealContact': 'reading',
  'ticket:create': 'talking',
  'ticket:createOnBehalf': 'talking',
  'ticket:comment': 'talking',
  'ticket:commentInternally': 'talking',
  'ticket:attach': 'talking',
  'attachment:delete': 'talking',
  'ticket:join': 'talking',
  'ticket:verify': 'working',
  'ticket:claim': 'working',
  'ticket:assign': 'working',
  'ticket:release': 'working',
  'ticket:process': 'working',
  'ticket:help': 'working',
  'ticket:prioritize': 'working',
  'ticket:categorize': 'working',
  'ticket:link': 'working',
  'ticket:approve': 'routing',
  'ticket:direct': 'routing',
  'ticket:route': 'routing',
  'ticket:reject': 'ending',
  'ticket:cancel': 'ending',
  'ticket:requestCancel': 'ending',
  'ticket:reopen': 'ending',
  'ticket:restore': 'ending',
  'ticket:rate': 'ending',
  'catalog:read': 'desk',
  'profile:read': 'desk',
  'officer:list': 'desk',
  'guide:read': 'desk',
  'guide:rate': 'desk',
  'guide:readRatings': 'desk',
  'announcement:read': 'desk',
  'report:read': 'desk',
  'ticket:export': 'desk',
  'survey:answer': 'desk',
  'survey:read': 'desk',
  'account:manage': 'desk',
  'account:invite': 'desk',
  'account:administer': 'desk',
  'settings:read': 'desk',
  'settings:manage': 'desk',
  'audit:read': 'desk',
};
export const permissionsOf = (theme: Theme): Permission[] =>
  PERMISSIONS.filter((permission) => THEME_OF[permission] === theme);
