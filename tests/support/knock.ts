/** One request as an attacker would send it. */
export interface Knock {
  readonly method: string;
  readonly place: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Staff of the demo data, by what they are to a ticket that the officer works on. */
export const OFFICE = {
  officer: 'Galih Ramadhan',
  other: 'Tari Puspita',
  coordinator: 'Laila Safitri',
  admin: 'Administrator Demo',
} as const;
