import type { Role } from '../../domain';

/** Which hats each role of Strapi's two worlds wears here. */
export const STAFF_ROLES: Readonly<Record<string, Role>> = {
  'strapi-super-admin': 'ADMIN',
  'ticketing-admin': 'ADMIN',
  'ticketing-coordinator': 'COORDINATOR',
  'ticketing-officer': 'OFFICER',
};
export const PORTAL_ROLES: Readonly<Record<string, Role>> = { requester: 'REQUESTER', leader: 'LEADER' };
