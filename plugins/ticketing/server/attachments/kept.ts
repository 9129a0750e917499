import type { Readable } from 'node:stream';

/** A file on disk that is to be kept. */
export interface Given {
  readonly path: string;
  /** SHA-256 in hex. */
  readonly digest: string;
}
/** Where the bytes of attachments lie. Each name is random, and written once. */
export interface Store {
  save(key: string, file: Given): Promise<void>;
  remove(key: string): Promise<void>;
  /** The bytes of a name, which have to be so many; throws where there are none, before the first of them. */
  read(key: string, size: number): Promise<Readable>;
  /** What lies there, in no order; `since` in epoch ms. */
  all(): AsyncGenerator<{ readonly key: string; readonly since: number }>;
  /** Takes over what the folder holds that was used before a bucket was; answers how many files. */
  gather?(known: (keys: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>;
  /** Throws where it cannot be reached. A folder always can, as far as this tells. */
  reach?(): Promise<void>;
}
