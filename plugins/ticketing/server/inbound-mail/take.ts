import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fill, filePolicyOf, LIMITS, Refusal, wordRefusal } from '../../domain';
import { addAttachment } from '../attachments';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { lettersIn } from '../mail';
import { commentOn } from '../tickets/comment';
import { keysOf } from '../tickets/once';
import type { Verdict } from './quarantine';
import type { MailFile, ReadMail } from './worker';

const digestOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
/** The same mail has the same name; what it says is marked beside it, for nobody to send something else under it. */
const nameOf = ({ messageId, from, subject }: ReadMail): string =>
  `mail:${digestOf(messageId ?? JSON.stringify([from, subject])).slice(0, 32)}:`;
const contentOf = (words: string, files: readonly MailFile[]): string =>
  digestOf(JSON.stringify([words, ...files.map(({ bytes }) => digestOf(bytes))])).slice(0, 32);

/** Attaches one file as its sender; what is refused comes back as a sentence. */
async function attach(desk: Desk, caller: Caller, number: string, folder: string, file: MailFile, index: number) {
  const name = file.name || 'lampiran';
  const place = path.join(folder, String(index));
  await fs.writeFile(place, file.bytes);
  try {
    await addAttachment(desk, caller, { number, internal: false }, { path: place, name, size: file.bytes.byteLength });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = wordRefusal(caller.language, error.code, error.details);
    return [fill(lettersIn(caller.language).answered.refusedFile, { file: name, reason })];
  }
}

async function attachAll(desk: Desk, caller: Caller, number: string, files: readonly MailFile[]): Promise<string[]> {
  if (files.length === 0) return [];
  const { maxFiles } = filePolicyOf((await desk.inForce()).settings);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'ticketing-mail-'));
  try {
    const refused: string[] = [];
    // One more than may be: its refusal says that there were too many.
    for (const [index, file] of files.slice(0, maxFiles + 1).entries())
      refused.push(...(await attach(desk, caller, number, folder, file, index)));
    return refused;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a mail a comment of its sender, by the very use case of the portal, with its files as attachments; once, however
 * often it is read. Answers why not, where it is not taken.
 */
export async function takeMail(
  desk: Desk,
  sender: Caller,
  number: string,
  mail: ReadMail,
  words: string,
): Promise<Verdict | null> {
  const [name, content] = [nameOf(mail), contentOf(words, mail.files)];
  const known = await keysOf(connection(desk.strapi), sender, name);
  if (known.length > 0) return known.includes(`${name}${content}`) ? null : { reason: 'usedTwice', ticket: number };
  const caller: Caller = { ...sender, idempotencyKey: `${name}${content}` };
  try {
    const refused = await attachAll(desk, caller, number, mail.files);
    const { onlyFiles } = lettersIn(caller.language).answered;
    const body = [words || onlyFiles, ...refused].join('\n\n').slice(0, LIMITS.comment).toWellFormed();
    await commentOn(desk, caller, { number, body, internal: false }, 'EMAIL');
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { reason: 'refused', detail: error.code, ticket: number };
  }
}
