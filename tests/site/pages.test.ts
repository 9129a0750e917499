import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type { Page } from 'playwright-core';
import { SPAN_FACTS } from 'strapi-plugin-ticketing/traces';
import { readQr } from '../support/pdf';
import { openCollector, type Collector } from '../support/collector';
import { until } from '../support/jobs';
import { logsOf, tellingIn } from '../support/logs';
import { PHONE, SIGHTS, barriers, openStage, signIn, type Stage } from '../support/browser';
import type { PortalAccount } from '../support/world';

let stage: Stage;
let collector: Collector;
let clerk: Page;
let ticket: string;
let survey: string;
/** A final Berita Acara as anybody may hold it: its file, its code, and the seal behind the # of its QR. */
let report: { readonly bytes: Buffer; readonly code: string; readonly seal: string };
beforeAll(async () => {
  collector = await openCollector();
  stage = await openStage({
    env: {
      LOG_FORMAT: 'json',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20pengumpul',
    },
  });
  clerk = await stage.open();
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  survey = (await (await stage.clerk()).getOpenSurvey({}))?.token ?? '';
  ticket = (await (await stage.clerk()).listTickets({ pageSize: 1 })).rows[0]?.number ?? '';
  report = await issueReport();
});

async function issueReport(): Promise<typeof report> {
  const api = await stage.clerk();
  const [done] = (await api.listTickets({ status: 'RESOLVED', pageSize: 1 })).rows;
  const number = done?.number ?? '';
  const bytes = Buffer.from(await (await api.readDocument({ number, kind: 'completion-report' })).arrayBuffer());
  const address = new URL(await readQr(bytes));
  return { bytes, code: address.pathname.split('/').at(-1) ?? '', seal: address.hash };
}
afterAll(async () => {
  await stage.close();
  await collector.close();
});

const places = (): string[] => [
  '/',
  '/beranda',
  '/tiket/baru',
  '/tiket/baru?layanan=NET-01',
  '/tiket/baru?layanan=PUB-01',
  '/tiket',
  '/tiket?q=tidakadayangcocok',
  `/tiket/${ticket}`,
  '/tiket/TIK-2026-99999',
  `/survei/${survey}`,
  '/survei/terima-kasih',
  '/survei/AAAAAAAAAAAAAAAAAAAAAA',
  '/pengembang',
  '/verifikasi',
  `/verifikasi/${report.code}${report.seal}`,
  '/verifikasi/0000-0000-0000-0000',
];

test.each(SIGHTS)('axe finds nothing on any page, %s%s', async (colorScheme, language) => {
  const found: Record<string, string[]> = {};
  await clerk.emulateMedia({ colorScheme });
  for (const place of places()) {
    await clerk.goto(`${stage.site.url}${language}${place}`);
    const problems = await barriers(clerk);
    if (problems.length) found[place] = problems;
  }
  expect(found).toEqual({});
});

test('the leader’s dashboard has no barriers either, and its numbers do not need its charts', async () => {
  const leader = await stage.open({ javaScriptEnabled: true });
  await leader.goto(`${stage.site.url}/masuk`);
  expect(await barriers(leader)).toEqual([]);
  await signIn(leader, stage.accounts.portal[3] as PortalAccount);
  await leader.waitForURL('**/dasbor');
  expect(await barriers(leader)).toEqual([]);
  const plain = await stage.open({ javaScriptEnabled: false });
  await plain.goto(`${stage.site.url}/masuk`);
  await signIn(plain, stage.accounts.portal[3] as PortalAccount);
  await plain.waitForURL('**/dasbor');
  expect(await plain.getByRole('table').count()).toBeGreaterThan(3);
});

