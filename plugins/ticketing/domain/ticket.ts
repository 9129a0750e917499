import type { Action } from './lifecycle';
import type { Impact, Priority, Urgency } from './priority';

/** The seven statuses. Codes are API words; labels live in `i18n`. Source: domain rules 5.2. */
export const STATUSES = [
  'NEW',
  'IN_PROGRESS',
  'WAITING_REQUESTER',
  'WAITING_THIRD_PARTY',
  'RESOLVED',
  'REJECTED',
  'CANCELLED',
] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses in which somebody still has work to do. */
export const OPEN_STATUSES = [
  'NEW',
  'IN_PROGRESS',
  'WAITING_REQUESTER',
  'WAITING_THIRD_PARTY',
] as const satisfies readonly Status[];
export const isOpen = (status: Status): boolean => (OPEN_STATUSES as readonly Status[]).includes(status);

/** The city reports three states (Baru, Diproses, Selesai); the two refusals stand on lines of their own. */
export const REPORTING_GROUPS = {
  NEW: 'NEW',
  IN_PROGRESS: 'IN_PROGRESS',
  WAITING_REQUESTER: 'IN_PROGRESS',
  WAITING_THIRD_PARTY: 'IN_PROGRESS',
  RESOLVED: 'RESOLVED',
  REJECTED: 'REJECTED',
  CANCELLED: 'CANCELLED',
} as const satisfies Record<Status, Status>;

/** How a request reached the service desk. The portal always files as WEB. */
export const CHANNELS = ['WEB', 'PHONE', 'WHATSAPP', 'EMAIL', 'WALK_IN'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a service asks for: ITIL's words for the catalogue's `jenis`. */
export const WORK_KINDS = ['INCIDENT', 'REQUEST', 'CHANGE', 'CONSULTATION'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export interface Named {
  readonly code: string;
  readonly name: string;
}
export interface Person {
  readonly id: number;
  readonly name: string;
}
/** Who may be called about the work; free text, since not every contact has an account. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
}

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
  readonly isRated: boolean;
  /** Whether words came with the rating, or after it. */
  readonly hasRatingWords: boolean;
  /** Officers who help the accountable one; staff accounts. */
  readonly helperIds: readonly number[];
  /** Whether an officer has let it into work; a ticket returned for completion goes back to Baru when it is answered. */
  readonly isVerified: boolean;
  /** Who must approve before work starts: a team's code, or an office in the city's words; null when nobody, or when it was given. */
  readonly pendingApprover: string | null;
  /** The service asks for a disposition before work starts, or a duty letter before it ends, and there is none yet. */
  readonly lacksDisposition: boolean;
  readonly lacksLetter: boolean;
  /** An event is coming and nobody has confirmed that everything is in place. */
  readonly awaitsReadiness: boolean;
  /** From when it may be closed for want of an answer; null while nobody is waited for, or where the city does not close. */
  readonly unansweredAt: number | null;
  /** Until when a resolved ticket may still be reopened or rated; null while it is not resolved. */
  readonly locksAt: number | null;
}

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
  readonly isOverdue: boolean;
  readonly submittedAt: string;
  readonly updatedAt: string;
  readonly responseDueAt: string | null;
  readonly resolutionDueAt: string | null;
  readonly resolvedAt: string | null;
  /** Where the words looked for stand in it; only in a list that was searched, and only where they stand in more than the title. */
  readonly excerpt?: readonly ExcerptPart[];
}

/** A piece of an excerpt, in order; hits are what was looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** One clock of a ticket, as a person reads it. */
export type SlaVerdict = 'ON_TIME' | 'LATE' | 'RUNNING' | 'PAUSED' | 'NOT_COUNTED';
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

/** How two tickets hang together, seen from the ticket that is read. */
export const RELATIONS = ['RELATED', 'DUPLICATE_OF', 'DUPLICATED_BY', 'CHILD_OF', 'PARENT_OF'] as const;
export type Relation = (typeof RELATIONS)[number];
/** The three that are said; the other two are how they look from the far end. */
export const SAID_RELATIONS = ['RELATED', 'DUPLICATE_OF', 'CHILD_OF'] as const satisfies readonly Relation[];
export interface TicketLink {
  readonly relation: Relation;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly skpd: Named;
}

/** One link of the chain Kepala Dinas → Bidang → tim → petugas: who was told what, by which letter. */
export interface Disposition {
  readonly at: string;
  readonly by: string;
  readonly level: DispositionLevel;
  readonly recipient: string;
  readonly instruction: string;
  readonly letterNumber: string | null;
  /** A day. */
  readonly letterDate: string | null;
  /** Id of the attachment that shows it. */
  readonly document: string | null;
}
/** To whom a disposition goes; the head of the office begins the chain. Source: requirements 3.7, Surat Tugas/Disposisi. */
export const DISPOSITION_LEVELS = ['DIVISION', 'TEAM', 'OFFICER'] as const;
export type DispositionLevel = (typeof DISPOSITION_LEVELS)[number];
/** A formal order to do the work, as filed; its number comes from the office's own register. */
export interface AssignmentLetter {
  readonly at: string;
  readonly by: string;
  readonly number: string;
  readonly date: string | null;
  readonly document: string | null;
}
export interface Approval {
  readonly approver: string;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly letterNumber: string | null;
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
  readonly contact: Contact;
  readonly form: readonly FormAnswer[];
  readonly actions: readonly Action[];
  readonly may: {
    readonly comment: boolean;
    readonly commentInternally: boolean;
    readonly attach: boolean;
    /** Own files; who else's, the server says. */ readonly detach: boolean;
    readonly join: boolean;
  };
  readonly sla: TicketSla;
  readonly verifiedAt: string | null;
  readonly firstResponseAt: string | null;
  readonly isCancelRequested: boolean;
  /** It was sent back to be completed before work began. */
  readonly isReturned: boolean;
  readonly locksAt: string | null;
  /** Since when the requester's answer is waited for; null while it is not. */
  readonly waitingSince: string | null;
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
  readonly links: readonly TicketLink[];
  readonly reopenCount: number;
  readonly resolutionSummary: string | null;
  readonly workDone: string | null;
  readonly effortMinutes: number | null;
  readonly rating: number | null;
  readonly ratingComment: string | null;
  /** How many people besides the requester said that it happens to them too, and whether the actor is one of them. */
  readonly affected: number;
  readonly isJoined: boolean;
  readonly attachments: readonly Attachment[];
  /** Labels of documents the service requires that nobody has attached yet. */
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
  readonly isMine: boolean;
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
  /** Words for the event's other facts: assignee, team, priority, party, file name. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Every event a ticket's history may hold: its actions, and what happens beside them. */
export const SIDE_EVENTS = [
  'submit',
  'comment',
  'attach',
  'detach',
  'join',
  'download',
  'resolveWithParent',
  'slaAtRisk',
  'slaBreach',
] as const;
export type TicketEvent = Action | (typeof SIDE_EVENTS)[number];

/** Events that are kept for the auditor and are no part of the conversation: they show in no timeline. */
export const QUIET_EVENTS = ['download'] as const satisfies readonly TicketEvent[];
export const isTold = (event: TicketEvent): boolean => !(QUIET_EVENTS as readonly TicketEvent[]).includes(event);
