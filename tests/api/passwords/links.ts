import { everyEntry, expectWholeChains } from '../../support/entries';
import { codeIn } from '../../support/mail';
import { newcomer, newPassword } from '../../support/portal-account';
import { bare, signInPortal } from '../../support/world';
import { events, forget, mail, post, reset, world } from './stage';

test('a forgotten password: the letter says who, when and what to do, and its link opens the door once', async () => {
  const account = await newcomer(world);
  const [phone, office] = [await account.signIn(), await account.signIn()];
  await forget(account.email)
    .set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36')
    .expect(200, { data: { ok: true }, meta: {} });
  const letter = await mail.next(account.email, 'Atur ulang kata sandi');
  expect(letter.text).toMatch(
    /Yth\. Siti Rahmawati,[^]*pukul \d\d\.\d\d WIB[^]*perangkat: Chrome di Windows; alamat jaringan: 127\.0\.0\.1[^]*https:\/\/tiket\.contoh\.test\/atur-ulang-sandi\?kode=[^]*Bukan Anda yang meminta\?/,
  );
  expect(letter.html).toContain('lang="id"');

  const code = codeIn(letter);
  expect((await post('/api/ticketing/password/link', { code }).expect(200)).body.data).toMatchObject({
    purpose: 'RESET',
    fullName: 'Siti Rahmawati',
    email: account.email,
  });
  const password = newPassword();
  const { body } = await reset(code, password).expect(200);
  expect((await bare(world, { ...phone, token: body.data.jwt })('get', '/me').expect(200)).body.data.actor.name).toBe(
    'Siti Rahmawati',
  );
  for (const session of [phone, office])
    await expect(session.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
  await post('/api/auth/local', { identifier: account.email, password: account.password }).expect(400);
  await signInPortal(world.cms.url, { ...account, password });

  expect((await reset(code, newPassword()).expect(410)).body.error.details.code).toBe('linkSpent');
  const told = await events(account.email);
  expect(told.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['forgotPassword', 'resetPassword', 'endSessions']),
  );
  expect(told.find(({ event }) => event === 'endSessions')).toMatchObject({
    actor_name: 'Siti Rahmawati',
    payload: { reason: 'passwordChanged', sessions: 2 },
  });
  expect((await mail.next(account.email, 'sudah diganti')).text).toContain('Bukan Anda yang menggantinya?');
  expectWholeChains(await everyEntry(world));
});

test('host-header poisoning: a link leads to our own address, whatever the caller calls us', async () => {
  const { email } = await newcomer(world);
  await forget(email)
    .set('Host', 'jahat.test')
    .set('X-Forwarded-Host', 'jahat.test')
    .set('Forwarded', 'host=jahat.test')
    .set('Origin', 'https://jahat.test')
    .expect(200);
  const { text, html } = await mail.next(email, 'Atur ulang kata sandi');
  expect(text).toContain('https://tiket.contoh.test/atur-ulang-sandi?kode=');
  expect(`${text}${html}`).not.toContain('jahat.test');
});

test('nobody can tell from the answer or its speed whether there is such an account', async () => {
  const account = await newcomer(world);
  await world.database.query('update up_users set blocked = true where email = $1', [account.email]);
  const known = (await newcomer(world)).email;
  // While nobody can read who has an account, everybody is answered all the same: the answer knows nothing of it.
  await world.database.query('begin; lock table up_users in access exclusive mode');
  try {
    for (const identifier of [known, 'tidak.ada@bukittinggi.test', account.email]) {
      const { status, text } = await forget(identifier, '10.9.0.1').timeout(60_000);
      expect({ status, text }).toEqual({ status: 200, text: '{"data":{"ok":true},"meta":{}}' });
    }
  } finally {
    await world.database.query('rollback');
  }
  await mail.next(known, 'Atur ulang');
  expect(await mail.lettersTo(account.email)).toEqual([]);
});

test('an account is sent at most three letters an hour, an address asks at most ten times a minute', async () => {
  const { email } = await newcomer(world);
  for (let index = 0; index < 6; index += 1) await forget(email, `10.8.0.${index}`).expect(200);
  for (
    const until = Date.now() + 20_000;
    (await events(email)).filter(({ event }) => event.startsWith('forgotPassword')).length < 6 && Date.now() < until;
  )
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(
    (await events(email))
      .map(({ event, payload }) => payload.reason ?? event)
      .filter((said) => /forgot|tooMany/.test(said))
      .sort(),
  ).toEqual(['forgotPassword', 'forgotPassword', 'forgotPassword', 'tooManyLinks', 'tooManyLinks', 'tooManyLinks']);
  expect((await mail.lettersTo(email)).length).toBeLessThanOrEqual(3);
  // Another account each time: what is typed must not open a new count.
  const answers = [];
  for (let index = 0; index < 12; index += 1)
    answers.push((await forget(`orang${index}@bukittinggi.test`, '10.7.0.1')).status);
  expect(answers).toEqual([...Array<number>(10).fill(200), 429, 429]);
  const strapis = [];
  for (let index = 0; index < 12; index += 1)
    strapis.push(
      (await post('/api/auth/forgot-password', { email: `orang${index}@bukittinggi.test` }, '10.7.0.2')).status,
    );
  expect(strapis.filter((status) => status === 429).length).toBe(2);
});

test('a link ends after its hour, with a change of password, and when the account is blocked', async () => {
  const account = await newcomer(world);
  const link = async () => {
    await mail.empty();
    await forget(account.email).expect(200);
    return codeIn(await mail.next(account.email, 'Atur ulang'));
  };
  const late = await link();
  await world.database.query(
    "update account_links set expires_at = now() - interval '1 second' where expires_at = (select max(expires_at) from account_links where purpose = 'RESET')",
  );
  await reset(late, newPassword()).expect(410);
  const open = await link();
  await world.database.query('update up_users set blocked = true where email = $1', [account.email]);
  await reset(open, newPassword()).expect(410);
  await world.database.query('update up_users set blocked = false where email = $1', [account.email]);
  await (await account.signIn()).changePassword({ currentPassword: account.password, password: newPassword() });
  await reset(open, newPassword()).expect(410);
  const { rows } = await world.database.query('select digest from account_links where digest = any($1)', [
    [late, open],
  ]);
  expect(rows).toEqual([]);
});

test('of two who hold the same link at the same moment one comes in', async () => {
  const account = await newcomer(world);
  await forget(account.email).expect(200);
  const code = codeIn(await mail.next(account.email, 'Atur ulang'));
  const answers = await Promise.all([reset(code, newPassword()), reset(code, newPassword())]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
});
