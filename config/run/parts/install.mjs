// @ts-check
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { machinesPath, nodeFor } from '../../node/choose.mjs';
import { makeFolder } from './folder.mjs';
import { awaitLock, dropLock, passLock } from './lock.mjs';
import { openLog, tail } from './logs.mjs';
import { say, step } from './progress.mjs';
import { Sentence, words } from './words.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean }} Locked
 * @typedef {{ optional?: boolean, devOptional?: boolean, peer?: boolean }} Dispensable
 * @typedef {Record<string, Locked & Dispensable>} Packages
 */

/**
 * Installs what package-lock.json names, unless that is what is there already, and a Node where the machine's own will
 * not do: npm has done that with the packages, unless it was told to run no scripts. Answers that Node, or null.
 * @param {string} root
 */
export async function installIfNeeded(root) {
  const here = isInstalled(root) ? nodeFor(root) : null;
  if (here) return here;
  const lock = path.join(root, '.tmp', 'install.lock');
  await awaitLock(lock, () => say(`… ${words.waitingForOther}`));
  try {
    if (!isInstalled(root)) await install(root);
    const script = [path.join(root, 'config/node/install.mjs')];
    if (!nodeFor(root)) await run(root, words.installingNode, process.execPath, script);
    return nodeFor(root);
  } finally {
    dropLock(lock);
  }
}

const stampOf = (/** @type {string} */ root) => path.join(root, 'node_modules', '.install-stamp');
const hashOfLock = (/** @type {string} */ root) =>
  crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

/** @param {string} root */
function isInstalled(root) {
  if (!fs.existsSync(path.join(root, 'node_modules'))) return false;
  const hash = hashOfLock(root);
  const stamp = stampOf(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8').trim() === hash) return true;
  // Somebody may have run `npm install` by hand: npm's own record then says the same as the lock file.
  if (!agrees(root)) return false;
  fs.writeFileSync(stamp, `${hash}\n`);
  return true;
}

/** @param {string} root */
function agrees(root) {
  try {
    const read = (/** @type {string} */ file) =>
      /** @type {Packages} */ (JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages);
    const wanted = read('package-lock.json');
    const found = read('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([where, entry]) => {
      if (!where.includes('node_modules/') || entry.link) return true;
      const there = found[where];
      if (!there) return Boolean(entry.optional || entry.devOptional || entry.peer);
      return (
        there.version === entry.version && there.integrity === entry.integrity && fs.existsSync(path.join(root, where))
      );
    });
  } catch {
    return false;
  }
}

/**
 * How far npm is with what the lock file names, in whole percent; a hundred is said when it has ended. Each package is
 * looked up, fetched and unpacked, each of which takes its time: of the first two npm tells in its log, the last is seen.
 * What is for other machines is not waited for, and what npm has kept from before is neither looked up nor fetched.
 * @param {string} root @param {string} log
 */
function percentOf(root, log) {
  const { packages } = /** @type {{ packages: Packages }} */ (
    JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  );
  const wanted = Object.entries(packages)
    .filter(([where, { link, optional }]) => where.includes('node_modules/') && !link && !optional)
    .map(([where]) => path.join(root, where, 'package.json'));
  const bytes = Buffer.alloc(256 * 1024);
  let [at, rest, lookedUp, fetched] = [fs.statSync(log).size, '', 0, 0];
  const read = () => {
    const fd = fs.openSync(log, 'r');
    for (let length = 1; length > 0; at += length) {
      length = fs.readSync(fd, bytes, 0, bytes.length, at);
      const lines = (rest + bytes.toString('latin1', 0, length)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const address = /^npm http fetch GET \d+ (\S+)/.exec(line)?.[1];
        if (address?.endsWith('.tgz')) fetched += 1;
        else if (address) lookedUp += 1;
      }
    }
    fs.closeSync(fd);
  };
  return () => {
    read();
    const unpacked = wanted.filter((file) => fs.existsSync(file)).length / wanted.length;
    const there = Math.max(unpacked, Math.min(1, fetched / wanted.length));
    const known = Math.max(there, Math.min(1, lookedUp / wanted.length));
    return Math.min(99, Math.floor((100 * (known + there + unpacked)) / 3));
  };
}

/** @param {string} root */
async function install(root) {
  // A production machine needs the tools that build us too, hence --include=dev.
  const ci = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=http'];
  await run(root, words.installing, 'npm', ci, percentOf);
  fs.writeFileSync(stampOf(root), `${hashOfLock(root)}\n`);
}

/**
 * Runs npm, or what runs it, on the machine's own Node: the pinned one may lie in what is about to be replaced.
 * @param {string} root @param {string} title @param {string} program @param {readonly string[]} args
 * @param {((root: string, log: string) => () => number) | null} percent
 */
async function run(root, title, program, args, percent = null) {
  const log = logFile(root);
  const fd = openLog(log);
  const told = percent?.(root, log) ?? null;
  const npm = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH: machinesPath(root) },
    stdio: ['ignore', fd, fd],
    detached: true,
  });
  // If we are killed outright npm lives on; the lock is then still held, by npm.
  if (npm.pid) passLock(path.join(root, '.tmp', 'install.lock'), npm.pid);
  const kill = () => {
    try {
      if (npm.pid) process.kill(-npm.pid, 'SIGKILL');
    } catch {
      /* already gone */
    }
  };
  // A half-filled folder carries no stamp, so the next run begins anew.
  const abort = (/** @type {number} */ code) => () => {
    kill();
    dropLock(path.join(root, '.tmp', 'install.lock'));
    say('');
    process.exit(code);
  };
  const handlers = /** @type {const} */ ([
    ['SIGINT', abort(130)],
    ['SIGTERM', abort(143)],
    ['SIGHUP', abort(129)],
  ]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  try {
    await step(
      title,
      () =>
        new Promise((resolve, reject) => {
          npm.once('error', () => reject(new Sentence(words.noNpm)));
          npm.once('exit', (code) => {
            if (code === 0) return resolve(undefined);
            reject(new Sentence(words.installFailed(log), tail(log, 40)));
          });
        }),
      told,
    );
  } finally {
    for (const [signal, handler] of handlers) process.off(signal, handler);
    fs.closeSync(fd);
  }
}

/** @param {string} root */
function logFile(root) {
  const logs = path.resolve(root, process.env.DATA_DIR || 'data', 'logs');
  try {
    makeFolder(path.dirname(logs), 0o711);
    makeFolder(logs, 0o700);
    fs.accessSync(logs, fs.constants.W_OK);
    return path.join(logs, 'install.log');
  } catch {
    // Whether the data folder can be written is said later, by the verb that needs it.
    return path.join(os.tmpdir(), 'ticketing-install.log');
  }
}
