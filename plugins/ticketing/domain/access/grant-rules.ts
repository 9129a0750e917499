import type { TokenGrant } from './grants';
import type { Permission } from './permissions';
import type { Rule } from './policy';

const GRANTED: Readonly<Record<TokenGrant, readonly Permission[]>> = {
  reports: ['report:read', 'survey:read', 'catalog:read'],
  export: ['ticket:export', 'ticket:read'],
  tickets: ['ticket:read', 'catalog:read'],
  contacts: ['ticket:readContact'],
  fileOnBehalf: ['ticket:create', 'ticket:createOnBehalf', 'catalog:read'],
  comment: ['ticket:comment', 'ticket:read'],
  confidential: ['ticket:readConfidential'],
};

/** Another system's lines, as if it had a role of its own. Whatever it was given, it may ask who it is. */
export const rulesOfGrants = (grants: readonly TokenGrant[]): Rule[] =>
  [...new Set<Permission>(['profile:read', ...grants.flatMap((grant) => GRANTED[grant])])].map((may) => ({
    role: 'SYSTEM',
    may,
    when: [],
  }));
