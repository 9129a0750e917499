import { spawn } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { openStage, QUIET, signIn, type Stage } from '../support/browser';
import { freePort } from '../support/servers';
import type { PortalAccount } from '../support/world';

interface Verdict {
  readonly finalUrl: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}
const ENOUGH = 95;
/** The score of a page is that of its best hour: other work on this machine takes points, but none gives any. */
const TRIES = 3;

let stage: Stage;
let chrome: Browser;
let port: number;
beforeAll(async () => {
  stage = await openStage();
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

function ask(url: string, cookie: string): Promise<Verdict> {
  const child = spawn(
    process.execPath,
    [path.join(__dirname, '../support/lighthouse.mjs'), String(port), url, cookie],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [said, complained]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text));
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(said.join('')) as Verdict) : reject(new Error(complained.join('').slice(-2000))),
    ),
  );
}

const isGood = ({ scores }: Verdict): boolean => Object.values(scores).every((score) => score >= ENOUGH);
async function bestOf(url: string, cookie: string): Promise<Verdict> {
  let best = await ask(url, cookie);
  for (let tries = 1; tries < TRIES && !isGood(best); tries += 1) {
    const again = await ask(url, cookie);
    if ((again.scores['performance'] ?? 0) > (best.scores['performance'] ?? 0)) best = again;
  }
  return best;
}

async function sessionOf(account: PortalAccount): Promise<string> {
  const page = await stage.open();
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, account);
  await page.waitForURL('**/beranda');
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

test('Lighthouse gives the main pages 95 or more for speed, access and good practice', async () => {
  const clerk = await stage.clerk();
  const number = (await clerk.listTickets({ pageSize: 1 })).rows[0]?.number ?? '';
  const cookie = await sessionOf(stage.accounts.portal[0] as PortalAccount);
  const wanting: Record<string, unknown> = {};
  for (const [place, session] of [
    ['/', ''],
    ['/masuk', ''],
    ['/panduan', ''],
    ['/beranda', cookie],
    ['/tiket', cookie],
    ['/tiket/baru?layanan=NET-01', cookie],
    [`/tiket/${number}`, cookie],
  ] as const) {
    const verdict = await bestOf(`${stage.site.url}${place}`, session);
    expect(new URL(verdict.finalUrl).pathname + new URL(verdict.finalUrl).search).toBe(place);
    if (!isGood(verdict)) wanting[place] = verdict;
  }
  expect(wanting).toEqual({});
}, 600_000);
