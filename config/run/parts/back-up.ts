import path from 'node:path';
import { removeOutlived } from '../../../database/backup/retention.ts';
import { recordRun } from '../../../database/backup/runs.ts';
import { keepSecond, type Second } from '../../../database/backup/second.ts';
import { makeBackup, type Made } from '../../../database/backup/write.ts';
import type { Ssl } from '../../../database/connect.ts';
import type { Values } from '../../env.ts';
import { backupFolder, inWords, keepOf, placesOf, recipientOf, secondsOf, self } from './backups.ts';
import { words } from './words.mjs';

export interface Kept extends Made {
  /** How many that had outlived their days were removed from the first folder. */
  readonly removed: number;
  /** A sentence for each second place that has no copy of it. */
  readonly notCopied: readonly string[];
}

/** Brings each second place up to date; answers a sentence for each that could not be. */
async function copyAll(seconds: readonly Second[], values: Values): Promise<string[]> {
  const failures: string[] = [];
  for (const second of seconds) {
    try {
      await keepSecond(second, backupFolder(values), {
        now: Date.now(),
        keep: keepOf(values),
        isLocked: recipientOf(values) !== null,
      });
    } catch (error) {
      failures.push(words.backup.notCopied(second.title, error instanceof Error ? error.message : String(error)));
    }
  }
  return failures;
}

/**
 * A backup as the settings want it: made, copied, written down, and only then those removed that are too old. A failure
 * is written down too, where the database still lets itself be written to. A second place that fails leaves a good
 * backup, which says so, and is made up for by the next.
 */
export async function backUp(values: Values, url: string, ssl: Ssl): Promise<Kept> {
  const at = new Date();
  const [folder, keep] = [backupFolder(values), keepOf(values)];
  try {
    const made = await makeBackup({
      ...placesOf(values),
      url,
      ssl,
      product: self().product,
      folder,
      recipient: recipientOf(values),
      at,
      report: () => undefined,
    });
    const notCopied = await copyAll(secondsOf(values), values);
    const { file, ...rest } = made;
    const detail = { ...rest, ...(notCopied.length > 0 && { why: notCopied.join(' ') }) };
    await recordRun(url, ssl, { kind: 'BACKUP', isGood: true, at, file: path.basename(file), detail });
    const removed = await removeOutlived(folder, Date.now(), keep);
    return { ...made, removed: removed.length, notCopied };
  } catch (failure) {
    const error = inWords(failure);
    const why = error instanceof Error ? error.message : String(error);
    await recordRun(url, ssl, { kind: 'BACKUP', isGood: false, at, file: null, detail: { why } }).catch(
      () => undefined,
    );
    throw error;
  }
}