test('no page is wider than a small phone', async () => {
  const phone = await stage.open({ viewport: { ...PHONE, width: 320 } });
  await stage.clerkAt(phone);
  await phone.waitForURL('**/beranda');
  const wide: string[] = [];
  for (const place of places()) {
    await phone.goto(`${stage.site.url}${place}`);
    if (await phone.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
      wide.push(place);
  }
  expect(wide).toEqual([]);
});

test('a page ships at most 30 kB of script', async () => {
  const heavy: Record<string, number> = {};
  for (const place of places()) {
    const page = await clerk.context().newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      const size = response.body().then((body) => zlib.gzipSync(body).length);
      // What arrives after the count, as the worker may, ends with its page and is nobody's failure.
      size.catch(() => undefined);
      sizes.push(size);
    });
    await page.goto(`${stage.site.url}${place}`, { waitUntil: 'networkidle' });
    const inline = (await page.evaluate(
      '[...document.querySelectorAll("script:not([src])")].map((script) => script.textContent).join("")',
    )) as string;
    const total =
      (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) + (inline ? zlib.gzipSync(inline).length : 0);
    if (total > 30 * 1024) heavy[place] = total;
    await page.close();
  }
  expect(heavy).toEqual({});
});

test('nothing goes out plain: pages, style sheets and scripts are packed, and what is named by its content is kept', async () => {
  const page = await clerk.context().newPage();
  const plain: string[] = [];
  const forgotten: string[] = [];
  page.on('response', (response) => {
    const [kind, headers] = [response.request().resourceType(), response.headers()];
    // Below half a kilobyte packing saves nothing.
    const isTiny = Number(headers['content-length'] ?? Infinity) < 512;
    const isWritten = response.status() === 200 && ['document', 'stylesheet', 'script'].includes(kind);
    if (isWritten && !headers['content-encoding'] && !isTiny) plain.push(response.url());
    if (response.url().includes('/_astro/') && !headers['cache-control']?.includes('immutable'))
      forgotten.push(response.url());
  });
  for (const place of ['/', '/tiket', '/tiket/baru?layanan=NET-01', `/tiket/${ticket}`])
    await page.goto(stage.site.url + place, { waitUntil: 'networkidle' });
  expect({ plain, forgotten }).toEqual({ plain: [], forgotten: [] });
  const asked = async (headers: Record<string, string>) =>
    (await page.request.get(`${stage.site.url}/panduan?q=jaringan`, { headers })).headers()['content-encoding'];
  expect(await asked({ 'accept-encoding': 'gzip' })).toBe('gzip');
  expect(await asked({ 'accept-encoding': 'identity' })).toBeUndefined();
  // Where another site chose the words, the length of the answer must tell it nothing.
  expect(await asked({ 'accept-encoding': 'gzip', 'sec-fetch-site': 'cross-site' })).toBeUndefined();
  await page.close();
});

test('pages that need a session lead to the sign-in page and back', async () => {
  const visitor = await stage.open();
  await visitor.goto(`${stage.site.url}/tiket/${ticket}`);
  await visitor.waitForURL('**/masuk**');
  await signIn(visitor, stage.accounts.portal[0] as PortalAccount);
  await visitor.waitForURL(`**/tiket/${ticket}`);
});

test('signing out ends the session', async () => {
  const visitor = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(visitor, stage.accounts.portal[1] as PortalAccount);
  await visitor.waitForURL('**/beranda');
  await visitor.getByRole('banner').locator('summary').click();
  await visitor.getByRole('button', { name: 'Keluar' }).click();
  await visitor.goto(`${stage.site.url}/beranda`);
  expect(visitor.url()).toContain('/masuk');
});

test.each(['/en//host.test/x', '/.//host.test', '/..//host.test', '/en/en//host.test', '/\\host.test'])(
  'signing in on the way to %j ends in this portal',
  async (way) => {
    const visitor = await stage.open({ javaScriptEnabled: false });
    await visitor.goto(`${stage.site.url}/masuk?lanjut=${encodeURIComponent(way)}`);
    await signIn(visitor, stage.accounts.portal[0] as PortalAccount);
    await visitor.waitForURL('**/beranda');
    const answer = await visitor.request.get(`${stage.site.url}/en//host.test?bahasa=id`, { maxRedirects: 0 });
    expect(new URL(answer.headers()['location'] ?? '', stage.site.url).origin).toBe(stage.site.url);
  },
);

