/** How people come to a password, change it, lose it and guess it. */
import fs from 'node:fs';
import path from 'node:path';
import { newcomer, newPassword } from '../support/portal-account';
import { forget, mail, post, world } from './passwords/stage';
import './passwords/links';
import './passwords/policy';
import './passwords/accounts';

test('a letter comes in the language the person chose, from whatever page it was asked for', async () => {
  const account = await newcomer(world);
  await (await account.signIn()).setLanguage({ language: 'en' });
  await forget(account.email).set('Accept-Language', 'id').expect(200);
  expect((await mail.next(account.email, 'Reset your password')).text).toContain(
    'https://tiket.contoh.test/en/atur-ulang-sandi?kode=',
  );
});

test('who guesses waits longer each time, and cannot keep the owner of the account out', async () => {
  const account = await newcomer(world);
  const guess = (address: string, password = 'salah-sama-sekali') =>
    post('/api/auth/local', { identifier: account.email, password }, address);
  for (let tries = 0; tries < 6; tries += 1) await guess('198.51.100.7').expect(400);
  const held = await guess('198.51.100.7').expect(429);
  expect(held.body.error).toMatchObject({
    details: { code: 'tooManyRequests', seconds: expect.any(Number) as number },
  });
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
  // The right password helps nobody who is held; from where the owner is it opens.
  await guess('198.51.100.7', account.password).expect(429);
  await guess('203.0.113.5', account.password).expect(200);
});

test('a name that is nobody’s takes as much work as one that is somebody’s', async () => {
  const { email } = await newcomer(world);
  const time = async (identifier: string, address: string) => {
    const began = process.hrtime.bigint();
    await post('/api/auth/local', { identifier, password: 'salah-sama-sekali' }, address).expect(400);
    return Number(process.hrtime.bigint() - began);
  };
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let each = 0; each < 9; each += 1) {
    known.push(await time(email, `198.51.100.${20 + each}`));
    unknown.push(await time(`tidak.ada.${each}@bukittinggi.test`, `198.51.100.${40 + each}`));
  }
  // Before, an unknown name was answered in a tenth of the time: its password was compared with nothing.
  expect(middle(unknown) / middle(known)).toBeGreaterThan(0.4);
});

// The last one here: nobody of the office comes in afterwards.
test('while nobody administers the desk, one link makes the first administrator, once; the panel registers nobody else', async () => {
  await world.database.query('update admin_users set is_active = false');
  await world.restart();
  const file = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'first-admin.json');
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  const { url, expiresAt } = JSON.parse(fs.readFileSync(file, 'utf8')) as { url: string; expiresAt: string };
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
  const registrationToken = new URL(url).searchParams.get('registrationToken') ?? '';
  expect(registrationToken).toMatch(/^[0-9a-f]{64}$/);

  const userInfo = { firstname: 'Ibu', lastname: 'Kepala', password: newPassword() };
  const register = (body: object) => post('/admin/register', body);
  const stranger = await post('/admin/register-admin', { ...userInfo, email: 'orang@jahat.test' });
  expect(stranger.status).toBeGreaterThanOrEqual(400);
  for (const body of [
    { registrationToken: '0'.repeat(64), userInfo },
    { registrationToken, userInfo: { ...userInfo, password: 'Bukittinggi2026' } },
  ])
    expect((await register(body)).status).toBe(400);
  const { body } = await register({ registrationToken, userInfo }).expect(200);
  const { email } = (body as { data: { user: { email: string } } }).data.user;
  expect((await register({ registrationToken, userInfo })).status).toBe(400);
  await post('/admin/login', { email, password: userInfo.password }).expect(200);
  await world.restart();
  expect(fs.existsSync(file)).toBe(false);
});
