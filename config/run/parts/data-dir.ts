import fs from 'node:fs';
import path from 'node:path';
import { Sentence, words } from './words.mjs';

const WHY: Record<string, string> = {
  EACCES: 'tidak berhak menulis', EPERM: 'tidak berhak menulis', EROFS: 'hanya bisa dibaca',
  ENOSPC: 'ruang penyimpanan habis', ENOTDIR: 'salah satu induknya sebuah berkas', EEXIST: 'sebuah berkas bernama sama',
};

/**
 * Makes the data folder and proves that it can be written. Others may pass through it (PostgreSQL runs as another user
 * when we are root) but not look into it.
 */
export function prepareDataDir(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
    const probe = path.join(folder, `.probe-${process.pid}`);
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
    fs.mkdirSync(path.join(folder, 'logs'), { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Sentence(words.dataNotWritable(folder, WHY[code] ?? code));
  }
}