test('names every object has are refused like any other unknown name', async () => {
  const post = async (place: string, form: Record<string, string>): Promise<number> =>
    (
      await clerk.request.post(`${stage.site.url}${place}`, {
        form,
        headers: { origin: stage.site.url },
        maxRedirects: 0,
      })
    ).status();
  for (const intent of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'claim', ''])
    expect([intent, await post(`/tiket/${ticket}`, { intent })]).toEqual([intent, 400]);
  expect(await post('/profil', { intent: 'constructor' })).toBe(400);
  expect((await clerk.request.get(`${stage.site.url}/profil?kabar=constructor`)).status()).toBe(200);
  await clerk.goto(`${stage.site.url}/profil?kabar=constructor`);
  expect(await clerk.getByRole('main').getByRole('status').count()).toBe(0);
});

test('a page and what the cms did for it stand under one id in both logs, without what was asked', async () => {
  const asked = 'katakunci-sangat-pribadi';
  const cookie = (await clerk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${stage.site.url}/tiket?q=${asked}`, { headers: { cookie } });
  const requestId = response.headers.get('x-request-id') ?? '';
  expect({ status: response.status, requestId }).toMatchObject({
    status: 200,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', stage.databaseName);
  const linesOf = (place: string) =>
    fs
      .readdirSync(place)
      .filter((name) => name.endsWith('.log'))
      .flatMap((name) => fs.readFileSync(path.join(place, name), 'utf8').split('\n'));
  const [portal, cms] = [linesOf(`${folder}-site`), linesOf(folder)];
  const under = (lines: readonly string[]) =>
    lines
      .filter((line) => line.startsWith('{') && line.includes(requestId))
      .map((line) => (JSON.parse(line) as { route: string }).route);
  expect(under(portal)).toEqual(['/tiket']);
  expect(under(cms)).toContain('/api/ticketing/tickets');
  expect([...portal, ...cms].join('\n')).not.toContain(asked);
  expect(await tellingIn(logsOf(stage), stage)).toEqual([]);
});

test('a page, what the cms did for it and each statement are one trace, which says nothing of anybody', async () => {
  const asked = 'katakunci-sangat-pribadi';
  const cookie = (await clerk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${stage.site.url}/tiket?q=${asked}`, { headers: { cookie } });
  const id = response.headers.get('x-request-id') ?? '';
  const named = (service: string, name: string) =>
    collector.spansOf(id).find((span) => span.service === service && span.name === name);
  await until('both have sent their spans', async () =>
    Boolean(named('ticketing-site', 'GET /tiket') && named('ticketing-cms', 'listTickets')),
  );
  const page = named('ticketing-site', 'GET /tiket');
  const request = named('ticketing-cms', 'GET /api/ticketing/tickets');
  const useCase = named('ticketing-cms', 'listTickets');
  const call = collector.spansOf(id).find(({ spanId }) => spanId === request?.parentSpanId);
  expect([page?.parentSpanId, page?.kind]).toEqual([undefined, 2]);
  expect([call?.service, call?.parentSpanId]).toEqual(['ticketing-site', page?.spanId]);
  expect(useCase?.parentSpanId).toBe(request?.spanId);
  const statements = collector.spansOf(id).filter(({ parentSpanId }) => parentSpanId === useCase?.spanId);
  expect(statements.length).toBeGreaterThan(0);
  expect(new Set(statements.map(({ kind }) => kind))).toEqual(new Set([3]));
  expect([...collector.authorizations]).toEqual(['Bearer pengumpul']);

  // All that was sent since the beginning, of pages, sign-ins and statements.
  const all = collector.bodies.join('\n');
  const { portal, staff } = stage.accounts;
  const secret = [asked, ticket, ...cookie.split('; ').map((pair) => pair.split('=')[1] ?? '')];
  for (const told of [...portal, ...staff].flatMap(({ name, email, password }) => [name, email, password]))
    expect(all).not.toContain(told);
  for (const told of secret.filter((value) => value.length > 8)) expect(all).not.toContain(told);
  const known: readonly string[] = Object.values(SPAN_FACTS);
  const keys = collector.spansOf(id).flatMap(({ attributes }) => attributes.map(({ key }) => key));
  expect([...new Set(keys)].filter((key) => !known.includes(key))).toEqual([]);
});

