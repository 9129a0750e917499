import { generateIdentity, identityToRecipient } from 'age-encryption';
import { backUp } from './parts/back-up.ts';
import { keepOf, recipientOf } from './parts/backups.ts';
import { existingUrl, journalBeside, sslOf } from './parts/existing-database.ts';
import { green, say, step } from './parts/progress.mjs';
import { runVerb } from './parts/verb.ts';
import { Sentence, words } from './parts/words.mjs';

const [word] = process.argv.slice(2);

async function printKey(): Promise<number> {
  const identity = await generateIdentity();
  say(words.backup.key(identity, await identityToRecipient(identity)));
  return 0;
}

/** `npm run backup` makes one, beside a running system or on its own; `npm run backup -- key` a pair of keys. */
await runVerb({
  journal: journalBeside,
  main: async (values, house) => {
    if (word === 'key') return printKey();
    if (word) throw new Sentence(words.backup.unknownWord(word));
    recipientOf(values);
    const url = await existingUrl(house, values, words.backup.nothing);
    const made = await step(words.backup.making, () => backUp(values, url, sslOf(values)));
    const mb = (made.bytes / 1024 / 1024).toFixed(1);
    say(`${green('✓')} ${words.backup.made(made.file, { ...made, mb })}`);
    if (made.missing > 0) say(`  ${words.backup.missing(made.missing, made.missingNames)}`);
    if (made.leftOut.length > 0) say(`  ${words.backup.leftOut(made.leftOut)}`);
    if (made.removed > 0) say(`  ${words.backup.removed(made.removed, keepOf(values).days)}`);
    for (const sentence of made.notCopied) say(`  ${sentence}`);
    return made.notCopied.length > 0 ? 1 : 0;
  },
  interrupted: 130,
});
