import { signIn } from '../../support/browser';
import type { PortalAccount } from '../../support/world';
import { stage, clerk, ticket } from './stage';

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
