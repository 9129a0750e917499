import { createHash, type Hash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { Standing, Schema } from './schema.ts';

/**
 * The file: a tar that any tar opens, whose parts come in this order: `header.json`, `schema.json`, the rows of each table
 * in pieces (`tables/NAME/00001.zst`, zstd over PostgreSQL's COPY text), files (`files/…`, as they are), `manifest.json`.
 * After every so many parts stands a list of them (`parts/00001.json`), so that neither who writes nor who reads has to
 * remember each of a million files; the manifest names the lists and what came after the last. Format 1 had none.
 * After the tar's end stands one line with the SHA-256 of everything before it. Encrypted, all of it is inside age.
 */
export const FORMAT = 2;
export const KIND = 'ticketing-backup';
export const HEADER = 'header.json';
export const SCHEMA = 'schema.json';
export const MANIFEST = 'manifest.json';
export const LISTS = 'parts';
/** So many parts are in one list. */
export const LISTED = 100;
/** Bytes of COPY text in one piece: this, and its zstd, is what memory holds. */
export const PIECE_BYTES = 4 * 1024 * 1024;

export interface Header {
  readonly kind: typeof KIND;
  readonly format: number;
  /** Version of the product, as in package.json. */
  readonly product: string;
  /** Names of the files of `database/sql` that had been applied. */
  readonly sql: readonly string[];
  readonly postgres: string;
  readonly node: string;
  /** ISO 8601, UTC: the moment of the snapshot. */
  readonly madeAt: string;
  readonly tables: readonly { readonly name: string; readonly columns: string }[];
}
export interface SchemaPart extends Schema {
  readonly sequences: readonly Standing[];
}
export interface Part {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}
export interface Manifest {
  /** The lists of parts, each a part itself; none in format 1. */
  readonly lists: readonly Part[];
  /** What came after the last list. */
  readonly parts: readonly Part[];
  readonly rows: Readonly<Record<string, number>>;
  /** Of every audit entry in order, its id and hash: the root of the log. */
  readonly audit: { readonly entries: number; readonly digest: string } | null;
  /** How many files rows refer to that were not there, or were not what the row says, and the first of them. */
  readonly missing: number;
  readonly missingNames: readonly string[];
}

const TRAILER_BYTES = 72;
const trailerOf = (digest: string): Buffer => Buffer.from(`sha256 ${digest}\n`);

/** Lets everything through and adds the line that seals it. */
export class Sealing extends Transform {
  readonly #hash: Hash = createHash('sha256');
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    done(null, chunk);
  }
  override _flush(done: TransformCallback): void {
    done(null, trailerOf(this.#hash.digest('hex')));
  }
}

/** What is wrong with a file that was to be read. */
export class Damaged extends Error {}

/** Lets through what stands before the seal; at the end asks whether the seal is true. */
export class Unsealing extends Transform {
  readonly #hash: Hash = createHash('sha256');
  #held: Buffer = Buffer.alloc(0);
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk;
    const free = Math.max(0, all.length - TRAILER_BYTES);
    this.#held = all.subarray(free);
    if (free === 0) return done();
    const through = all.subarray(0, free);
    this.#hash.update(through);
    done(null, through);
  }
  override _flush(done: TransformCallback): void {
    done(this.#held.equals(trailerOf(this.#hash.digest('hex'))) ? null : new Damaged('the seal is not true'));
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
