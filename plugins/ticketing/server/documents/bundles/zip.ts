import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file of papers, written beside its place and put there whole. Papers are packed already, so they are laid in. */
export interface Zip {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Ends the file and answers its size in bytes. */
  close(): Promise<number>;
  abandon(): Promise<void>;
}

export function zipAt(place: string): Zip {
  const unfinished = `${place}.tmp`;
  const zip = new ZipFile();
  const target = createWriteStream(unfinished, { mode: 0o600 });
  const written = pipeline(zip.outputStream, target);
  // Whoever waits for it hears of a full disk; before that nobody must be left without an answer.
  written.catch(() => undefined);
  return {
    async add(name, bytes) {
      zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { compress: false });
      if (target.writableNeedDrain) await Promise.race([once(target, 'drain'), written]);
    },
    async close() {
      zip.end();
      await written;
      await rename(unfinished, place);
      return (await stat(place)).size;
    },
    async abandon() {
      target.destroy();
      await written.catch(() => undefined);
      await rm(unfinished, { force: true });
    },
  };
}
