import type { Status } from './status';

/**
 * What policy and lifecycle need to know of a ticket, and nothing else. Instants are epoch milliseconds.
 * `requesterId` is a portal account; `assigneeId` a staff account; `teamCode` the team that handles it.
 */
export interface TicketFacts {
  readonly status: Status;
  readonly skpdCode: string;
  readonly requesterId: number | null;
  readonly assigneeId: number | null;
  readonly teamCode: string | null;
  readonly isConfidential: boolean;
  readonly isCancelRequested: boolean;
  /** Whether the attachment at hand is of whoever asks; null while none is. */
  readonly isOwnFile: boolean | null;
  readonly isRated: boolean;
  /** Whether words came with the rating, or after it. */
  readonly hasRatingWords: boolean;
  /** Until when a rating that was given may still be changed; null while there is none. */
  readonly ratingChangesUntil: number | null;
  /** False where it had ended in another system before it was imported: its service is not ours to be rated. */
  readonly isServedHere: boolean;
  /** Officers who help the accountable one; staff accounts. */
  readonly helperIds: readonly number[];
  /**
   * Whether an officer has let it into work; a ticket returned for completion goes back to Baru when it is answered.
   */
  readonly isVerified: boolean;
  /**
   * Who must approve before work starts: a team's code, or an office in the city's words; null when nobody, or when it
   * was given.
   */
  readonly pendingApprover: string | null;
  /** The service asks for a disposition before work starts, or a duty letter before it ends, and there is none yet. */
  readonly lacksDisposition: boolean;
  readonly lacksLetter: boolean;
  /** Labels of documents the service requires that nobody has attached yet; none once the ticket has ended. */
  readonly missingDocuments: readonly string[];
  /** An event is coming and nobody has confirmed that everything is in place. */
  readonly awaitsReadiness: boolean;
  /**
   * From when it may be closed for want of an answer; null while nobody is waited for, or where the city does not
   * close.
   */
  readonly unansweredAt: number | null;
  /** Until when a resolved ticket may still be reopened or rated; null while it is not resolved. */
  readonly locksAt: number | null;
}
