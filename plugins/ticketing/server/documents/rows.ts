import type { Knex } from 'knex';
import type { DocumentKind } from '../../domain';
import type { KnownDocument } from '../../domain/contract';
import { BASES } from './facts';
import { rowsByKey, sql, trusted } from '../database/sql';
import type { Trx } from '../database/transaction';

/** A final document's row; its bytes are read only where they are handed out. */
export interface DocumentRow {
  readonly code: string;
  readonly kind: DocumentKind;
  readonly ticket_number: string;
  readonly basis: string;
  readonly sha256: string;
  readonly issued_at: Date;
  readonly replaced_at: Date | null;
  readonly signature: { readonly subject: string; readonly at: string; readonly sha256: string } | null;
}
/** The entries that replace a document, as a table of ours: what they are called never comes from outside. */
const BASIS_EVENTS = Object.entries(BASES).flatMap(([kind, events]) =>
  events.map((event) => `('${kind}', '${event}')`),
);
/**
 * Replaced as soon as what it rests on has changed, and not only when somebody asks for the next one: a paper must not
 * be called valid in between.
 */
const COLUMNS = trusted(`code, kind, ticket_number, basis, sha256, issued_at, coalesce(replaced_at, (
  select min(at) from audit_entries join (values ${BASIS_EVENTS.join(', ')}) as based (on_kind, on_event)
    on on_event = audit_entries.event
  where on_kind = issued_documents.kind and subject_type = 'ticket' and subject_id = issued_documents.ticket_number
    and audit_entries.id > issued_documents.basis
)) as replaced_at, (
  select json_build_object('subject', subject, 'at', signed_at, 'sha256', by_certificate.sha256)
  from document_signatures by_certificate where by_certificate.code = issued_documents.code
) as signature`);

export const toKnown = (row: DocumentRow): KnownDocument => ({
  code: row.code,
  kind: row.kind,
  ticketNumber: row.ticket_number,
  standing: row.replaced_at ? 'REPLACED' : 'VALID',
  issuedAt: row.issued_at.toISOString(),
  replacedAt: row.replaced_at?.toISOString() ?? null,
  sha256: row.sha256,
  signature: row.signature && { ...row.signature, at: new Date(`${row.signature.at}Z`).toISOString() },
});

/** The documents of a ticket that hold now, one of a kind. */
export const holdingOf = (on: Knex | Trx, number: string): Promise<DocumentRow[]> =>
  rowsByKey<DocumentRow>(
    on,
    sql`select ${COLUMNS} from issued_documents where ticket_number = ${number} and replaced_at is null`,
  );

export async function byCode(on: Knex | Trx, code: string): Promise<DocumentRow | null> {
  const [row] = await rowsByKey<DocumentRow>(on, sql`select ${COLUMNS} from issued_documents where code = ${code}`);
  return row ?? null;
}
/** By the digest of a whole file, as it was issued or as it was signed: one changed byte finds nothing. */
export async function byDigest(on: Knex | Trx, sha256: string): Promise<DocumentRow | null> {
  const [row] = await rowsByKey<DocumentRow>(
    on,
    sql`select ${COLUMNS} from issued_documents
       where sha256 = ${sha256} or code in (select code from document_signatures where sha256 = ${sha256}) limit 1`,
  );
  return row ?? null;
}
/** The file that is handed out: with its signature, where it has one. */
export async function bytesOf(on: Knex | Trx, code: string): Promise<Uint8Array> {
  const [row] = await rowsByKey<{ bytes: Buffer }>(
    on,
    sql`select coalesce((select bytes from document_signatures where code = ${code}), bytes) as bytes
     from issued_documents where code = ${code}`,
  );
  if (!row) throw new Error(`document ${code} has no bytes`);
  return row.bytes;
}
