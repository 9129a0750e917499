import type { Permission } from '../access';
import type { WorkKind } from '../catalog';
import { OPEN_STATUSES, STATUSES, type Status } from '../status';

/** What of a ticket decides which of its documents there are. */
export interface DocumentFacts {
  readonly status: Status;
  /** The service is about something broken, not about something wanted. */
  readonly workKind: WorkKind;
  /** A duty letter with the office's own number is on file. */
  readonly hasLetter: boolean;
}

/**
 * One kind of document about a ticket. `may` is who may have it; `prepare` who may enter what the office adds by
 * hand.
 */
interface DocumentRule {
  readonly may: Permission;
  readonly prepare: Permission | null;
  /** Whether there is such a document at all, yet. */
  readonly exists: (facts: DocumentFacts) => boolean;
  /** A final document is kept, and carries code, hash and QR; what is not final is a printout of the moment. */
  readonly isFinal: (facts: DocumentFacts) => boolean;
}

const WORKED_ON: readonly Status[] = [...OPEN_STATUSES.filter((status) => status !== 'NEW'), 'RESOLVED'];
const always = (): boolean => true;
const never = (): boolean => false;
const during =
  (statuses: readonly Status[]) =>
  ({ status }: DocumentFacts): boolean =>
    statuses.includes(status);

/** Every paper of a ticket. Source: requirements 3.7, domain rules 4.3 and 4.7. */
export const DOCUMENTS = {
  'request-form': { may: 'ticket:read', prepare: null, exists: always, isFinal: never },
  receipt: { may: 'ticket:read', prepare: null, exists: always, isFinal: always },
  'completion-report': {
    may: 'ticket:read',
    prepare: 'ticket:process',
    exists: during(WORKED_ON),
    isFinal: during(['RESOLVED']),
  },
  'assignment-letter': {
    may: 'ticket:read',
    prepare: null,
    exists: during(STATUSES.filter((status) => status !== 'REJECTED' && status !== 'CANCELLED')),
    isFinal: ({ hasLetter }) => hasLetter,
  },
  disposition: { may: 'ticket:read', prepare: null, exists: always, isFinal: never },
  history: { may: 'ticket:read', prepare: null, exists: always, isFinal: never },
  'incident-report': {
    may: 'ticket:read',
    prepare: null,
    exists: ({ workKind }) => workKind === 'INCIDENT',
    isFinal: never,
  },
} as const satisfies Record<string, DocumentRule>;

export type DocumentKind = keyof typeof DOCUMENTS;
export const DOCUMENT_KINDS = Object.keys(DOCUMENTS) as [DocumentKind, ...DocumentKind[]];
export const documentRule = (kind: DocumentKind): DocumentRule => DOCUMENTS[kind];

/** `PREVIEW` says so on every page and proves nothing; `null` when there is no such document for this ticket. */
export type DocumentState = 'FINAL' | 'PREVIEW' | 'PRINTOUT';
export function documentState(kind: DocumentKind, facts: DocumentFacts): DocumentState | null {
  const { exists, isFinal } = documentRule(kind);
  if (!exists(facts)) return null;
  if (isFinal(facts)) return 'FINAL';
  return isFinal === never ? 'PRINTOUT' : 'PREVIEW';
}

/** The documents a ticket has now, in the order of the table. */
export const documentsOf = (facts: DocumentFacts): { readonly kind: DocumentKind; readonly state: DocumentState }[] =>
  DOCUMENT_KINDS.flatMap((kind) => {
    const state = documentState(kind, facts);
    return state ? [{ kind, state }] : [];
  });

/** Kinds that show all of an identity between them: kop, terms, who acknowledges and who orders. */
export const EXAMPLES = ['completion-report', 'assignment-letter'] as const satisfies readonly DocumentKind[];
export type ExampleKind = (typeof EXAMPLES)[number];
