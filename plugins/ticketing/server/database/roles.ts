import type { Role } from '../../domain';

/** Strapi's own highest role. */
export const SUPER_ADMIN = 'strapi-super-admin';

/** Which hats each role of Strapi's two worlds wears here. */
export const STAFF_ROLES: Readonly<Record<string, Role>> = {
  [SUPER_ADMIN]: 'ADMIN',
  'ticketing-admin': 'ADMIN',
  'ticketing-coordinator': 'COORDINATOR',
  'ticketing-officer': 'OFFICER',
};
export const PORTAL_ROLES: Readonly<Record<string, Role>> = { requester: 'REQUESTER', leader: 'LEADER' };
