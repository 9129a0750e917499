/** The four actors of the city's requirements, and the coordinator: an officer with a wider bundle of permissions. */
export const ROLES = ['REQUESTER', 'OFFICER', 'COORDINATOR', 'ADMIN', 'LEADER'] as const;
export type Role = (typeof ROLES)[number];
