import fs from 'node:fs/promises';
import path from 'node:path';
import { inOrder, outlived, type Keep } from './names.ts';

/** The backups of a folder, newest first; none where there is no folder. */
export async function backupsIn(folder: string): Promise<string[]> {
  return inOrder(await fs.readdir(folder).catch(() => []));
}

export async function removeOutlived(folder: string, now: number, keep: Keep): Promise<string[]> {
  const gone = outlived(await backupsIn(folder), now, keep);
  for (const name of gone) await fs.rm(path.join(folder, name), { force: true });
  return gone;
}

/** A second copy, whole or not at all. */
export async function copyInto(folder: string, file: string): Promise<string> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, path.basename(file));
  const aside = `${place}.tmp`;
  await fs.copyFile(file, aside);
  const handle = await fs.open(aside, 'r+');
  await handle.sync().finally(() => handle.close());
  await fs.rename(aside, place);
  return place;
}
