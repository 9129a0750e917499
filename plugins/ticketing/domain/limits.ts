/** Longest texts, in characters, that several rooms share; contract, forms and screens read them here. */
export const LIMITS = {
  /** A comment or internal note on a ticket. */
  comment: 10_000,
  /** What whoever joins a ticket adds. */
  note: 2000,
  /** What is typed into a search box. */
  search: 200,
  /** A code of master data: category, team, SKPD. */
  code: 40,
  /** A field's key in a service's form. */
  fieldKey: 80,
  /** A person's name, or their position. */
  name: 120,
  /** What identifies an account when signing in: its e-mail address or user name. */
  identifier: 254,
  email: 254,
  phone: 20,
  nip: 18,
  /** What a password field takes; the policy on passwords says how much of it counts. */
  password: 200,
} as const;
