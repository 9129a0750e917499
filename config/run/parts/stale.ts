import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ownFiles } from './own-files.ts';

/** One hash over files and folders: their names and bytes. What does not exist counts as absent. */
export function hashOf(root: string, inputs: readonly string[], more: readonly string[] = []): string {
  const hash = crypto.createHash('sha256').update(JSON.stringify(more));
  for (const file of ownFiles(root, inputs)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}
