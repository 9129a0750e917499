import zlib from 'node:zlib';
import { stage, clerk, ticket, places } from './stage';

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
