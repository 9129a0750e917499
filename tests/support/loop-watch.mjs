/**
 * Preload (`NODE_OPTIONS=--import=…`) that writes down how long a process's event loop was held up at most since the file
 * `TEST_LOOP_FILE` was last taken away: `{ longest }` in milliseconds.
 */
import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const file = process.env.TEST_LOOP_FILE;
if (file) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  setInterval(() => {
    if (!fs.existsSync(file)) delay.reset();
    fs.writeFileSync(file, JSON.stringify({ longest: delay.max / 1e6 }));
  }, 200).unref();
}
