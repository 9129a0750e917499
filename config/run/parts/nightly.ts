import { readEnv } from '../../env.ts';
import { backUp } from './back-up.ts';
import { sslOf } from './existing-database.ts';
import { rehearse } from './rehearse.ts';
import { ROOT } from './verb.ts';
import { Sentence } from './words.mjs';

/**
 * What the cms has done beside itself, so that nobody waits for it: `backup` or `rehearsal`, on the database and by the
 * settings in its environment. Ends with 0, or with 1 and one sentence.
 */
const values = readEnv(process.env, ROOT);
try {
  const url = values.DATABASE_URL ?? '';
  if (process.argv[2] === 'rehearsal') await rehearse(values, url, sslOf(values));
  else {
    const { notCopied } = await backUp(values, url, sslOf(values));
    if (notCopied.length > 0) throw new Sentence(notCopied.join('\n'));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
