// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Whether our programs run on it: `engines` of the workspaces, without what 24.0 could not yet. @param {string} version */
export function willDo(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major > 24 || (major === 24 && minor >= 2)) && major < 27;
}

/**
 * Where the pinned one lies, where it was installed: in its package. Of two that name a program `node`, npm 10 takes it away
 * again with the one that is for another machine.
 * @param {string} root
 */
export const pinnedIn = (root) =>
  path.join(root, `config/node/node_modules/node-${process.platform}-${process.arch}/bin/node`);

/** @param {string} root */
const isPinnedThere = (root) => {
  /** @type {{ optionalDependencies: Record<string, string> }} */
  const { optionalDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'config/node/package.json'), 'utf8'));
  const { stdout } = spawnSync(pinnedIn(root), ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return Object.values(optionalDependencies).includes((stdout ?? '').trim());
};

/**
 * The Node our programs run on: the pinned one where it was installed, else the machine's own where it will do; null
 * where there is neither.
 * @param {string} root
 */
export const nodeFor = (root) =>
  isPinnedThere(root) ? pinnedIn(root) : willDo(process.versions.node) ? process.execPath : null;

/** npm and Node of the machine, not those of a folder that may be about to be replaced. @param {string} root */
export const machinesPath = (root) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((part) => !part.startsWith(path.join(root, 'node_modules')))
    .join(path.delimiter);
