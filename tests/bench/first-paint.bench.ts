import { file } from '../support/desk';
import { openStage, PHONE, type Stage } from '../support/browser';

/** A line of a cheap phone: bits a second either way, and the round trip in milliseconds. */
const LINE = { bits: 750_000, latency: 150 };
const RUNS = 3;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

interface Seen {
  readonly largest: number;
  readonly bytes: number;
  readonly script: number;
}

test('the largest paint of a first visit over a slow line', async () => {
  const { number } = await file(await stage.clerk(), 'NET-01');
  const signedIn = await stage.open();
  await stage.clerkAt(signedIn);
  await signedIn.waitForURL('**/beranda');
  const session = await signedIn.context().storageState();

  /** Nothing is kept from before: each visit has a browser of its own. */
  async function visit(place: string): Promise<Seen> {
    const isStranger = ['/', '/masuk'].includes(place);
    const page = await stage.open({
      ...{ viewport: PHONE, serviceWorkers: 'block' as const },
      ...(!isStranger && { storageState: session }),
    });
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    const rate = LINE.bits / 8;
    await line.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: LINE.latency },
      ...{ downloadThroughput: rate, uploadThroughput: rate },
    });
    const kinds = new Map<string, string>();
    let [bytes, script] = [0, 0];
    line.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (kinds.get(requestId) === 'Script') script += encodedDataLength;
    });
    await page.goto(`${stage.site.url}${place}`, { waitUntil: 'networkidle' });
    const largest = (await page.evaluate(
      'new Promise((told) => new PerformanceObserver((list) => told(list.getEntries().at(-1).startTime))' +
        ".observe({ type: 'largest-contentful-paint', buffered: true }))",
    )) as number;
    await page.context().close();
    return { largest, bytes, script };
  }

  const rows: string[] = [];
  for (const place of [
    ...['/', '/masuk', '/verifikasi', '/panduan', '/panduan/internet-kantor-terputus', '/beranda', '/tiket/baru'],
    ...['/tiket/baru?layanan=NET-01', '/tiket', `/tiket/${number}`, '/profil', '/notifikasi'],
  ]) {
    const seen: Seen[] = [];
    for (let run = 0; run < RUNS; run += 1) seen.push(await visit(place));
    const [, middle] = seen.map(({ largest }) => Math.round(largest)).sort((one, other) => one - other);
    const kilobytes = (of: number | undefined): string => ((of ?? 0) / 1000).toFixed(1);
    rows.push(`| ${place} | ${middle} | ${kilobytes(seen[0]?.bytes)} | ${kilobytes(seen[0]?.script)} |`);
  }
  process.stdout.write(
    ['| page | largest paint, ms | kB | of it script |', '|---|--:|--:|--:|', ...rows, ''].join('\n'),
  );
}, 600_000);
