import { isEnded, isOpen, type Status } from '../status';
import type { TicketEvent } from '../events';
import { endOf, type ImportedTicket } from './ticket';

/** One entry of a history that is told again. `at` in epoch ms. */
export interface RetoldEntry {
  readonly event: TicketEvent;
  readonly at: number;
  readonly from?: Status | null;
  readonly to?: Status;
  readonly text?: string;
  /** Of a message: who said it there, and whether staff alone may read it. */
  readonly author?: string;
  readonly isInternal?: boolean;
}
const ENDINGS = { RESOLVED: 'resolve', REJECTED: 'reject', CANCELLED: 'cancel' } as const satisfies Partial<
  Record<Status, TicketEvent>
>;
const endingOf = (status: Status): (typeof ENDINGS)[keyof typeof ENDINGS] | null =>
  status === 'RESOLVED' || status === 'REJECTED' || status === 'CANCELLED' ? ENDINGS[status] : null;

/**
 * The history of an imported ticket, as far as the other system tells it: filed then, what was said on it with its own
 * times, ended then, imported now. Between
 * filing and now it counts as new, since nobody knows when work on it began; what is still open takes the status it has
 * there at the moment of its import.
 *
 * Decision (2026-11-29): the entry `import` carries the promise. Nothing was promised there in our name, so that what had
 * ended before its import is neither on time nor late (it counts by its own dates, under "not measured"), and the clocks
 * of what is still open begin when it was taken over. Its first response is the first one given here. Cost: how long the
 * former system took to respond is in no report.
 */
export function storyOf(ticket: ImportedTicket, now: number): readonly RetoldEntry[] {
  const { status, submittedAt, solution } = ticket;
  const [ending, at] = [endingOf(status), endOf(ticket)];
  // Of what happened at the same moment the end comes last.
  const course: RetoldEntry[] = [
    ...ticket.messages.map(({ at: said, author, text, isInternal }) => ({
      ...{ event: 'comment' as const, at: said, text, author, isInternal },
    })),
    ...(ending && at !== null
      ? [{ event: ending, at, from: 'NEW' as const, to: status, ...(solution && { text: solution }) }]
      : []),
  ];
  return [
    { event: 'submit', at: submittedAt, from: null, to: 'NEW' },
    ...course.sort((one, other) => one.at - other.at),
    {
      event: 'import',
      at: now,
      ...(isOpen(status) && status !== 'NEW' && { from: 'NEW' as const, to: status }),
      ...(isOpen(status) && solution && { text: solution }),
    },
  ];
}

/** When it first counts as let into work; null while nobody has. */
export const verifiedAtOf = (ticket: ImportedTicket, now: number): number | null =>
  ticket.status === 'NEW' || ticket.status === 'REJECTED' || ticket.status === 'CANCELLED'
    ? null
    : (endOf(ticket) ?? now);

/** The last that happened to it, by which lists of the latest changes sort it: its import is no news of it. */
export const lastNewsOf = (ticket: ImportedTicket): number =>
  Math.max(
    ticket.submittedAt,
    ...ticket.messages.map(({ at }) => at),
    isEnded(ticket.status) ? (endOf(ticket) ?? 0) : (ticket.updatedAt ?? 0),
  );
