import { HOUR_MS } from '../../domain';
import { rowsByKey, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { gatherMedia } from './media';
import { storeOf } from './store';

/** Whatever was under way an hour ago has its row, or will never have one. */
const YOUNG_MS = HOUR_MS;
const AT_ONCE = 500;

async function knownOf(desk: Desk, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsByKey<{ storage_key: string }>(
    connection(desk.strapi),
    sql`select storage_key from attachments where storage_key = any(${[...keys]})`,
  );
  return new Set(rows.map(({ storage_key }) => storage_key));
}

/**
 * Removes files that no attachment knows: of an upload that was cut off between the file and its row. A folder most of
 * which is unknown belongs to another database, and is left alone. Answers how many went.
 */
export async function removeStray(desk: Desk, now: number): Promise<number> {
  const files = await storeOf(desk.strapi);
  const gathered = (await files.gather?.((keys) => knownOf(desk, keys))) ?? 0;
  if (gathered > 0) desk.strapi.log.info(`${gathered} attachments went from the folder into the bucket`);
  const pictures = await gatherMedia(desk);
  if (pictures > 0) desk.strapi.log.info(`${pictures} files of the media library went from the folder into the bucket`);
  const stray: string[] = [];
  let known = 0;
  let batch: string[] = [];
  const look = async (): Promise<void> => {
    const found = await knownOf(desk, batch);
    known += found.size;
    stray.push(...batch.filter((key) => !found.has(key)));
    batch = [];
  };
  for await (const { key, since } of files.all()) {
    if (now - since < YOUNG_MS) continue;
    if (batch.push(key) === AT_ONCE) await look();
  }
  await look();
  if (stray.length > known + 1) {
    desk.strapi.log.error(`${stray.length} of ${stray.length + known} attachments are unknown here: none is removed`);
    return 0;
  }
  for (const key of stray) await files.remove(key);
  if (stray.length > 0) desk.strapi.log.warn(`${stray.length} files of uploads that were cut off are removed`);
  return stray.length;
}
