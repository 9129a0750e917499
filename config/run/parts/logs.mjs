// @ts-check
import fs from 'node:fs';
import path from 'node:path';

/** Bytes after which a log is put aside, and how many old ones are kept. */
const LIMIT = 5 * 1024 * 1024;
const KEEP = 3;

/** @param {string} file */
const hasGrown = (file) => (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT;
/** Each older one becomes one older, and the oldest goes. @param {string} file */
function makeRoom(file) {
  for (let n = KEEP; n > 1; n--)
    if (fs.existsSync(`${file}.${n - 1}`)) fs.renameSync(`${file}.${n - 1}`, `${file}.${n}`);
}

/**
 * Puts a grown log aside while it is written to. Whoever writes goes on in the same file, which is made empty: what is
 * written in the moment between is lost.
 * @param {string} file
 */
export function putAside(file) {
  if (!hasGrown(file)) return;
  makeRoom(file);
  fs.copyFileSync(file, `${file}.1`);
  fs.truncateSync(file);
}

/**
 * Opens a log for appending, putting a grown one aside first: `cms.log` becomes `cms.log.1`, and so on.
 * @param {string} file
 */
export function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (hasGrown(file)) {
    makeRoom(file);
    fs.renameSync(file, `${file}.1`);
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
