import { spawn } from 'node:child_process';
import path from 'node:path';
import { urlOf } from './databases';
import { ROOT } from './servers';

/**
 * `npm run audit:verify` on a database of ours: its exit code, and what it says without the lines that tell of
 * progress.
 */
export function verifyLog(database: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'config/run/audit-verify.ts')], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: urlOf(database) },
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
          .filter((line) => !/^\s*[…✓] (Menghubungi|Menelusuri)/.test(line))
          .join('\n'),
      }),
    ),
  );
}
