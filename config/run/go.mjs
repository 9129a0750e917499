// @ts-check
/**
 * The door of every verb: `node config/run/go.mjs <verb>`. Runs on whatever Node the machine has (20 or later) with
 * nothing installed, installs what is missing, and hands over to a Node that will do.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './parts/install.mjs';
import { complain } from './parts/progress.mjs';
import { Sentence, words } from './parts/words.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const verbs = fs
  .readdirSync(here)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''));

try {
  const [verb = '', ...rest] = process.argv.slice(2);
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Sentence(words.oldNode(process.versions.node));
  if (!verbs.includes(verb)) throw new Sentence(words.unknownVerb(verb, verbs.join(', ')));
  const node = await installIfNeeded(root);
  if (!node) throw new Sentence(words.noPinnedNode);
  handOver(node, verb, rest);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/** @param {string} node @param {string} verb @param {string[]} rest */
function handOver(node, verb, rest) {
  const child = spawn(node, [path.join(here, `${verb}.ts`), ...rest], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  // When npm is killed outright, its signal never reaches us; a new parent is how we notice.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM');
    }, 2000).unref();
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
}
