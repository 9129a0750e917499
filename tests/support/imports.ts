import { spawn } from 'node:child_process';
import path from 'node:path';
import { urlOf } from './databases';
import { cmsEnv, ROOT } from './servers';
import type { World } from './world';

interface Said {
  readonly code: number | null;
  readonly said: string;
}
export const SAMPLES = path.join(ROOT, 'tests/fixtures/imports');

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Said> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** `npm run import`, on the database of a world. */
export const importCommand = ({ databaseName }: World, dataDir: string, args: readonly string[]): Promise<Said> =>
  run([path.join(ROOT, 'config/run/import.ts'), ...args], ROOT, cmsEnv(urlOf(databaseName), dataDir, 1, {}));

export interface Errand {
  readonly preset: 'glpi' | 'osticket' | 'lembar-kerja' | 'skpd';
  readonly isApplied: boolean;
  readonly language?: 'id' | 'en';
}
/** Several of them by one boot, as the command does with several lists; answers what was said of each. */
export async function importSamples(
  { databaseName }: World,
  dataDir: string,
  errands: readonly Errand[],
): Promise<{ readonly code: number | null; readonly said: readonly string[] }> {
  const commands = errands.map(({ preset, isApplied, language = 'id' }) =>
    JSON.stringify({
      file: path.join(SAMPLES, `${preset}.csv`),
      preset,
      map: preset === 'skpd' ? null : path.join(SAMPLES, `${preset}.json`),
      isApplied,
      language,
    }),
  );
  const env = cmsEnv(urlOf(databaseName), dataDir, 1, { LOG_LEVEL: 'error' });
  const { code, said } = await run([path.join(ROOT, 'cms/import.cjs'), ...commands], path.join(ROOT, 'cms'), env);
  // Each begins with the name of its file.
  return { code, said: said.split(/^(?=(?:glpi|osticket|lembar-kerja|skpd)\.csv:)/m) };
}
