import { PHONE, SIGHTS, barriers } from '../../support/browser';
import { codeIn } from '../../support/mail';
import { makeInPanel, newcomer } from '../../support/portal-account';
import { stage, mail, at, READ, arrive } from './stage';

const OPEN = ['/masuk', '/lupa-sandi', '/lupa-sandi?terkirim', '/atur-ulang-sandi', '/konfirmasi-email', '/privasi'];
const OWN = ['/profil', '/profil/kata-sandi', '/profil/perangkat'];
test.each(SIGHTS)('axe finds nothing on these pages, %s%s', async (colorScheme, language) => {
  const account = await newcomer(stage);
  const page = await stage.open({ colorScheme });
  const found: Record<string, string[]> = {};
  const look = async (place: string) => {
    await page.goto(at(`${language}${place}`));
    const problems = await barriers(page);
    if (problems.length) found[place] = problems;
  };
  const forgotten = (await makeInPanel(stage)).email;
  for (const place of [
    ...OPEN,
    `/atur-ulang-sandi?kode=${codeIn(await mail.next(forgotten, 'Buat kata sandi'))}`,
    `/konfirmasi-email?kode=${'x'.repeat(43)}`,
  ])
    await look(place);
  await stage.clerkAt(page, account);
  await page.waitForURL('**/privasi**');
  if (!language) found['first visit'] = await barriers(page);
  if (!found['first visit']?.length) delete found['first visit'];
  await page.getByRole('button', READ).click();
  for (const place of OWN) await look(place);
  await page.goto(at(`${language}/profil/kata-sandi`));
  await page.locator('main form button[type=submit]').click();
  await page.locator('.field.has-error').first().waitFor();
  const wrong = await barriers(page);
  if (wrong.length) found['kata-sandi with errors'] = wrong;
  expect(found).toEqual({});
});

test('no page is wider than a small phone', async () => {
  const account = await newcomer(stage);
  await stage.database.query(
    `update up_users set full_name = repeat('Sangatpanjangtanpaspasi', 5), position = repeat('Kepala Seksi ', 9)
     where email = $1`,
    [account.email],
  );
  const page = await stage.open({ viewport: { ...PHONE, width: 320 } });
  const wide: string[] = [];
  const look = async (place: string) => {
    await page.goto(at(place));
    if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
      wide.push(place);
  };
  for (const place of OPEN) await look(place);
  await arrive(page, account);
  for (const place of OWN) await look(place);
  expect(wide).toEqual([]);
});
