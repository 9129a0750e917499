// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { birthOf, isAlive, me } from './alive.mjs';

/** @typedef {{ pid: number, birth: string | null }} Holder */

/**
 * Takes a lock file; returns null when it is ours now, else who holds it. A lock whose holder died is taken over.
 * @param {string} file
 * @returns {Holder | null}
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 5; attempt++) {
    // Written aside and linked into place, so that nobody ever reads half a lock.
    const own = `${file}.${process.pid}`;
    fs.writeFileSync(own, JSON.stringify(me()), { mode: 0o600 });
    try {
      fs.linkSync(own, file);
      return null;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(own, { force: true });
    }
    const holder = readLock(file);
    if (holder && isAlive(holder)) return holder;
    removeStale(file);
  }
  return readLock(file);
}

/**
 * Hands a lock that is ours to another process, so that it counts as held while that one lives.
 * @param {string} file @param {number} pid
 */
export const passLock = (file, pid) => fs.writeFileSync(file, JSON.stringify({ pid, birth: birthOf(pid) }));

/** @param {string} file */
function removeStale(file) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
    // Between our look and our move another process may have taken it over: then it is not stale, and goes back.
    const holder = readLock(aside);
    if (holder && isAlive(holder)) fs.linkSync(aside, file);
  } catch {
    // Somebody else was quicker; the next attempt sees what they left.
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/**
 * Lets go of a lock, if it is ours or a dead one's: after we let go it may already be somebody else's.
 * @param {string} file
 */
export function dropLock(file) {
  const holder = readLock(file);
  if (holder && (holder.pid === process.pid || !isAlive(holder))) fs.rmSync(file, { force: true });
}

/** @param {string} file @returns {Holder | null} */
function readLock(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Waits until the lock is ours. `onWait` is called once, when somebody else holds it.
 * @param {string} file @param {() => void} onWait
 */
export async function awaitLock(file, onWait) {
  for (let told = false; takeLock(file) !== null; told = true) {
    if (!told) onWait();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
