import yauzl from 'yauzl';
import { archiveProblem, MOST_ENTRIES, Refusal, type ArchiveEntry, type FileProblem } from '../../domain';

const PACKED: Readonly<Record<string, 'archive' | 'document'>> = {
  'application/zip': 'archive',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'document',
};

/** The directory of an archive; nothing is unpacked. Rejects when it is damaged, or names a place outside of itself. */
const entriesOf = (path: string): Promise<ArchiveEntry[]> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, validateEntrySizes: true }, (opening, archive) => {
      if (opening) return reject(opening);
      const entries: ArchiveEntry[] = [];
      archive.on('entry', (entry: yauzl.Entry) => {
        entries.push({
          name: entry.fileName,
          packed: entry.compressedSize,
          unpacked: entry.uncompressedSize,
          isEncrypted: entry.isEncrypted(),
        });
        // One beyond is enough to know that there are too many.
        if (entries.length > MOST_ENTRIES) archive.close();
        else archive.readEntry();
      });
      archive.once('error', reject);
      archive.once('end', () => resolve(entries));
      archive.once('close', () => resolve(entries));
      archive.readEntry();
    });
  });

/** Refuses a packed file that is locked, too much, a program, or a document with macros. Other kinds are let through. */
export async function demandSafe(path: string, name: string, mime: string): Promise<void> {
  const kind = PACKED[mime];
  if (!kind) return;
  let problem: FileProblem | null;
  try {
    problem = archiveProblem(await entriesOf(path), kind === 'document');
  } catch {
    problem = 'broken';
  }
  if (problem) throw new Refusal('unsafeFile', { file: name, reason: problem });
}
