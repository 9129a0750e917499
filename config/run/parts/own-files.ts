import fs from 'node:fs';
import path from 'node:path';

/** Folders that are output, downloads or scratch wherever they appear; names with a dot are left out too. */
const NOT_SOURCE = new Set(['node_modules', 'dist', 'build', 'data', 'uploads', 'coverage', 'generated']);

/** Files that people wrote, from the root, in order: those named, and all below the folders named. */
export function ownFiles(root: string, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const stat = fs.statSync(path.join(root, name), { throwIfNoEntry: false });
    if (!stat) return [];
    if (stat.isFile()) return [name];
    const below = fs.readdirSync(path.join(root, name)).sort();
    return ownFiles(
      root,
      below.filter((each) => !each.startsWith('.') && !NOT_SOURCE.has(each)).map((each) => path.posix.join(name, each)),
    );
  });
}
