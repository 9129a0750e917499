import type { House } from './house.ts';
import { installPackage, onPath } from './programs.ts';
import { step } from './progress.mjs';
import { Sentence, words } from './words.mjs';

/** Caddy, the proxy of production, behind which servers are replaced under load; installs Debian's where there is none. */
export async function ensureCaddy(house: House, log: string): Promise<void> {
  const isThere = (): boolean => onPath(['caddy']) !== undefined;
  if (isThere()) return;
  await step(words.checks.caddy, async () => {
    await installPackage(house, { name: words.checks.caddy, log }, 'caddy');
    if (!isThere()) throw new Sentence(words.noCaddy);
  });
}
