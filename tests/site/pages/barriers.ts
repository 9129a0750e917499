import { PHONE, SIGHTS, barriers, signIn } from '../../support/browser';
import type { PortalAccount } from '../../support/world';
import { stage, clerk, places } from './stage';

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
