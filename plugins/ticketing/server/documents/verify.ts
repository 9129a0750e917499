import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { MAX_FILE_BYTES, readCode, Refusal } from '../../domain';
import type { FileVerdict, KnownDocument } from '../../domain/contract';
import type { IncomingFile } from '../attachments';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { addUpInThread } from './render/pool';
import { byCode, byDigest, toKnown } from './rows';

/** What a code from paper stands for. Refuses with `unknownCode` where nothing was ever issued under it. */
export async function verifyDocument(desk: Desk, typed: string): Promise<KnownDocument> {
  const code = readCode(typed);
  const row = code && (await byCode(connection(desk.strapi), code));
  if (!row) throw new Refusal('unknownCode');
  return toKnown(row);
}

/** Whether a file is a document of ours, byte for byte, or a report that can be added up again. It is kept nowhere. */
export async function verifyFile(desk: Desk, file: IncomingFile): Promise<FileVerdict> {
  try {
    if (file.size === 0) throw new Refusal('emptyFile');
    if (file.size > MAX_FILE_BYTES) throw new Refusal('fileTooLarge', { limit: '10 MB' });
    const hash = createHash('sha256');
    await pipeline(createReadStream(file.path), hash);
    const row = await byDigest(connection(desk.strapi), hash.digest('hex'));
    if (!row) {
      const report = await addUpInThread(file.path);
      return report ? { verdict: 'REPORT', document: null, report } : { verdict: 'UNKNOWN', document: null };
    }
    const document = toKnown(row);
    return { verdict: document.standing === 'VALID' ? 'GENUINE' : 'REPLACED', document };
  } finally {
    await rm(file.path, { force: true });
  }
}
