import { PHONE } from '../../support/browser';
import { stage } from './stage';

test.each(['pasword', 'passwordnya'])('“%s” finds the guide on passwords', async (q) => {
  const visitor = await stage.open();
  await visitor.goto(`${stage.site.url}/panduan?q=${q}`);
  await visitor
    .getByRole('link', { name: /kata sandi/i })
    .first()
    .waitFor();
});

test('a visitor searches by another form of the word, narrows by kind, reads, and goes on to the next guide', async () => {
  const visitor = await stage.open({ javaScriptEnabled: false });
  await visitor.goto(stage.site.url);
  await visitor.getByLabel('Cari dalam panduan').fill('memutuskan internet');
  await visitor.getByRole('button', { name: 'Cari' }).click();
  await visitor.waitForURL(/\/panduan\?q=/);
  await visitor
    .getByRole('navigation', { name: 'Jenis panduan' })
    .getByRole('link', { name: /Tanya jawab/ })
    .click();
  // Everyday words for the same thing are marked as well, such as WiFi.
  expect(await visitor.locator('mark').allInnerTexts()).toContainEqual(expect.stringMatching(/putus|internet/i));
  await visitor.getByRole('link', { name: 'Internet kantor terputus, apa yang harus dilakukan?' }).click();
  expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe(
    'Internet kantor terputus, apa yang harus dilakukan?',
  );
  expect(await visitor.getByRole('link', { name: /^Ajukan permintaan.*Gangguan internet/ }).getAttribute('href')).toBe(
    '/tiket/baru?layanan=NET-01',
  );
  await visitor.getByRole('link', { name: /^Berikutnya/ }).click();
  await visitor.waitForURL('**/panduan/email-dinas-lupa-kata-sandi');
});

test('what an editor writes runs nothing, leads nowhere dangerous and asks no other host', async () => {
  const visitor = await stage.open();
  await visitor.goto(`${stage.site.url}/en/panduan/panjang-sekali`);
  expect(await visitor.evaluate('window.dijalankan')).toBeUndefined();
  const article = visitor.locator('article');
  expect(await article.locator('script, img, [onerror], [style]').count()).toBe(0);
  expect(await article.innerText()).toContain('<script>window.dijalankan = true</script>');
  expect(
    await article
      .locator('a')
      .evaluateAll((links) =>
        links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')]),
      ),
  ).toEqual([
    ['luar', 'https://contoh.go.id/a', 'noopener noreferrer'],
    ['dalam', '/en/tiket/baru', null],
  ]);
});

test('a long guide says what is in it, and each entry leads to its part', async () => {
  const phone = await stage.open({ viewport: PHONE, javaScriptEnabled: false });
  await phone.goto(`${stage.site.url}/panduan/panjang-sekali`);
  await phone.getByText('Daftar isi (40 bagian)').click();
  await phone
    .getByRole('navigation', { name: 'Daftar isi' })
    .getByRole('link', { name: 'Bagian 39', exact: true })
    .click();
  expect(phone.url()).toMatch(/#b-bagian-39$/);
  expect(await phone.getByRole('heading', { name: 'Bagian 39', exact: true }).isVisible()).toBe(true);
  const ids = await phone.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const desk = await stage.open();
  await desk.goto(`${stage.site.url}/panduan/panjang-sekali`);
  expect(await desk.getByRole('navigation', { name: 'Daftar isi' }).count()).toBe(1);
});

test('on paper there is the guide, whole, with where it comes from, and nothing to press', async () => {
  const visitor = await stage.open({ viewport: { width: 794, height: 1123 } });
  await visitor.goto(`${stage.site.url}/panduan/panjang-sekali`);
  await visitor.emulateMedia({ media: 'print' });
  for (const hidden of ['header.site', 'footer.site', '#membantu', 'button', 'nav'])
    expect([
      hidden,
      await visitor.locator(hidden).evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).length),
    ]).toEqual([hidden, 0]);
  expect(await visitor.getByText(/^Sumber: http.*\/panduan\/panjang-sekali/).isVisible()).toBe(true);
  expect(
    await visitor
      .locator('table')
      .evaluate((table) => table.getBoundingClientRect().right <= document.documentElement.clientWidth),
  ).toBe(true);
});
