import { z } from 'zod';
import {
  bareNip,
  DOCUMENT_KINDS,
  EXAMPLES,
  NIP_FORMAT,
  PAPER_READERS,
  type DocumentKind,
  type DocumentState,
  type PaperReader,
} from '../index';
import type { CheckedTotal, ReportName } from '../report';
import { number, reply, text, type Endpoints } from './shapes';

/** A final document as anybody who holds its code may know it: nothing of what it says. */
export interface KnownDocument {
  readonly code: string;
  readonly kind: DocumentKind;
  readonly ticketNumber: string;
  /** A replaced document was once genuine; another one holds now. */
  readonly standing: 'VALID' | 'REPLACED';
  readonly issuedAt: string;
  readonly replacedAt: string | null;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string;
  /** The electronic signature of the office's certificate, where somebody gave one; it makes another file. */
  readonly signature: { readonly subject: string; readonly at: string; readonly sha256: string } | null;
}
/** A paper of a ticket as its page offers it; `issued` is the one that holds now, where it is final and was made. */
export interface TicketDocument {
  readonly kind: DocumentKind;
  readonly state: DocumentState;
  readonly issued: KnownDocument | null;
  /** Whether the caller may enter what the office adds by hand. */
  readonly mayPrepare: boolean;
  /** Whether the caller may sign it now with the office's certificate. */
  readonly maySign: boolean;
  /** To whom the caller may send it by e-mail; nobody where the service is confidential. */
  readonly mailableTo: readonly PaperReader[];
}
/**
 * A report that travels inside a PDF, added up again. Days in WIB, both included; `sha256` of its data, in hexadecimal
 * digits, is printed on the paper. Nobody signed it: equal sums say that it fits together, and not who made it.
 */
export interface CheckedReport {
  readonly report: ReportName;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly rows: number;
  readonly sha256: string;
  readonly totals: readonly CheckedTotal[];
}
/** What a PDF that somebody holds turned out to be; `UNKNOWN` also when one byte differs, `REPORT` with its data inside. */
export interface FileVerdict {
  readonly verdict: 'GENUINE' | 'REPLACED' | 'UNKNOWN' | 'REPORT';
  readonly document: KnownDocument | null;
  readonly report?: CheckedReport;
}
/** A public key of this installation: 32 bytes as base64url. */
export interface SealKey {
  readonly id: string;
  readonly algorithm: 'Ed25519';
  readonly key: string;
}

const party = z.strictObject({
  name: text(120),
  nip: z.string().max(40).transform(bareNip).pipe(z.string().regex(NIP_FORMAT)).optional(),
  position: text(160).optional(),
});
const kind = z.enum(DOCUMENT_KINDS);

/** Papers: made for those who may see the ticket, and checked by anybody who holds one. */
export const documents = {
  listDocuments: {
    method: 'GET',
    path: '/tickets/:number/documents',
    permission: 'ticket:read',
    params: z.strictObject({ number }),
    reply: reply<TicketDocument[]>(),
  },
  readDocument: {
    method: 'GET',
    path: '/tickets/:number/documents/:kind.pdf',
    permission: 'ticket:read',
    stream: true,
    limit: 60,
    params: z.strictObject({ number, kind }),
    reply: reply<Response>(),
  },
  /** What the office adds by hand to its Berita Acara: its own number, and who signs for whom. Makes the document anew. */
  prepareDocument: {
    method: 'POST',
    path: '/tickets/:number/documents/completion-report',
    permission: 'ticket:process',
    params: z.strictObject({ number }),
    body: z.strictObject({
      letterNumber: text(100).optional(),
      executor: party.optional(),
      requester: party.optional(),
    }),
    reply: reply<TicketDocument[]>(),
  },
  /** Signs a final document; the passphrase opens the office's key once and is kept nowhere. */
  signDocument: {
    method: 'POST',
    path: '/tickets/:number/documents/:kind/signature',
    permission: 'document:sign',
    limit: 10,
    params: z.strictObject({ number, kind }),
    body: z.strictObject({ passphrase: z.string().min(1).max(200) }),
    reply: reply<TicketDocument[]>(),
  },
  /**
   * Sends a paper by e-mail, to the caller's own address or, where it is final and the caller works on the ticket, to
   * whoever asked for the work. Answers to whom: the caller's address, or the other's name.
   */
  mailDocument: {
    method: 'POST',
    path: '/tickets/:number/documents/:kind/letter',
    permission: 'ticket:read',
    limit: 10,
    params: z.strictObject({ number, kind }),
    body: z.strictObject({ to: z.enum(PAPER_READERS) }),
    reply: reply<{ readonly sentTo: string }>(),
  },
  readCatalogDocument: {
    method: 'GET',
    path: '/catalog.pdf',
    permission: 'catalog:read',
    stream: true,
    limit: 20,
    reply: reply<Response>(),
  },
  /** A paper about no ticket, to look at the identity that is saved. */
  readExample: {
    method: 'GET',
    path: '/examples/:kind.pdf',
    permission: 'settings:read',
    stream: true,
    limit: 20,
    params: z.strictObject({ kind: z.enum(EXAMPLES) }),
    reply: reply<Response>(),
  },
  verifyDocument: {
    method: 'GET',
    path: '/verify/:code',
    permission: 'guide:read',
    isPublic: true,
    limit: 60,
    params: z.strictObject({ code: z.string().max(64) }),
    reply: reply<KnownDocument>(),
  },
  verifyFile: {
    method: 'POST',
    path: '/verify',
    permission: 'guide:read',
    isPublic: true,
    upload: true,
    limit: 20,
    body: z.strictObject({}),
    reply: reply<FileVerdict>(),
  },
  listSealKeys: {
    method: 'GET',
    path: '/verification-keys',
    permission: 'guide:read',
    isPublic: true,
    reply: reply<SealKey[]>(),
  },
} as const satisfies Endpoints;
