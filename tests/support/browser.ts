import fs from 'node:fs';
import path from 'node:path';
import { PRIVACY_VERSION } from 'strapi-plugin-ticketing/domain';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startSite, type Server } from './servers';
import { takeTurn } from './turn';
import { openWorld, type PortalAccount, type StaffAccount, type World } from './world';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How pages are looked at: every scheme and every language once. Colours do not depend on words, nor words on colours. */
export const SIGHTS = [
  ['light', ''],
  ['dark', '/en'],
] as const;
export const PHONE = { width: 375, height: 740 };
export const DESKTOP = { width: 1366, height: 800 };

/** The whole product in front of a real browser. */
export interface Stage extends World {
  readonly site: Server;
  readonly browser: Browser;
  /**
   * A person's own window: other windows share nothing with it. Fails the test when the page throws or asks a foreign
   * host.
   */
  open(options?: BrowserContextOptions): Promise<Page>;
  clerkAt(page: Page, account?: PortalAccount): Promise<void>;
  /** Somebody on the team at a place of the panel, by a session: its own way in is walked where that is the subject. */
  officerAt(page: Page, name: string, place?: string): Promise<void>;
  officerSignsIn(page: Page, name: string): Promise<void>;
}

interface Wish {
  /** Leaves the privacy notice unread; else everybody has read it long ago. */
  readonly isFirstVisit?: boolean;
  /** Waits far more than it works, so that another browser beside it has what it needs. */
  readonly isIdle?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** The whole product, a browser in front of it. */
export async function openStage({ isFirstVisit = false, isIdle = false, env = {} }: Wish = {}): Promise<Stage> {
  const world = await openWorld(env);
  if (!isFirstVisit)
    await world.database.query(
      "insert into privacy_acknowledgements (user_id, version, at) select id, $1, now() - interval '30 days' from up_users",
      [PRIVACY_VERSION],
    );
  const dataDir = path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-site`);
  fs.mkdirSync(dataDir, { recursive: true });
  const site = await startSite(world.cms, dataDir, env);
  const endTurn = isIdle ? null : await takeTurn('browser');
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: QUIET,
  });
  const troubles: string[] = [];
  const staffOf = (name: string) => world.accounts.staff.find((each) => each.name === name) as StaffAccount;
  return {
    ...world,
    site,
    browser,
    async open(options = {}) {
      const context = await browser.newContext({
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
        viewport: DESKTOP,
        ...options,
      });
      const page = await context.newPage();
      // Patience for a busy machine: only what is stuck runs out of it.
      page.setDefaultTimeout(120_000);
      page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()))
          troubles.push(`foreign request: ${request.url()}`);
      });
      return page;
    },
    async clerkAt(page, account = world.accounts.portal[0] as PortalAccount) {
      await page.goto(`${site.url}/masuk`);
      await signIn(page, account);
    },
    async officerAt(page, name, place = '') {
      const { email, password } = staffOf(name);
      const context = page.context();
      const answer = await context.request.post(`${world.cms.url}/admin/login`, { data: { email, password } });
      const { data } = (await answer.json()) as { data: { token: string } };
      await context.addCookies([{ name: 'jwtToken', value: data.token, url: `${world.cms.url}/admin` }]);
      await page.goto(`${world.cms.url}/admin${place}`);
    },
    async officerSignsIn(page, name) {
      const { email, password } = staffOf(name);
      await page.goto(`${world.cms.url}/admin`);
      await page.locator('input[name=email]').fill(email);
      await page.locator('input[name=password]').fill(password);
      await page.locator('button[type=submit]').click();
      await page.waitForURL((url) => url.pathname.startsWith('/admin') && !url.pathname.includes('login'));
    },
    async close() {
      await browser.close();
      await endTurn?.();
      await site.stop();
      await world.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
      if (troubles.length) throw new Error(`the browser met trouble:\n${[...new Set(troubles)].join('\n')}`);
    },
  };
}

/** Another place of the panel, as its links lead there: nothing is loaded anew. */
export const panelAt = (page: Page, place: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/admin${place}`);

export async function signIn(page: Page, { email, password }: PortalAccount): Promise<void> {
  await page.getByLabel('Email atau nama pengguna').fill(email);
  await page.getByLabel('Kata sandi').fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** What fades in or out has ended: half-way, no text has the contrast it will have. What turns for ever does not count. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
        .map((each) => each.finished.catch(() => undefined)),
    ),
  );

/** What axe finds on the page, in words; empty is good. */
export async function barriers(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Violation[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What makes the page wider than its window, by name; empty where nobody has to push it sideways. */
export const beside = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.tagName + '.' + element.className + ' ' + Math.round(element.getBoundingClientRect().right))
      .slice(0, 8);
  })()`);