test('every file the portal serves is only what it says it is', async () => {
  const kinds = new Set<string>();
  const missing: string[] = [];
  const page = await clerk.context().newPage();
  page.on('response', (response) => {
    kinds.add(response.request().resourceType());
    if (response.headers()['x-content-type-options'] !== 'nosniff') missing.push(response.url());
  });
  await page.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`, { waitUntil: 'networkidle' });
  for (const place of ['/logo.svg', '/tidak-ada.js', '/_astro/tidak-ada.css']) await page.goto(stage.site.url + place);
  expect(missing).toEqual([]);
  expect([...kinds]).toEqual(expect.arrayContaining(['document', 'script', 'stylesheet', 'font']));
  await page.close();
});

describe('whether a document is genuine', () => {
  const at = (place: string) => `${stage.site.url}/verifikasi${place}`;

  test('a telephone that scans the QR is told by mathematics alone, also of one changed field', async () => {
    const page = await stage.open({ viewport: PHONE });
    await page.goto(at(`/${report.code}${report.seal}`));
    await page.getByText('Segel asli').waitFor();
    await page.getByText('masih berlaku').first().waitFor();
    await page.getByText('Bukan tanda tangan elektronik.').waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
    await page.reload();
    await page.context().setOffline(true);
    // Going to where one is already would only move within the page.
    await page.reload();
    await page.getByText('Tidak ada internet di perangkat ini').waitFor();
    await page.getByText('Segel asli').waitFor();
    const [body = '', signature = ''] = report.seal.slice(1).split('.');
    const other = Buffer.from(body, 'base64url')
      .toString()
      .replace('"completion-report","TIK-', '"completion-report","TIL-');
    await page.goto(at(`/${report.code}#${Buffer.from(other).toString('base64url')}.${signature}`));
    await page.getByText('Segel tidak sah').waitFor();
    await page.goto(at(`/0000-0000-0000-0000${report.seal}`));
    await page.getByText('Kode pada alamat tidak sama').waitFor();
  });

  test.each([true, false])('a file is checked byte for byte, with JavaScript %s', async (javaScriptEnabled) => {
    const page = await stage.open({ javaScriptEnabled });
    const check = async (name: string, buffer: Buffer) => {
      await page.goto(at(''));
      await page.getByLabel('Berkas PDF', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
    };
    await check('ba.pdf', report.bytes);
    await page.getByText('Berkas ini asli').waitFor();
    await page.getByText(report.code).waitFor();
    const forged = Buffer.from(report.bytes);
    forged[forged.length - 20] = (forged[forged.length - 20] ?? 0) ^ 1;
    await check('ba.pdf', forged);
    await page.getByText('Berkas ini bukan dokumen yang diterbitkan').waitFor();
    await check('besar.pdf', Buffer.alloc(11 * 1024 * 1024, 1));
    await page.getByText(/Berkas ini 11 MB\. Dokumen yang diterbitkan sistem ini paling besar 10 MB/).waitFor();
  });

  test('a code typed from paper leads to its document; a wrong one says what to look at', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    await page.goto(at(''));
    await page.getByLabel('Kode dokumen').fill(report.code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Periksa kode' }).click();
    await page.waitForURL(at(`/${report.code}`));
    expect((await page.goto(at('/ABCD-ABCD-ABCD-ABCD')))?.status()).toBe(404);
    await page.getByText('Tidak ada dokumen dengan kode ini').waitFor();
  });

  test('the papers of a ticket are folded on its page, and open as PDF', async () => {
    await clerk.goto(`${stage.site.url}/tiket/${ticket}`);
    await clerk.locator('#dokumen summary').click();
    const link = clerk.getByRole('link', { name: 'Formulir Permohonan' });
    const answer = await clerk.request.get(`${stage.site.url}${await link.getAttribute('href')}`);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^inline/) as string,
    });
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
