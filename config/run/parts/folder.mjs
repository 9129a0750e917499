// @ts-check
import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it. One level at a time: Node's own recursive mkdir never returns where a parent
 * can be neither found nor made, as in /proc.
 * @param {string} folder @param {number} mode
 */
export function makeFolder(folder, mode) {
  if (fs.existsSync(folder)) {
    if (!fs.statSync(folder).isDirectory()) throw Object.assign(new Error(`ENOTDIR: ${folder}`), { code: 'ENOTDIR' });
    return;
  }
  makeFolder(path.dirname(folder), mode);
  fs.mkdirSync(folder, { mode });
}
