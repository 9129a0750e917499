import fs from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { FILE_KINDS, Refusal } from '../../domain';

const extensionOf = (name: string): string => name.toLowerCase().split('.').pop() ?? '';
const isPlainText = (bytes: Buffer): boolean =>
  !bytes.includes(0) &&
  Buffer.from(bytes.toString('utf8'), 'utf8')
    .subarray(0, bytes.length - 4)
    .equals(bytes.subarray(0, bytes.length - 4));

/** The kind of a file by its bytes, agreeing with its name; refuses every one that is not among `accept`. */
export async function kindOf(filePath: string, name: string, accept: readonly string[]): Promise<string> {
  const accepted = accept.join(', ');
  const refuse = () => new Refusal('fileTypeRefused', { accepted, file: name });
  const handle = await fs.open(filePath);
  const head = Buffer.alloc(64 * 1024);
  const { bytesRead } = await handle.read(head, 0, head.length, 0).finally(() => handle.close());
  const bytes = head.subarray(0, bytesRead);
  const found = await fileTypeFromBuffer(bytes);
  const extension = extensionOf(name);
  const kind = FILE_KINDS.find(({ extensions }) => extensions.includes(extension));
  if (!kind || (found ? found.mime !== kind.mime : !kind.isText || !isPlainText(bytes))) throw refuse();
  if (!kind.extensions.some((known) => accept.includes(known))) throw refuse();
  return kind.mime;
}

/** What is not seen and yet there: joins, marks and turns of direction, by which `gpj.exe` reads `exe.jpg`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/**
 * A name fit for any file system and header: no folders, no line breaks, nothing unseen, no dots in front or behind, at
 * most 150 characters.
 */
export const safeName = (name: string): string => {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[\\/]/su, '')
    .replace(UNSEEN, '')
    .replace(/["<>|:*?]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = extensionOf(plain);
  return plain.length <= 150 ? plain || 'berkas' : `${plain.slice(0, 149 - extension.length)}.${extension}`;
};
