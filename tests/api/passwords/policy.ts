import request from 'supertest';
import { codeIn } from '../../support/mail';
import { makeInPanel, newcomer, newPassword } from '../../support/portal-account';
import { bare, signInPortal } from '../../support/world';
import { codes, events, forget, mail, post, reset, world } from './stage';

const WEAK = ['pendek', 'Password1234', '123456789012', 'Bukittinggi2026'];
test('the policy holds at every door, and a refused password leaves everything as it was', async () => {
  const account = await newcomer(world);
  const person = await account.signIn();
  await forget(account.email).expect(200);
  const code = codeIn(await mail.next(account.email, 'Atur ulang'));
  const { token } = await world.staff('Administrator Demo');
  const { rows } = await world.database.query<{ document_id: string }>(
    'select document_id from up_users where email = $1',
    [account.email],
  );
  const panel = (password: string) =>
    request(world.cms.url)
      .put(`/content-manager/collection-types/plugin::users-permissions.user/${rows[0]?.document_id}`)
      .set('authorization', `Bearer ${token}`)
      .send({ password });
  for (const [index, password] of [
    ...WEAK,
    `${account.email.split('@')[0]}!`,
    'siti-rahmawati-1',
    'ñ'.repeat(40),
  ].entries()) {
    const refused = [
      await reset(code, password, `10.6.0.${index}`),
      await post('/api/auth/reset-password', { code, password, passwordConfirmation: password }, `10.6.1.${index}`),
      await bare(world, person)('post', '/account/password').send({ currentPassword: account.password, password }),
      await bare(world, person)('post', '/auth/change-password', '/api').send({
        currentPassword: account.password,
        password,
        passwordConfirmation: password,
      }),
      await panel(password),
    ];
    expect({ password, statuses: refused.map(({ status }) => status) }).toEqual({
      password,
      statuses: [400, 400, 400, 400, 400],
    });
    expect(codes(refused[0]?.body)?.[0]).toMatch(/^password (tooShort|tooLong|tooCommon|namesAccount)$/);
  }
  expect((await makeInPanel(world, { password: 'Password1234' })).status).toBe(400);
  await person.getMe({});
  await reset(code, newPassword()).expect(200);
});

test.each(['ours', 'Strapi’s own', 'the panel’s'])(
  'CVE-2026-22706: a new password ends every session, through %s door',
  async (door) => {
    const account = await newcomer(world);
    const [here, there] = [await account.signIn(), await account.signIn()];
    const password = newPassword();
    if (door === 'ours') {
      const { jwt } = await here.changePassword({ currentPassword: account.password, password });
      await bare(world, { ...here, token: jwt })('get', '/me').expect(200);
    } else if (door === 'the panel’s') {
      const { rows } = await world.database.query<{ document_id: string }>(
        'select document_id from up_users where email = $1',
        [account.email],
      );
      await request(world.cms.url)
        .put(`/content-manager/collection-types/plugin::users-permissions.user/${rows[0]?.document_id}`)
        .set('authorization', `Bearer ${(await world.staff('Administrator Demo')).token}`)
        .send({ password })
        .expect(200);
    } else {
      const { body } = await bare(world, here)('post', '/auth/change-password', '/api')
        .send({ currentPassword: account.password, password, passwordConfirmation: password })
        .expect(200);
      await bare(world, { ...here, token: body.jwt })('get', '/me').expect(200);
    }
    for (const session of [here, there]) {
      await expect(session.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
      expect((await bare(world, session)('get', '/users/me', '/api')).status).toBeGreaterThanOrEqual(401);
    }
    expect((await events(account.email)).filter(({ event }) => event === 'endSessions')).toMatchObject([
      { payload: { reason: 'passwordChanged', sessions: 2 } },
    ]);
    await signInPortal(world.cms.url, { ...account, password });
  },
);

test('changing asks for the present password, notes who guesses it, and wants another one', async () => {
  const account = await newcomer(world);
  const send = bare(world, await account.signIn());
  expect(
    codes(
      (
        await send('post', '/account/password')
          .send({ currentPassword: 'bukan-ini-sandinya', password: newPassword() })
          .expect(400)
      ).body,
    ),
  ).toEqual(['currentPassword wrongPassword']);
  expect((await events(account.email)).at(-1)).toMatchObject({
    event: 'changePasswordFailed',
    payload: { reason: 'wrongPassword' },
  });
  expect(
    codes(
      (
        await send('post', '/account/password')
          .send({ currentPassword: account.password, password: account.password })
          .expect(400)
      ).body,
    ),
  ).toEqual(['password unchanged']);
  const answers = [];
  for (let index = 0; index < 10; index += 1)
    answers.push(
      (
        await send('post', '/account/password').send({
          currentPassword: `tebakan-${index}-sandi`,
          password: newPassword(),
        })
      ).status,
    );
  expect(answers.slice(-2)).toEqual([429, 429]);
});
