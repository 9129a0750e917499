import fs from 'node:fs';
import type { House } from './house.ts';
import { installPackage, onPath } from './programs.ts';
import { step } from './progress.mjs';
import { Sentence, words } from './words.mjs';

/** Dovecot, the mail server whose mailbox the tests of answers by mail read; a plain user's shell does not look there. */
const isThere = (): boolean => onPath(['dovecot']) !== undefined || fs.existsSync('/usr/sbin/dovecot');

/** Sees to it that Dovecot is there; installs Debian's where there is none. */
export async function ensureImap(house: House, log: string): Promise<void> {
  if (isThere()) return;
  await step(words.checks.imap, async () => {
    await installPackage(house, { name: words.checks.imap, log }, 'dovecot-imapd');
    if (!isThere()) throw new Sentence(words.noImap);
  });
}
