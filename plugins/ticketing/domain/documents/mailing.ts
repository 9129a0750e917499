import type { DocumentState } from './kinds';

/** To whom a paper is brought by e-mail: whoever asks for it, or whoever asked for the work. Never a typed address. */
export const PAPER_READERS = ['ME', 'REQUESTER'] as const;
export type PaperReader = (typeof PAPER_READERS)[number];

/** What decides who may be sent a paper that the caller may read. */
export interface MailingFacts {
  readonly state: DocumentState;
  readonly isConfidential: boolean;
  /** Whoever asked for the work has an account, or left an address. */
  readonly hasRequester: boolean;
  /** The caller is a person with an account, and no token. */
  readonly isPerson: boolean;
  readonly isRequester: boolean;
  /** The caller does the ticket's work. */
  readonly isWorker: boolean;
}

/**
 * The readers a paper may be sent to. Of a confidential service no content leaves by mail; a requester is sent what is
 * final, which is the same for everybody. Source: requirements 3.7, domain rules 6.
 */
export function mailableTo(facts: MailingFacts): PaperReader[] {
  const { state, isConfidential, hasRequester, isPerson, isRequester, isWorker } = facts;
  const may: Readonly<Record<PaperReader, boolean>> = {
    ME: isPerson,
    REQUESTER: state === 'FINAL' && isWorker && hasRequester && !isRequester,
  };
  return isConfidential ? [] : PAPER_READERS.filter((reader) => may[reader]);
}
