import type { DocumentFacts, DocumentKind, TicketDetail } from '../../domain';
import type { AuditRow } from '../audit/entries';
import type { Desk } from '../desk/desk';
import type { Party } from './content';

/** What of a ticket decides which papers it has. */
export async function documentFacts(desk: Desk, ticket: TicketDetail): Promise<DocumentFacts> {
  const known = (await desk.masterData()).services.get(ticket.category.code);
  return {
    status: ticket.status,
    workKind: known?.service.kind ?? 'REQUEST',
    hasLetter: ticket.assignmentLetters.length > 0,
  };
}

/** The entries on which each final paper rests: a later one of them makes the paper anew, and nothing else does. */
export const BASES: Partial<Record<DocumentKind, readonly AuditRow['event'][]>> = {
  receipt: ['submit'],
  'completion-report': ['resolve', 'resolveWithParent', 'closeUnanswered', 'correctResult', 'prepareDocument'],
  'assignment-letter': ['issueLetter'],
};
export const basisOf = (kind: DocumentKind, entries: readonly AuditRow[]): AuditRow | null =>
  entries.findLast(({ event }) => BASES[kind]?.includes(event)) ?? null;

/** What the office added by hand to its Berita Acara. */
export interface Particulars {
  readonly letterNumber: string | null;
  readonly executor: Party | null;
  readonly requester: Party | null;
}
const NONE: Particulars = { letterNumber: null, executor: null, requester: null };

/** The latest of what was added; it lives in the history and nowhere else. */
export const particularsOf = (entries: readonly AuditRow[]): Particulars => {
  const last = entries.findLast(({ event }) => event === 'prepareDocument');
  return { ...NONE, ...(last?.payload.after as Partial<Particulars> | undefined) };
};
