// @ts-check
/**
 * Asks Lighthouse about pages, as a phone sees them: `node lighthouse.mjs PORT '[{"url","cookie"}]'`. A process of its own, since
 * Lighthouse is an ES module and Jest is not. Prints what each page asks of people and machines, and nothing a clock measured.
 */
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';

/** @typedef {{ url: string, cookie: string }} Asked */
/** @typedef {{ url: string, resourceType: string, resourceSize: number }} Load */

const CATEGORIES = ['accessibility', 'best-practices'];
const [port = '', asked = '[]'] = process.argv.slice(2);

/** @param {Asked} asked */
async function judge({ url, cookie }) {
  const result = await lighthouse(url, {
    port: Number(port),
    output: 'json',
    logLevel: 'error',
    onlyCategories: CATEGORIES,
    onlyAudits: ['network-requests', 'cumulative-layout-shift'],
    // A slower network or processor would move only times, and none is judged.
    throttlingMethod: 'provided',
    disableFullPageScreenshot: true,
    disableStorageReset: true,
    // A page with a stream of events never falls silent; what it loads of itself is there long before.
    maxWaitForLoad: 15_000,
    ...(cookie ? { extraHeaders: { cookie } } : {}),
  });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
  const { lhr, artifacts } = result;
  const details = lhr.audits['network-requests']?.details;
  if (details?.type !== 'table') throw new Error(`Lighthouse saw no requests of ${url}`);
  const loads = /** @type {Load[]} */ (/** @type {unknown} */ (details.items));
  return {
    finalUrl: lhr.finalDisplayedUrl,
    requests: loads.length,
    // As unpacked, so that what an earlier page left in the cache counts too.
    bytes: loads.reduce((sum, { resourceSize }) => sum + resourceSize, 0),
    // Scripts within the page are among them.
    scriptBytes: artifacts.Scripts.reduce((sum, { content }) => sum + gzipSync(content ?? '').length, 0),
    blocking: artifacts.Trace.traceEvents
      .filter(
        ({ name, args }) =>
          name === 'ResourceSendRequest' && /^(in_body_parser_)?blocking$/.test(String(args.data?.renderBlocking)),
      )
      .map(({ args }) => new URL(args.data?.url ?? '').pathname),
    layoutShift: lhr.audits['cumulative-layout-shift']?.numericValue ?? Number.POSITIVE_INFINITY,
    faults: CATEGORIES.flatMap((name) => {
      const refs = lhr.categories[name]?.auditRefs ?? [];
      if (refs.length === 0) throw new Error(`Lighthouse did not judge ${name} of ${url}`);
      return refs
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${name}: ${id}`);
    }),
  };
}

// Lighthouse may still ask a page whether it is quiet when its wait is over and the page closed: nobody needs the answer.
process.on('unhandledRejection', (error) => {
  if (!/Session closed/.test(String(error))) throw error;
});

const verdicts = [];
for (const each of /** @type {Asked[]} */ (JSON.parse(asked))) verdicts.push(await judge(each));
process.stdout.write(JSON.stringify(verdicts));
