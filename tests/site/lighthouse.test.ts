import { spawn } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { openStage, QUIET, type Stage } from '../support/browser';
import { freePort } from '../support/servers';

interface Verdict {
  readonly finalUrl: string;
  readonly requests: number;
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly blocking: readonly string[];
  readonly layoutShift: number;
  readonly faults: readonly string[];
}

/** What a page may ask of a weak network and an old phone. Bytes of script are packed (gzip), all others unpacked. */
const BUDGET = { requests: 24, bytes: 256_000, scriptBytes: 30_000, layoutShift: 0.02 };
/** Charts are drawn on the leader's own machine, most often a computer. */
const BUDGET_OF_DASHBOARDS = { ...BUDGET, bytes: 1_000_000, scriptBytes: 230_000 };

let stage: Stage;
let chrome: Browser;
let port: number;
beforeAll(async () => {
  // Pages with a stream of events keep Lighthouse waiting for most of its time.
  stage = await openStage({ isIdle: true });
  port = await freePort();
  chrome = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...QUIET, `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await chrome.close();
  await stage.close();
});

function ask(pages: readonly { url: string; cookie: string }[]): Promise<Verdict[]> {
  const child = spawn(
    process.execPath,
    [path.join(__dirname, '../support/lighthouse.mjs'), String(port), JSON.stringify(pages)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [said, complained]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text));
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(said.join('')) as Verdict[])
        : reject(new Error(complained.join('').slice(-2000))),
    ),
  );
}

async function sessionOf(index: number): Promise<string> {
  const page = await stage.open();
  await stage.clerkAt(page, stage.accounts.portal[index]);
  await page.waitForURL((url) => url.pathname !== '/masuk');
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** What is too much about a page, in words; empty is good. */
function excess({ blocking, faults, ...measured }: Verdict, budget: typeof BUDGET): string[] {
  const over = (Object.keys(budget) as (keyof typeof budget)[])
    .filter((name) => measured[name] > budget[name])
    .map((name) => `${name}: ${measured[name]} of ${budget[name]}`);
  // The one style sheet is wanted before the first stroke; nothing else may hold it up.
  const held = blocking.filter((file, index) => index > 0 || !file.endsWith('.css')).map((file) => `blocking: ${file}`);
  return [...over, ...held, ...faults];
}

test('pages stay light and calm, and Lighthouse finds nothing wanting in access and good practice', async () => {
  const clerk = await stage.clerk();
  const number = (await clerk.listTickets({ pageSize: 1 })).rows[0]?.number ?? '';
  const [session, leader] = [await sessionOf(0), await sessionOf(3)];
  const places = [
    ['/', ''],
    ['/masuk', ''],
    ['/panduan', ''],
    ['/beranda', session],
    ['/tiket', session],
    ['/tiket/baru?layanan=NET-01', session],
    [`/tiket/${number}`, session],
    ['/dasbor', leader],
  ] as const;
  const verdicts = await ask(places.map(([place, cookie]) => ({ url: `${stage.site.url}${place}`, cookie })));
  // Nobody was sent elsewhere, say to the sign-in page, which would be light indeed.
  expect(verdicts.map(({ finalUrl }) => finalUrl.slice(stage.site.url.length))).toEqual(places.map(([place]) => place));
  const wanting = verdicts.flatMap((verdict, index) => {
    const place = places[index]?.[0] ?? '';
    return excess(verdict, place === '/dasbor' ? BUDGET_OF_DASHBOARDS : BUDGET).map((fault) => `${place} – ${fault}`);
  });
  expect(wanting).toEqual([]);
});
