import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a server is started with to live so many milliseconds ahead of this machine. */
export const shiftedBy = (milliseconds: number): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(__dirname, 'clock-shift.mjs')).href}`,
  TEST_CLOCK_OFFSET_MS: String(Math.round(milliseconds)),
});
/** Ahead so far that the server reads `then` at this very moment. */
export const shiftedTo = (then: string): NodeJS.ProcessEnv => shiftedBy(Date.parse(then) - Date.now());
