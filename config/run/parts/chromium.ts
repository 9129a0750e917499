import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Values } from '../../env.ts';
import type { House } from './house.ts';
import { installBy, installPackage, onPath } from './programs.ts';
import { step } from './progress.mjs';
import { ROOT } from './verb.ts';
import { Sentence, words } from './words.mjs';

/** The shell is the same engine without a window's furniture, which costs a slow machine much. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Chromium is; installs one where there is none: Debian's when we are root there, else Playwright's own. */
export async function ensureChromium(house: House, values: Values, log: string): Promise<string> {
  const found = values.CHROMIUM_PATH ?? onPath(NAMES);
  if (found) return works(found) ? found : refuse();
  return step(words.checks.chromium, async () => {
    const place = { name: words.checks.chromium, log };
    const attempts = [
      () => installPackage(house, place, 'chromium-headless-shell'),
      () => installBy(house, place, [path.join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']),
    ];
    for (const attempt of attempts) {
      await attempt();
      const now = onPath(NAMES) ?? playwrightsOwn();
      if (now && works(now)) return now;
    }
    return refuse();
  });
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
