import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { envFor, readEnv } from '../env.ts';
import { complain } from '../run/parts/progress.mjs';
import { cmsProgram } from '../run/parts/cms-program.ts';
import { withSecrets } from '../secrets.ts';

/**
 * One server of a production run as the whole of its process, for containers and systemd: `serve.ts cms` or
 * `serve.ts site`. Reads and checks the environment as `npm start` does, secrets from files too, and hands the server
 * nothing else.
 */
const ROOT = path.resolve(import.meta.dirname, '../..');
const PROGRAMS = {
  cms: { file: cmsProgram(ROOT).at(-1) ?? '', folder: 'cms' },
  site: { file: path.join(ROOT, 'site/dist/server/entry.mjs'), folder: 'site' },
} as const;

const role = process.argv[2] === 'site' ? 'site' : 'cms';
try {
  const given = readEnv({ ...process.env, NODE_ENV: 'production' }, ROOT);
  const values = role === 'cms' ? withSecrets(given) : given;
  const env = envFor(role, values, role === 'site' ? { PORT: values.SITE_PORT ?? '' } : {});
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(path.join(ROOT, PROGRAMS[role].folder));
  await import(pathToFileURL(PROGRAMS[role].file).href);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
