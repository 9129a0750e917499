import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { envFor, type Values } from '../../env.ts';
import type { House } from './house.ts';
import { step } from './progress.mjs';
import { ROOT } from './verb.ts';
import { Sentence, words } from './words.mjs';

/** The shell is the same engine without a window's furniture, which costs a slow machine much. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Chromium is; installs one where there is none: Debian's when we are root there, else Playwright's own. */
export async function ensureChromium(house: House, values: Values, log: string): Promise<string> {
  const found = values.CHROMIUM_PATH ?? onPath();
  if (found) return works(found) ? found : refuse();
  return step(words.checks.chromium, async () => {
    const script = path.join(import.meta.dirname, 'shell.ts');
    const isDebian = fs.existsSync('/etc/debian_version') && process.getuid?.() === 0;
    const attempts = [
      ...(isDebian
        ? [
            [
              script,
              'apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 ' +
                'chromium-headless-shell',
            ],
          ]
        : []),
      [path.join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'],
    ];
    for (const args of attempts) {
      await house.run({
        name: words.checks.chromium,
        cwd: ROOT,
        log,
        args,
        env: envFor('run', {}, { DEBIAN_FRONTEND: 'noninteractive' }),
      });
      const now = onPath() ?? playwrightsOwn();
      if (now && works(now)) return now;
    }
    return refuse();
  });
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

function playwrightsOwn(): string | undefined {
  const asked = spawnSync(process.execPath, ['-p', "require('playwright-core').chromium.executablePath()"], {
    cwd: path.join(ROOT, 'tests'),
    encoding: 'utf8',
  });
  const file = asked.stdout?.trim();
  return file && fs.existsSync(file) ? file : undefined;
}

/** A wrapper script may exist without the browser behind it, and a browser without its libraries. */
const works = (file: string) => spawnSync(file, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0;

function refuse(): never {
  throw new Sentence(words.noChromium);
}
