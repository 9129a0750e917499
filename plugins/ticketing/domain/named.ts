/** A row of master data as every view names it: an SKPD, a team, a category or service. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A person as every view names them; `id` is the account's. */
export interface Person {
  readonly id: number;
  readonly name: string;
}

/** Contact person of a ticket: who may be called about the work. Free text, since not every contact has an account. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
}
