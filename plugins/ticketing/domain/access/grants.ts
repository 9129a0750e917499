/** What another system may be given, one by one. It begins with nothing. */
export const TOKEN_GRANTS = [
  'reports',
  'export',
  'tickets',
  'contacts',
  'fileOnBehalf',
  'comment',
  'confidential',
] as const;
export type TokenGrant = (typeof TOKEN_GRANTS)[number];
export const isTokenGrant = (name: unknown): name is TokenGrant => TOKEN_GRANTS.some((grant) => grant === name);
