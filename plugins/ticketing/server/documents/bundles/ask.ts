import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../../../domain';
import type { PaperBundle, Parsed } from '../../../domain/contract';
import { record } from '../../audit/entries';
import type { Caller } from '../../database/caller';
import { connection, inTransaction } from '../../database/transaction';
import type { Desk } from '../../desk/desk';
import { addBundle, bundlesOf, readyBundle, toBundle } from './rows';

/** How many of one person may wait or be worked on at a time. */
const MOST_OPEN = 2;

/** Where the files lie, by their bundle's number. */
export async function bundleFolder(desk: Desk): Promise<string> {
  const folder = path.join(desk.strapi.plugin('ticketing').config<string>('dataDir'), 'bundles');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
export const fileOf = (folder: string, id: string): string => path.join(folder, `${id}.zip`);
export const removeFile = (folder: string, id: string): Promise<void> => rm(fileOf(folder, id), { force: true });

export const listBundles = async (desk: Desk, { actor }: Caller): Promise<PaperBundle[]> =>
  (await bundlesOf(connection(desk.strapi), actor)).map(toBundle);

/** Asks for all Berita Acara of a period. Who takes papers away is written down with the request. */
export async function requestBundle(
  desk: Desk,
  caller: Caller,
  { from, to }: Parsed<'requestBundle'>,
): Promise<PaperBundle[]> {
  const { actor, now } = caller;
  if (actor.kind !== 'staff' && actor.kind !== 'portal')
    throw new Refusal('notAllowed', { permission: 'ticket:export' });
  await inTransaction(desk.strapi, async (trx) => {
    const open = (await bundlesOf(trx, actor)).filter(({ state }) => state === 'WAITING' || state === 'WORKING');
    if (open.length >= MOST_OPEN) throw new Refusal('tooManyRequests', { seconds: 60 });
    await addBundle(trx, actor, from, to, now);
    await record(trx, caller, {
      subjectType: 'export',
      subjectId: 'documents',
      event: 'export',
      payload: { after: { kind: 'completion-report', from, to } },
    });
  });
  return listBundles(desk, caller);
}

export async function openBundle(
  desk: Desk,
  { actor }: Caller,
  id: string,
): Promise<{ readonly name: string; readonly mime: string; readonly stream: Readable }> {
  const row = await readyBundle(connection(desk.strapi), actor, id);
  if (!row) throw new Refusal('notFound', { id });
  return {
    name: `berita-acara-${row.first_day}-${row.last_day}.zip`,
    mime: 'application/zip',
    stream: createReadStream(fileOf(await bundleFolder(desk), id)),
  };
}
