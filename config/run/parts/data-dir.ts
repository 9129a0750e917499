import fs from 'node:fs';
import path from 'node:path';
import { makeFolder } from './folder.mjs';
import { Sentence, words } from './words.mjs';

const WHY: Record<string, string> = {
  EACCES: 'tidak berhak menulis',
  EPERM: 'tidak berhak menulis',
  EROFS: 'hanya bisa dibaca',
  ENOSPC: 'ruang penyimpanan habis',
  ENOTDIR: 'itu, atau salah satu induknya, sebuah berkas',
  ENOENT: 'induknya tidak dapat dibuat',
};

/**
 * Makes the data folder and proves that it can be written. Others may pass through it (PostgreSQL runs as another user
 * when we are root) but not look into it.
 */
export function prepareDataDir(folder: string): void {
  try {
    makeFolder(folder, 0o711);
    const probe = path.join(folder, `.probe-${process.pid}`);
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
    makeFolder(path.join(folder, 'logs'), 0o700);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Sentence(words.dataNotWritable(folder, WHY[code] ?? code));
  }
}
