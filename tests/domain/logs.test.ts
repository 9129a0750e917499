import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const LOGS = pathToFileURL(path.join(__dirname, '../../config/run/parts/logs.mjs')).href;

/** Has a program write so many megabytes into a log that is open, put aside after each. */
const writing = (file: string, megabytes: number): Promise<number | null> =>
  new Promise((resolve) => {
    const program = `import { openLog, putAside } from '${LOGS}';
      import fs from 'node:fs';
      const fd = openLog(process.argv[1]);
      for (let n = 1; n <= ${megabytes}; n += 1) {
        fs.writeSync(fd, (String(n % 10).repeat(1023) + '\\n').repeat(1024));
        putAside(process.argv[1]);
      }`;
    spawn(process.execPath, ['--input-type=module', '-e', program, file], { stdio: 'inherit' }).once('close', resolve);
  });

test('the log of what runs for months is put aside while it is written to, and only so many are kept', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logs-'));
  const file = path.join(folder, 'cms.log');
  expect(await writing(file, 28)).toBe(0);
  const sizes = Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.statSync(path.join(folder, name)).size / 1024 / 1024]),
  );
  fs.rmSync(folder, { recursive: true });
  expect(Object.keys(sizes).sort()).toEqual(['cms.log', 'cms.log.1', 'cms.log.2', 'cms.log.3']);
  for (const size of Object.values(sizes)) expect(size).toBeLessThan(7);
});
