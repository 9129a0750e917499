import type { Knex } from 'knex';
import type { DocumentKind } from '../../domain';
import type { KnownDocument } from '../../domain/contract';
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
}
const COLUMNS = trusted('code, kind, ticket_number, basis, sha256, issued_at, replaced_at');

export const toKnown = (row: DocumentRow): KnownDocument => ({
  code: row.code,
  kind: row.kind,
  ticketNumber: row.ticket_number,
  standing: row.replaced_at ? 'REPLACED' : 'VALID',
  issuedAt: row.issued_at.toISOString(),
  replacedAt: row.replaced_at?.toISOString() ?? null,
  sha256: row.sha256,
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
/** By the digest of a whole file: one changed byte finds nothing. */
export async function byDigest(on: Knex | Trx, sha256: string): Promise<DocumentRow | null> {
  const [row] = await rowsByKey<DocumentRow>(
    on,
    sql`select ${COLUMNS} from issued_documents where sha256 = ${sha256} limit 1`,
  );
  return row ?? null;
}
export async function bytesOf(on: Knex | Trx, code: string): Promise<Uint8Array> {
  const [row] = await rowsByKey<{ bytes: Buffer }>(on, sql`select bytes from issued_documents where code = ${code}`);
  if (!row) throw new Error(`document ${code} has no bytes`);
  return row.bytes;
}
