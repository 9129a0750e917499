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

function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<Said>((resolve) => child.once('close', (code) => resolve({ code, said })));
  return { child, ended };
}
const run = (...given: Parameters<typeof start>): Promise<Said> => start(...given).ended;

/** The process of the command that reads the lists and writes, without what starts it: one that can be killed. */
export const startImport = ({ databaseName }: World, dataDir: string, commands: readonly object[]) =>
  start(
    [path.join(ROOT, 'cms/import.cjs'), ...commands.map((command) => JSON.stringify(command))],
    path.join(ROOT, 'cms'),
    cmsEnv(urlOf(databaseName), dataDir, 1, { LOG_LEVEL: 'error' }),
  );

/** `npm run import`, on the database of a world. */
export const importCommand = ({ databaseName }: World, dataDir: string, args: readonly string[]): Promise<Said> =>
  run([path.join(ROOT, 'config/run/import.ts'), ...args], ROOT, cmsEnv(urlOf(databaseName), dataDir, 1, {}));

export interface Errand {
  readonly preset: 'glpi' | 'osticket' | 'lembar-kerja' | 'skpd' | 'layanan';
  readonly isApplied: boolean;
  readonly language?: 'id' | 'en';
}
/** Several of them by one boot, as the command does with several lists; answers what was said of each. */
export async function importSamples(
  world: World,
  dataDir: string,
  errands: readonly Errand[],
): Promise<{ readonly code: number | null; readonly said: readonly string[] }> {
  const commands = errands.map(({ preset, isApplied, language = 'id' }) => ({
    file: path.join(SAMPLES, `${preset}.csv`),
    preset,
    // What was said on its tickets stands in a second list.
    messages: preset === 'glpi' ? path.join(SAMPLES, 'glpi-pesan.csv') : null,
    map: ['glpi', 'osticket', 'lembar-kerja'].includes(preset) ? path.join(SAMPLES, `${preset}.json`) : null,
    isApplied,
    language,
  }));
  const { code, said } = await startImport(world, dataDir, commands).ended;
  // Each begins with the name of its file.
  return { code, said: said.split(/^(?=(?:glpi|osticket|lembar-kerja|skpd|layanan)\.csv:)/m) };
}
