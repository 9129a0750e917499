import fs from 'node:fs';
import path from 'node:path';
import { envFor } from '../../env.ts';
import type { House } from './house.ts';
import { ROOT } from './verb.ts';

/** The first of these programs that a shell would find. */
export function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

/** A program that is made ready: what people call it, and where what is printed goes. */
interface Place {
  readonly name: string;
  readonly log: string;
}

/** Runs a program of Node's that installs something; whether it came of it is seen by looking for what was wanted. */
export const installBy = (house: House, { name, log }: Place, args: readonly string[]): Promise<boolean> =>
  house.run({ name, cwd: ROOT, log, args, env: envFor('run', {}, { DEBIAN_FRONTEND: 'noninteractive' }) });

/** Installs a package of Debian's where this is Debian and we are root; elsewhere does nothing. */
export async function installPackage(house: House, place: Place, name: string): Promise<void> {
  if (!fs.existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 ${name}`;
  await installBy(house, place, [path.join(import.meta.dirname, 'shell.ts'), command]);
}
