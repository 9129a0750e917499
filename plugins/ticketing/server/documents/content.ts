import type {
  Contact,
  Day,
  Definition,
  Disposition,
  DocumentKind,
  DocumentState,
  FormAnswer,
  Identity,
  Named,
  ReportChart,
  Signatory,
} from '../../domain';

/** A picture ready for paper: small, clean, and of one of the two kinds a PDF holds as it is. */
export interface Picture {
  readonly name: string;
  readonly mime: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** How a final document can be checked: its code, the address that tells of it, and what its QR holds. */
export interface Proof {
  readonly code: string;
  readonly address: string;
  /** The same address, where there is a seal with the seal behind it. */
  readonly qr: string;
}

/** What stands on every paper whatever it says. Instants are epoch milliseconds. */
export interface Frame {
  readonly identity: Identity;
  readonly logo: Picture | null;
  readonly state: DocumentState;
  readonly printedBy: string;
  readonly printedAt: number;
  readonly proof: Proof | null;
}

/** Somebody who signs. What nobody entered stays open, for a pen. */
export interface Party {
  readonly name: string | null;
  readonly nip: string | null;
  readonly position: string | null;
  readonly unit: string | null;
}

/** What every paper says of its ticket. */
export interface TicketPart {
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly service: string;
  readonly skpd: string;
  readonly priority: string;
  readonly channel: string;
  readonly isConfidential: boolean;
  readonly submittedAt: number;
}
export interface FilePart {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface RequestFormContent {
  readonly ticket: TicketPart;
  readonly description: string;
  readonly impact: string;
  readonly urgency: string;
  readonly requester: string | null;
  readonly contact: Contact;
  readonly form: readonly FormAnswer[];
  readonly files: readonly FilePart[];
}
export interface ReceiptContent {
  readonly ticket: TicketPart;
  readonly contact: Contact;
  readonly responseDueAt: number | null;
  readonly resolutionDueAt: number | null;
  readonly files: readonly FilePart[];
  /** Where the request can be followed. */
  readonly address: string;
}
export interface CompletionReportContent {
  readonly ticket: TicketPart;
  readonly letterNumber: string | null;
  /** The day it is made. */
  readonly day: Day;
  readonly executor: Party;
  readonly requester: Party;
  readonly witness: Signatory | null;
  readonly location: string | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly workDone: string | null;
  readonly result: string | null;
  readonly helpers: readonly string[];
  readonly photos: readonly Picture[];
  /** Files that are filed with the ticket and not printed here. */
  readonly files: readonly FilePart[];
  /** Pictures there are beyond those that were taken in. */
  readonly leftOut: number;
}
export interface AssignmentLetterContent {
  readonly ticket: TicketPart;
  readonly letterNumber: string | null;
  readonly day: Day | null;
  readonly officers: readonly Party[];
  readonly instruction: string | null;
  readonly location: string | null;
  readonly dueAt: number | null;
  readonly signatory: Signatory | null;
}
export interface DispositionContent {
  readonly ticket: TicketPart;
  readonly contact: Contact;
  readonly description: string;
  readonly dispositions: readonly (Omit<Disposition, 'level'> & { readonly level: string })[];
  readonly signatory: Signatory | null;
}
/** One entry of a history, in words. */
export interface HistoryPart {
  readonly at: number;
  readonly what: string;
  readonly by: string;
  readonly text: string | null;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly isInternal: boolean;
}
export interface HistoryContent {
  readonly ticket: TicketPart;
  readonly status: string;
  readonly assignee: string | null;
  readonly description: string;
  readonly contact: Contact;
  readonly form: readonly FormAnswer[];
  readonly files: readonly FilePart[];
  readonly resolvedAt: number | null;
  readonly result: string | null;
  readonly entries: readonly HistoryPart[];
}
export interface IncidentReportContent {
  readonly ticket: TicketPart;
  readonly status: string;
  readonly reporter: { readonly name: string; readonly unit: string; readonly contact: Contact };
  readonly description: string;
  readonly form: readonly FormAnswer[];
  readonly entries: readonly HistoryPart[];
  readonly impact: string;
  readonly urgency: string;
  readonly affected: number;
  readonly result: string | null;
  readonly signatory: Signatory | null;
}
export interface ServiceCatalogContent {
  readonly categories: readonly (Named & {
    readonly services: readonly {
      readonly code: string;
      readonly name: string;
      readonly kind: string;
      readonly team: string;
      /** Working minutes, or minutes around the clock. */
      readonly response: string;
      readonly resolution: string;
      readonly scope: string | null;
    }[];
  })[];
}

/** A report as it is printed: every number in words already, and the file from which anybody can add it up again. */
export interface ReportContent {
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly heading: string;
  readonly columns: readonly { readonly label: string; readonly isText: boolean }[];
  readonly rows: readonly {
    readonly label: string;
    readonly isBelow: boolean;
    readonly isSmall: boolean;
    readonly cells: readonly string[];
  }[];
  readonly sums: readonly { readonly label: string; readonly cells: readonly string[] }[];
  readonly chart: ReportChart | null;
  readonly notes: readonly string[];
  readonly definitions: readonly Definition[];
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly attachment: { readonly name: string; readonly text: string; readonly sha256: string };
}

interface ContentOf extends Record<DocumentKind | 'service-catalog' | 'report', object> {
  'request-form': RequestFormContent;
  receipt: ReceiptContent;
  'completion-report': CompletionReportContent;
  'assignment-letter': AssignmentLetterContent;
  disposition: DispositionContent;
  history: HistoryContent;
  'incident-report': IncidentReportContent;
  'service-catalog': ServiceCatalogContent;
  report: ReportContent;
}
export type PaperKind = keyof ContentOf;
/** Everything one document says, without how it looks: this alone is handed to the thread that makes it. */
export type DocumentContent<K extends PaperKind = PaperKind> = {
  readonly [P in K]: { readonly kind: P; readonly frame: Frame; readonly body: ContentOf[P] };
}[K];
