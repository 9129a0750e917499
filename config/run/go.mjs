// @ts-check
/**
 * The door of every verb: `node config/run/go.mjs <verb>`. Runs on whatever Node the machine has (20 or later) with
 * nothing installed, installs what is missing, and hands over to the pinned Node.
 */
import { spawn, spawnSync } from 'node:child_process';
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
  await installIfNeeded(root);
  handOver(verb, rest);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/** @param {string} verb @param {string[]} rest */
function handOver(verb, rest) {
  const child = spawn(pinnedNode(), [path.join(here, `${verb}.ts`), ...rest], {
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

function pinnedNode() {
  const pinned = path.join(root, 'node_modules', '.bin', 'node');
  for (const node of [pinned, process.execPath]) {
    const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout ?? '';
    if (Number(version.split('.')[0]) >= 24) return node;
  }
  throw new Sentence(words.noPinnedNode);
}
