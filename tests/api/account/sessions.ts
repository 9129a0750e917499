import request from 'supertest';
import { newcomer } from '../../support/portal-account';
import { bare } from '../../support/world';
import { CHROME, mine, world } from './stage';

test('sessions are told by device, address and last use; one is ended, then all others', async () => {
  const account = await newcomer(world);
  const signIn = async (agent: string, address: string) =>
    (
      await request(world.cms.url)
        .post('/api/auth/local')
        .set('User-Agent', agent)
        .set('X-Forwarded-For', address)
        .send({ identifier: account.email, password: account.password })
        .expect(200)
    ).body.jwt as string;
  const here = await account.signIn();
  const [office, phone] = [await signIn(CHROME, '10.20.1.9'), await signIn('', '180.250.1.2')];
  const list = await here.listSessions({});
  expect(list).toHaveLength(3);
  expect(list[0]).toMatchObject({ isCurrent: true, place: 'THIS_SERVER' });
  const known = list.find(({ address }) => address === '10.20.1.9');
  expect(known).toMatchObject({
    isCurrent: false,
    device: { browser: 'Chrome', system: 'Windows' },
    place: 'INTERNAL',
  });

  const knock = (token: string) => bare(world, { ...here, token })('get', '/me');
  expect((await here.endSession({ id: known?.id ?? '' })).map(({ id }) => id)).not.toContain(known?.id);
  await knock(office).expect(401);
  await knock(phone).expect(200);
  await expect(here.endSession({ id: known?.id ?? '' })).rejects.toMatchObject({ code: 'notFound' });
  expect(await here.endSessions({ scope: 'others' })).toEqual({ ended: 1 });
  await knock(phone).expect(401);
  await here.getMe({});
  expect(await mine('endSessions')).toMatchObject([
    { payload: { reason: 'endedByOwner', sessions: 1 } },
    { payload: { reason: 'endedByOwner', sessions: 1 } },
  ]);
  const again = await account.signIn();
  expect(await again.endSessions({ scope: 'all' })).toEqual({ ended: 2 });
  for (const session of [here, again])
    await expect(session.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('signing out ends this session only, and nobody ends another person’s', async () => {
  const [one, other] = [await newcomer(world), await newcomer(world)];
  const [phone, office, stranger] = [await one.signIn(), await one.signIn(), await other.signIn()];
  const [theirs] = await stranger.listSessions({});
  await expect(office.endSession({ id: theirs?.id ?? '' })).rejects.toMatchObject({ code: 'notFound' });
  await stranger.getMe({});
  expect(await phone.endSessions({ scope: 'current' })).toEqual({ ended: 1 });
  await expect(phone.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
  await office.getMe({});
  expect(await mine('signOut')).toMatchObject([{ actor_kind: 'portal', payload: { reason: 'signedOut' } }]);
});

test('a token that nobody wrote down opens nothing, and blocking in the panel ends every session', async () => {
  const account = await newcomer(world);
  const person = await account.signIn();
  await world.database.query('delete from portal_sessions where user_id = (select id from up_users where email = $1)', [
    account.email,
  ]);
  await expect(person.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
  const again = await account.signIn();
  const { rows } = await world.database.query<{ document_id: string }>(
    'select document_id from up_users where email = $1',
    [account.email],
  );
  const admin = await world.staff('Administrator Demo');
  const block = (blocked: boolean) =>
    request(world.cms.url)
      .put(`/content-manager/collection-types/plugin::users-permissions.user/${rows[0]?.document_id}`)
      .set('authorization', `Bearer ${admin.token}`)
      .send({ blocked })
      .expect(200);
  await block(true);
  expect(await mine('endSessions')).toMatchObject([
    { actor_name: 'Administrator Demo', payload: { reason: 'accountBlocked', sessions: 1 } },
  ]);
  await block(false);
  await expect(again.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('the last use is written at most every five minutes', async () => {
  const account = await newcomer(world);
  const person = await account.signIn();
  const seen = async () =>
    (
      await world.database.query<{ seen_at: Date }>(
        'select seen_at from portal_sessions where user_id = (select id from up_users where email = $1)',
        [account.email],
      )
    ).rows[0]?.seen_at.getTime() ?? 0;
  const age = (minutes: number) =>
    world.database.query(
      `update portal_sessions set seen_at = seen_at - interval '${minutes} minutes' where user_id = (select ` +
        `id from up_users where email = $1)`,
      [account.email],
    );
  await age(4);
  const before = await seen();
  await person.getMe({});
  expect(await seen()).toBe(before);
  await age(2);
  await person.getMe({});
  expect(await seen()).toBeGreaterThan(before);
});
