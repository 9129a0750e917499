import type { EffortEntry } from './effort';
import type { ExcerptPart } from './excerpt';
import type { TicketEvent } from './events';
import type { Action } from './lifecycle';
import type { TicketLink } from './links';
import type { Contact, Named, Person } from './named';
import type { Impact, Priority, Urgency } from './priority';
import type { Channel } from './request';
import type { Approval, AssignmentLetter, Directive, Disposition } from './routing';
import type { SlaVerdict, TimeLeft } from './sla';
import type { Status } from './status';

/** A row of a ticket list. Times are ISO 8601 in UTC. */
export interface TicketSummary {
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly priority: Priority;
  readonly category: Named;
  readonly skpd: Named;
  readonly team: Named | null;
  readonly assignee: Person | null;
  readonly channel: Channel;
  readonly isConfidential: boolean;
  /** Its clocks stand still: somebody else is waited for, and the city lets them. */
  readonly isPaused: boolean;
  /** Open and past its due time, whoever is waited for. */
  readonly isOverdue: boolean;
  /** Resolved after its due time. */
  readonly isLate: boolean;
  readonly submittedAt: string;
  readonly updatedAt: string;
  readonly responseDueAt: string | null;
  readonly resolutionDueAt: string | null;
  readonly resolvedAt: string | null;
  readonly timeLeft: TimeLeft | null;
  /** Since when somebody else is waited for: the requester, or a third party. */
  readonly waitingSince: string | null;
  /** Whose approval work still waits for: an office or the code of a team. */
  readonly pendingApprover: string | null;
  /**
   * Where the words looked for stand in it; only in a list that was searched, and only where they stand in more than
   * the title.
   */
  readonly excerpt?: readonly ExcerptPart[];
}

/**
 * What whoever files a request is told: its number, and until when it will be answered and done. Times are ISO 8601 in
 * UTC. `attachments` are there already where the same request had been sent before.
 */
export interface TicketReceipt extends Pick<
  TicketSummary,
  'number' | 'status' | 'priority' | 'submittedAt' | 'responseDueAt' | 'resolutionDueAt'
> {
  readonly attachments: readonly Attachment[];
  /** Labels of required files that are not there yet. */
  readonly missingDocuments: readonly string[];
}

/** The clocks of a ticket, as a person reads them. */
export interface TicketSla {
  readonly response: SlaVerdict;
  readonly resolution: SlaVerdict;
  /** Null where no event is waited for. */
  readonly readiness: SlaVerdict | null;
  /** Working minutes during which the clock stood still. */
  readonly pausedMinutes: number;
  /** Each time the clock stood still, the first one first; `to` is null while it still does. */
  readonly pauses: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly status: Status;
    readonly minutes: number;
  }[];
  readonly isShortNotice: boolean;
  readonly readinessDueAt: string | null;
}

/** A filled-in field of the service's form, with the label it had in the catalogue. */
export interface FormAnswer {
  readonly key: string;
  readonly label: string;
  readonly value: string | number | boolean | readonly string[];
}

/** A ticket with everything the actor may see of it, and `actions`: what the actor may do now. */
export interface TicketDetail extends TicketSummary {
  readonly description: string;
  readonly impact: Impact;
  readonly urgency: Urgency;
  readonly requester: Person | null;
  readonly helpers: readonly Person[];
  /** Phone and e-mail are masked for those who do not handle the ticket. */
  readonly contact: Contact;
  readonly isContactMasked: boolean;
  readonly form: readonly FormAnswer[];
  readonly actions: readonly Action[];
  readonly may: {
    readonly comment: boolean;
    readonly commentInternally: boolean;
    readonly attach: boolean;
    /** Attach files that officers alone see. */ readonly attachInternally: boolean;
    readonly join: boolean;
    /** See the whole contact, which is written down. */ readonly revealContact: boolean;
  };
  readonly sla: TicketSla;
  readonly verifiedAt: string | null;
  readonly firstResponseAt: string | null;
  readonly isCancelRequested: boolean;
  /** It was sent back to be completed before work began. */
  readonly isReturned: boolean;
  readonly locksAt: string | null;
  /** The third party that is waited for, as an officer named it. */
  readonly waitingParty: string | null;
  /** Until when the requester has time to answer, where the city closes what stays unanswered. */
  readonly unansweredAt: string | null;
  /** When it is closed for want of an answer, if it is. */
  readonly closesUnansweredAt: string | null;
  readonly readyAt: string | null;
  /** Null where the service needs none. */
  readonly approval: Approval | null;
  /** The service asks for a disposition before work starts, or a duty letter before it ends, and there is none yet. */
  readonly lacksDisposition: boolean;
  readonly lacksLetter: boolean;
  readonly dispositions: readonly Disposition[];
  readonly assignmentLetters: readonly AssignmentLetter[];
  /** Words of leaders to those who work on it, oldest first; none for whoever may not read them. */
  readonly directives: readonly Directive[];
  readonly links: readonly TicketLink[];
  /** The system it was imported from, and the number it had there; null for what was filed here. */
  readonly source: { readonly name: string; readonly number: string; readonly importedAt: string } | null;
  readonly reopenCount: number;
  readonly resolutionSummary: string | null;
  readonly workDone: string | null;
  readonly effortMinutes: number | null;
  /** Working time one by one, oldest first; none for whoever may not read internal notes. */
  readonly effort: readonly EffortEntry[];
  readonly rating: number | null;
  readonly ratingComment: string | null;
  /** How many people besides the requester said that it happens to them too, and whether the actor is one of them. */
  readonly affected: number;
  readonly isJoined: boolean;
  readonly attachments: readonly Attachment[];
  /** Labels of documents the service requires that nobody has attached yet; none once it has ended. */
  readonly missingDocuments: readonly string[];
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly field: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  /** For officers alone; nobody else is told that there is such a file. */
  readonly isInternal: boolean;
  /** Whether whoever reads this may take it away. */
  readonly mayDelete: boolean;
  /** Whether they may show it to the requester, which an internal one waits for. */
  readonly mayShow: boolean;
}

/** What happened to a ticket, oldest first: the readable face of its audit entries. */
export interface TimelineEntry {
  readonly id: number;
  /** 1 for the first entry its reader may see, and on without a gap: never changes for what has been told. */
  readonly position: number;
  readonly at: string;
  readonly event: TicketEvent;
  readonly by: { readonly name: string; readonly role: string };
  readonly isInternal: boolean;
  /** Present when the status changed. */
  readonly status: { readonly from: Status | null; readonly to: Status } | null;
  /** What was said: a comment, question, reason or result summary. */
  readonly text: string | null;
  /** Names of colleagues that stand in the text as `@Name`, and were told of it. */
  readonly mentions: readonly string[];
  /** Words for the event's other facts: assignee, team, priority, party, file name. */
  readonly facts: Readonly<Record<string, string>>;
}
