// @ts-check
/**
 * Asks Lighthouse about one page, as a phone on a slow network sees it: `node lighthouse.mjs PORT URL COOKIE`. A process of its
 * own, since Lighthouse is an ES module and Jest is not. Prints the scores (0–100) and what took points away.
 */
import lighthouse from 'lighthouse';

const [port = '', url = '', cookie = ''] = process.argv.slice(2);
const categories = ['performance', 'accessibility', 'best-practices'];
const result = await lighthouse(url, {
  port: Number(port),
  output: 'json',
  logLevel: 'error',
  onlyCategories: categories,
  disableStorageReset: true,
  extraHeaders: cookie ? { cookie } : undefined,
});
if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
const { lhr } = result;
const scores = Object.fromEntries(
  categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
);
const faults = Object.values(lhr.audits)
  .filter(({ score }) => score !== null && score < 0.9)
  .map(({ id, displayValue }) => `${id}${displayValue ? ` (${displayValue})` : ''}`);
process.stdout.write(JSON.stringify({ finalUrl: lhr.finalDisplayedUrl, scores, faults }));
