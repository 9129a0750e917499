import fs from 'node:fs';
import path from 'node:path';

/** A package as package-lock.json names it. */
export interface Package {
  /** Where it lies, from the root: `node_modules/a/node_modules/b`. */
  readonly where: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

type Entry = Omit<Package, 'where' | 'name'> & { readonly name?: string; readonly link?: boolean };

/** Everything that package-lock.json would install, for whatever machine; workspaces of our own are left out. */
export function packagesOf(root: string): Package[] {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Record<string, Entry>;
  };
  return Object.entries(lock.packages).flatMap(([where, entry]) =>
    where.includes('node_modules/') && !entry.link
      ? [
          {
            ...entry,
            where,
            name: entry.name ?? where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length),
          },
        ]
      : [],
  );
}
