import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Folders that are output, downloads or scratch wherever they appear; names with a dot are left out too. */
const NOT_SOURCE = new Set(['node_modules', 'dist', 'build', 'data', 'uploads', 'coverage', 'generated']);

/** One hash over files and folders: their names and bytes. What does not exist counts as absent. */
export function hashOf(root: string, inputs: readonly string[], more: readonly string[] = []): string {
  const hash = crypto.createHash('sha256').update(JSON.stringify(more));
  for (const file of inputs.flatMap((input) => filesOf(path.join(root, input)))) {
    hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(where: string): string[] {
  const stat = fs.statSync(where, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [where];
  return fs
    .readdirSync(where)
    .sort()
    .filter((name) => !name.startsWith('.') && !NOT_SOURCE.has(name))
    .flatMap((name) => filesOf(path.join(where, name)));
}
