import type { House } from './house.ts';
import { installPackage, onPath } from './programs.ts';
import { step } from './progress.mjs';
import { Sentence, words } from './words.mjs';

/** What a shell calls LibreOffice, which opens the files that leave the desk. */
const NAMES = ['soffice'];

/** Sees to it that LibreOffice is there; installs Debian's where there is none. */
export async function ensureOffice(house: House, log: string): Promise<void> {
  if (onPath(NAMES)) return;
  await step(words.checks.office, async () => {
    await installPackage(house, { name: words.checks.office, log }, 'libreoffice-calc-nogui');
    if (!onPath(NAMES)) throw new Sentence(words.noOffice);
  });
}
