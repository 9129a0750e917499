// @ts-check
import fs from 'node:fs';
import path from 'node:path';

/** Bytes after which a log is put aside at the next start, and how many old ones are kept. */
const LIMIT = 5 * 1024 * 1024;
const KEEP = 3;

/**
 * Opens a log for appending, putting a grown one aside first: `cms.log` becomes `cms.log.1`, and so on.
 * @param {string} file
 */
export function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) {
    for (let n = KEEP; n > 0; n--) {
      const older = n === 1 ? file : `${file}.${n - 1}`;
      if (fs.existsSync(older)) fs.renameSync(older, `${file}.${n}`);
    }
  }
  const fd = fs.openSync(file, 'a', 0o600);
  fs.writeSync(fd, `\n=== ${new Date().toISOString()} ===\n`);
  return fd;
}

/**
 * The last lines of what was written since the log was opened last.
 * @param {string} file @param {number} lines
 */
export function tail(file, lines = 30) {
  return sinceOpened(file).split('\n').slice(-lines).join('\n');
}

/** @param {string} file */
export function sinceOpened(file) {
  try {
    const text = fs.readFileSync(file, 'utf8');
    const opened = text.lastIndexOf('\n=== ');
    return text.slice(text.indexOf('\n', opened + 1) + 1).trimEnd();
  } catch {
    return '';
  }
}
