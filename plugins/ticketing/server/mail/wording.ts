/** Which e-mails there are that are no ticket's: of an account, and those that bring what was asked for. */
export const LETTERS = [
  'reset',
  'invite',
  'passwordChanged',
  'confirmEmail',
  'emailChanged',
  'tryAddress',
  'report',
  'paper',
] as const;
export type LetterKind = (typeof LETTERS)[number];

/** What a kind of letter says; `{name}` is filled in. `button` is present where there is a link to follow. */
export interface Wording {
  readonly subject: string;
  readonly said: readonly string[];
  readonly button?: string;
  readonly after: readonly string[];
  /** Why somebody gets it, where it is not about the security of their account. */
  readonly why?: string;
}
/** What every letter has around its subject, and the letters about an account. */
export interface Letters {
  readonly greeting: string;
  readonly closing: string;
  readonly automatic: string;
  readonly why: string;
  readonly preferences: string;
  readonly account: string;
  readonly copy: string;
  /** The button of news that is no ticket's. */
  readonly open: string;
  /** The way out of a digest. */
  readonly stop: string;
  /** What a digest counts and lists; `{count}` is filled in. */
  readonly digest: Readonly<
    Record<'late' | 'today' | 'next' | 'asked' | 'team' | 'more' | 'queue' | 'board' | 'nothing', string>
  >;
  /** About a ticket: its facts, the way to it, and what stands where there is nothing or nothing to be said. */
  readonly ticket: Readonly<
    Record<
      'number' | 'title' | 'status' | 'officer' | 'unit' | 'open' | 'nobody' | 'hidden' | 'confidential' | 'answer',
      string
    >
  >;
  /** What a comment says that came by mail: where there were only files, and of a file that was not taken. */
  readonly answered: Readonly<Record<'onlyFiles' | 'refusedFile', string>>;
  /** What is sent to try the way letters leave. */
  readonly trial: { readonly subject: string; readonly said: string };
  readonly of: Readonly<Record<LetterKind, Wording>>;
}
