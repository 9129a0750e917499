import { spawn } from 'node:child_process';
import path from 'node:path';
import { urlOf } from './databases';
import { ROOT } from './servers';

interface Said {
  readonly code: number | null;
  readonly said: string;
}
/** `npm run audit:verify` on a database of ours. */
export const verifyLog = (database: string): Promise<Said> => verifyLogAt(urlOf(database));
/** `npm run facts`, or with `rebuild`. */
export const verifyFacts = (database: string, ...more: readonly 'rebuild'[]): Promise<Said> =>
  check('facts', urlOf(database), more);
/** The same on any server. */
export const verifyLogAt = (url: string): Promise<Said> => check('audit-verify', url);
export const verifyFactsAt = (url: string): Promise<Said> => check('facts', url);

/** The exit code of a verb, and what it says without the lines that tell of progress. */
function check(verb: string, url: string, more: readonly string[] = []): Promise<Said> {
  const child = spawn(process.execPath, [path.join(ROOT, `config/run/${verb}.ts`), ...more], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((resolve) =>
    child.once('close', (code) =>
      resolve({
        code,
        said: said
          .split('\n')
          .filter((line) => !/^\s*[…✓] (Menghubungi|Menelusuri|Membandingkan|Menyusun ulang)/.test(line))
          .join('\n'),
      }),
    ),
  );
}
