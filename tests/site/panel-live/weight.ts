import { panelAt } from '../../support/browser';
import { stage } from './stage';

test('the first sign-in fetches at most 1.2 MB of the panel, compressed', async () => {
  const page = await stage.open();
  let weight = 0;
  const plain: string[] = [];
  page.on('requestfinished', async (request) => {
    if (!/\/admin\/.*\.(js|css|svg|json)$/.test(request.url())) return;
    const { responseBodySize } = await request.sizes();
    weight += responseBodySize;
    const encoding = (await (await request.response())?.allHeaders())?.['content-encoding'];
    if (responseBodySize > 1024 && encoding === undefined) plain.push(request.url());
  });
  await stage.officerSignsIn(page, 'Galih Ramadhan');
  await panelAt(page, '/plugins/ticketing');
  await page.locator('main h1').first().waitFor();
  // The stream of news never ends, so that the network is never at rest: a moment is enough for the last file.
  await page.waitForTimeout(2000);
  expect(plain).toEqual([]);
  expect(weight).toBeGreaterThan(100_000);
  expect(weight).toBeLessThanOrEqual(1_200_000);
});
