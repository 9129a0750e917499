import { openStage, type Stage } from '../support/browser';
import { outage } from '../support/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('the officers’ queue and an open ticket hear of news within a moment, long before they would ask', async () => {
  const clerk = await stage.clerk();
  const { number } = await clerk.submitTicket(outage({ title: 'Sudah ada di antrian' }));
  const page = await stage.open();
  await stage.officerAt(page, 'Galih Ramadhan');
  const listening = page.waitForResponse(
    (response) => response.url().endsWith('/ticketing/events') && response.status() === 200,
  );
  await page.goto(`${stage.cms.url}/admin/plugins/ticketing`);
  await listening;
  await page.getByRole('link', { name: 'Sudah ada di antrian' }).first().waitFor();
  // Right after an answer the next question is ten seconds away, or a minute where news come by themselves.
  await page.waitForTimeout(1500);
  await clerk.submitTicket(outage({ title: 'Baru saja masuk' }));
  await page.getByRole('link', { name: 'Baru saja masuk' }).first().waitFor({ timeout: 4000 });

  await page.goto(`${stage.cms.url}/admin/plugins/ticketing/tiket/${number}`);
  await page
    .getByRole('heading', { name: /Sudah ada di antrian/ })
    .first()
    .waitFor();
  await page.waitForTimeout(2000);
  await clerk.commentOnTicket({ number, body: 'Ternyata stopkontaknya.' });
  await page.getByText('Ternyata stopkontaknya.').waitFor({ timeout: 4000 });
});

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
  await stage.officerAt(page, 'Galih Ramadhan');
  await page.goto(`${stage.cms.url}/admin/plugins/ticketing`);
  await page.locator('main h1').first().waitFor();
  // The stream of news never ends, so that the network is never at rest: a moment is enough for the last file.
  await page.waitForTimeout(2000);
  expect(plain).toEqual([]);
  expect(weight).toBeGreaterThan(100_000);
  expect(weight).toBeLessThanOrEqual(1_200_000);
});
