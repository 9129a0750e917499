import path from 'node:path';
import { copyInto, removeOutlived } from '../../../database/backup/retention.ts';
import { recordRun } from '../../../database/backup/runs.ts';
import { makeBackup, type Made } from '../../../database/backup/write.ts';
import type { Ssl } from '../../../database/connect.ts';
import type { Values } from '../../env.ts';
import { backupFolder, keepOf, placesOf, recipientOf, secondFolder, self } from './backups.ts';

export interface Kept extends Made {
  /** How many that had outlived their days were removed from the first folder. */
  readonly removed: number;
}

/**
 * A backup as the settings want it: made, copied, written down, and only then those removed that are too old. A failure
 * is written down too, where the database still lets itself be written to.
 */
export async function backUp(values: Values, url: string, ssl: Ssl): Promise<Kept> {
  const at = new Date();
  const [folder, second, keep] = [backupFolder(values), secondFolder(values), keepOf(values)];
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
    if (second) await copyInto(second, made.file);
    const { file, ...detail } = made;
    await recordRun(url, ssl, { kind: 'BACKUP', isGood: true, at, file: path.basename(file), detail });
    const removed = await removeOutlived(folder, Date.now(), keep);
    if (second) await removeOutlived(second, Date.now(), keep);
    return { ...made, removed: removed.length };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await recordRun(url, ssl, { kind: 'BACKUP', isGood: false, at, file: null, detail: { why } }).catch(
      () => undefined,
    );
    throw error;
  }
}
