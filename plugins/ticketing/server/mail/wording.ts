/** Which e-mails there are. */
export const LETTERS = ['reset', 'invite', 'passwordChanged', 'confirmEmail', 'emailChanged'] as const;
export type LetterKind = (typeof LETTERS)[number];

/** What a kind of letter says; `{name}` is filled in. `button` is present where there is a link to follow. */
export interface Wording {
  readonly subject: string;
  readonly said: readonly string[];
  readonly button?: string;
  readonly after: readonly string[];
}
export interface Letters {
  readonly greeting: string;
  readonly closing: string;
  readonly sender: string;
  readonly automatic: string;
  readonly copy: string;
  readonly of: Readonly<Record<LetterKind, Wording>>;
}
