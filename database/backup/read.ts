import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { Decrypter } from 'age-encryption';
import tar from 'tar-stream';
import { Sentence, words } from '../../config/run/parts/words.mjs';
import { MOST_FILE_BYTES, SECRETS } from './files.ts';
import {
  Damaged,
  FORMAT,
  HEADER,
  KIND,
  LISTED,
  LISTS,
  MANIFEST,
  PIECE_BYTES,
  SCHEMA,
  sha256,
  Unsealing,
  type Header,
  type Manifest,
  type Part,
  type SchemaPart,
} from './format.ts';

export interface Source {
  readonly file: string;
  /** Secret key of age (`AGE-SECRET-KEY-1…`), for a file that is locked. */
  readonly identity: string | null;
  /** Told how much of the file was read, 0 to 1. */
  readonly report: (share: number) => void;
}
export interface Piece extends Part {
  readonly content: Buffer;
}

/** Nothing in a backup is larger than a file, a piece of a table, or the list of its own parts. */
const MOST_BYTES: Readonly<Record<string, number>> = { [MANIFEST]: 512 * 1024 * 1024, [SCHEMA]: 64 * 1024 * 1024 };
const AGE = 'age-encryption.org/v1';

async function opened({ file, identity, report }: Source): Promise<Readable> {
  const { size } = await fs.stat(file).catch(() => {
    throw new Sentence(words.backup.noFile(file));
  });
  const handle = await fs.open(file);
  const { buffer } = await handle.read(Buffer.alloc(AGE.length), 0, AGE.length, 0).finally(() => handle.close());
  let seen = 0;
  const counted = createReadStream(file, { highWaterMark: 1024 * 1024 }).pipe(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        seen += chunk.length;
        report(seen / size);
        done(null, chunk);
      },
    }),
  );
  if (buffer.toString('latin1') !== AGE) return counted;
  if (!identity) throw new Sentence(words.backup.locked);
  const age = new Decrypter();
  try {
    age.addIdentity(identity);
    const clear = await age.decrypt(Readable.toWeb(counted) as ReadableStream<Uint8Array<ArrayBuffer>>);
    return Readable.fromWeb(clear as Parameters<typeof Readable.fromWeb>[0]);
  } catch {
    throw new Sentence(words.backup.wrongKey);
  }
}

/** Every part of a file in turn, each whole; at the end the seal is asked for. Throws `Damaged` for what is no such file. */
export async function* partsOf(source: Source): AsyncGenerator<Piece> {
  const extract = tar.extract();
  const unsealing = new Unsealing();
  const flow = (await opened(source)).on('error', (error) => unsealing.destroy(error)).pipe(unsealing);
  flow.on('error', (error) => extract.destroy(error));
  flow.on('data', (chunk: Buffer) => {
    if (!extract.write(chunk)) {
      flow.pause();
      extract.once('drain', () => flow.resume());
    }
  });
  flow.once('end', () => extract.end(null));
  try {
    for await (const entry of extract) {
      const { name, size = 0 } = entry.header;
      if (size > (MOST_BYTES[name] ?? Math.max(MOST_FILE_BYTES, 2 * PIECE_BYTES)))
        throw new Damaged(`${name} is too large`);
      const chunks: Buffer[] = [];
      for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
      const content = Buffer.concat(chunks);
      yield { name, bytes: content.length, sha256: sha256(content), content };
    }
  } catch (error) {
    throw error instanceof Sentence || error instanceof Damaged ? error : new Damaged(String(error));
  } finally {
    flow.destroy();
  }
}

const parsed = <T>({ name, content }: Piece): T => {
  try {
    return JSON.parse(content.toString('utf8')) as T;
  } catch {
    throw new Damaged(`${name} is no JSON`);
  }
};

const isNewer = (theirs: string, ours: string): boolean => {
  const [a, b] = [theirs, ours].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
};

/** What this program is, for the question whether it may read a file. */
export interface Self {
  readonly product: string;
  /** Names of the files of `database/sql`. */
  readonly sql: readonly string[];
}

/** The first part of a file. Throws a sentence for a file that is none of ours, or newer than this program. */
export async function readHeader(source: Source, self: Self): Promise<Header> {
  let header: Header | null = null;
  try {
    for await (const piece of partsOf({ ...source, report: () => undefined })) {
      if (piece.name === HEADER) header = parsed<Header>(piece);
      break;
    }
  } catch (error) {
    if (error instanceof Sentence) throw error;
  }
  if (header?.kind !== KIND) throw new Sentence(words.backup.foreign(source.file));
  const unknown = header.sql.filter((name) => !self.sql.includes(name));
  if (header.format > FORMAT || isNewer(header.product, self.product) || unknown.length > 0)
    throw new Sentence(words.backup.newer(header.product, self.product));
  return header;
}

export interface Checked {
  readonly header: Header;
  readonly schema: SchemaPart;
  readonly manifest: Manifest;
  /** Whether it brings the keys of the system it was made of. */
  readonly hasSecrets: boolean;
}

/** A manifest of format 1 had no lists, and named whatever was missing. */
interface FirstManifest extends Omit<Manifest, 'lists' | 'missing' | 'missingNames'> {
  readonly missing: readonly string[];
}
const manifestOf = (read: Manifest | FirstManifest): Manifest =>
  'lists' in read ? read : { ...read, lists: [], missing: read.missing.length, missingNames: read.missing };

/** Holds parts, as they come by, against the lists that name them: no more than one list's are remembered. */
function createWitness(format: number) {
  const lists: Part[] = [];
  let since: Part[] = [];
  const demand = (told: readonly Part[], seen: readonly Part[]): void => {
    if (JSON.stringify(told) !== JSON.stringify(seen)) throw new Damaged('a part is not the one that was written');
  };
  return {
    saw(piece: Piece): void {
      const { name, bytes, sha256: digest } = piece;
      if (format > 1 && name.startsWith(`${LISTS}/`)) {
        demand(parsed<Part[]>(piece), since);
        since = [];
        lists.push({ name, bytes, sha256: digest });
      } else since.push({ name, bytes, sha256: digest });
      if (format > 1 && since.length > LISTED) throw new Damaged('a list of parts is missing');
    },
    end(manifest: Manifest): void {
      demand(manifest.lists, lists);
      demand(manifest.parts, since);
    },
  };
}

/** Reads all of a file and proves it whole: its seal, and each part against its manifest. Throws a sentence. */
export async function checkFile(source: Source, self: Self): Promise<Checked> {
  const header = await readHeader(source, self);
  let [schema, manifest, hasSecrets]: [SchemaPart | null, Manifest | null, boolean] = [null, null, false];
  const witness = createWitness(header.format);
  try {
    for await (const piece of partsOf(source)) {
      if (manifest) throw new Damaged('something stands after the manifest');
      if (piece.name === SCHEMA) schema = parsed<SchemaPart>(piece);
      if (piece.name === SECRETS) hasSecrets = true;
      if (piece.name === MANIFEST) manifest = manifestOf(parsed<Manifest | FirstManifest>(piece));
      else witness.saw(piece);
    }
    if (!schema || !manifest) throw new Damaged('a part is missing');
    witness.end(manifest);
  } catch (error) {
    if (error instanceof Damaged) throw new Sentence(words.backup.damaged(source.file), error.message);
    throw error;
  }
  return { header, schema, manifest, hasSecrets };
}
