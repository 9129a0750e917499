import request from 'supertest';
import { entriesSince, lastEntryId, withoutEntries, type Entry } from '../support/entries';
import { openWorld, outage, type PortalAccount, type StaffAccount, type World } from '../support/world';
import { fileOf, PDF } from '../support/files';

let world: World;
let start: number;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  start = await lastEntryId(world);
});
afterAll(() => world.close());

const portal = (identifier: string, password: string) =>
  request(world.cms.url).post('/api/auth/local').send({ identifier, password });
const staff = (email: string, password: string) =>
  request(world.cms.url).post('/admin/login').send({ email, password });
const clerk = () => world.accounts.portal[0] as PortalAccount;
const officer = () => world.accounts.staff.find(({ name }) => name === 'Galih Ramadhan') as StaffAccount;
const idOf = async (table: string, email: string) =>
  String((await world.database.query<{ id: number }>(`select id from ${table} where email = $1`, [email])).rows[0]?.id);
const last = async (): Promise<Entry> => (await entriesSince(world, start)).at(-1) as Entry;

test('whoever comes in at either door is written down on the account, with address and request', async () => {
  const { headers } = await portal(clerk().email, clerk().password).expect(200);
  expect(await last()).toMatchObject({
    subject_type: 'portal-account',
    subject_id: await idOf('up_users', clerk().email),
    event: 'signIn',
    actor_kind: 'portal',
    actor_name: clerk().name,
    actor_role: 'REQUESTER',
    address: expect.stringContaining('127.0.0.1'),
    request_id: headers['x-request-id'],
  });
  await staff(officer().email, officer().password).expect(200);
  expect(await last()).toMatchObject({
    subject_type: 'staff-account',
    subject_id: await idOf('admin_users', officer().email),
    event: 'signIn',
    actor_kind: 'staff',
    actor_name: 'Galih Ramadhan',
    actor_role: 'OFFICER',
  });
});

test('a failure says who was tried and why it failed, never with what', async () => {
  await portal(clerk().email, 'salah-sama-sekali').expect(400);
  expect(await last()).toMatchObject({
    subject_type: 'portal-account',
    event: 'signInFailed',
    actor_kind: 'anonymous',
    actor_role: 'ANONYMOUS',
    payload: { identifier: clerk().email, reason: 'wrongPassword' },
  });
  await staff(officer().email, 'salah-sama-sekali').expect(400);
  expect(await last()).toMatchObject({
    subject_type: 'staff-account',
    event: 'signInFailed',
    payload: { identifier: officer().email, reason: 'wrongPassword' },
  });
  await portal('a\u0000b', 'salah-sama-sekali').expect(400);
  expect(await last()).toMatchObject({
    event: 'signInFailed',
    payload: { identifier: 'ab', reason: 'unknownAccount' },
  });
  await portal(`\ud800${'x'.repeat(300)}\u0007`, 'salah-sama-sekali').expect(400);
  expect(await last()).toMatchObject({
    subject_type: 'portal-door',
    subject_id: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    event: 'signInFailed',
    payload: { identifier: `\ufffd${'x'.repeat(99)}`, reason: 'unknownAccount' },
  });
  await staff('tidak.ada@bukittinggi.test', 'salah-sama-sekali').expect(400);
  expect(await last()).toMatchObject({ subject_type: 'staff-door', payload: { reason: 'unknownAccount' } });
  const { rows } = await world.database.query("select id from audit_entries where payload::text like '%salah-sama%'");
  expect(rows).toEqual([]);
});

test('a blocked account is told apart, and so are a sign-out and a forgotten password', async () => {
  const colleague = world.accounts.portal[1] as PortalAccount;
  await world.database.query('update up_users set blocked = true where email = $1', [colleague.email]);
  await portal(colleague.email, colleague.password).expect(400);
  expect(await last()).toMatchObject({ event: 'signInFailed', payload: { reason: 'blockedAccount' } });
  const { token } = await world.staff('Ilham Syahputra');
  await request(world.cms.url).post('/admin/logout').set('authorization', `Bearer ${token}`).send({}).expect(200);
  expect(await last()).toMatchObject({
    subject_type: 'staff-account',
    event: 'signOut',
    actor_name: 'Ilham Syahputra',
  });
  await request(world.cms.url).post('/admin/forgot-password').send({ email: officer().email }).expect(204);
  const forgotten = async (): Promise<Entry[]> => {
    const entries = await entriesSince(world, start, 'staff-account');
    return entries.some(({ event }) => event === 'forgotPassword') ? entries : forgotten();
  };
  expect(
    (await forgotten()).map(({ event, actor_kind, payload }) => ({
      event,
      actor_kind,
      secrets: payload.secrets,
    })),
  ).toEqual(
    expect.arrayContaining([
      { event: 'update', actor_kind: 'anonymous', secrets: ['resetPasswordToken'] },
      expect.objectContaining({ event: 'forgotPassword', actor_kind: 'anonymous' }),
    ]),
  );
});

test('who guesses on is written down as held back, and a flood of guesses is not a flood of entries', async () => {
  const answers = [];
  for (let index = 0; index < 70; index += 1)
    answers.push((await staff('admin@bukittinggi.test', `tebakan-${index}`)).status);
  expect(answers.filter((status) => status === 429).length).toBeGreaterThan(40);
  const entries = await entriesSince(world, start, 'staff-account');
  expect(entries.filter(({ payload }) => payload.reason === 'rateLimited')).toHaveLength(20);
});

test('whoever cannot be written down does not come in', async () => {
  await withoutEntries(world, async () => {
    const { body, headers } = await staff(officer().email, officer().password).expect(500);
    expect({ data: body.data, cookie: headers['set-cookie'] }).toEqual({ data: null, cookie: undefined });
    expect((await portal(clerk().email, clerk().password).expect(500)).body.jwt).toBeUndefined();
  });
});

test("who reads a sensitive file is on the ticket's chain, in nobody's timeline, and answers nobody", async () => {
  const [requester, leader] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const quiet = await requester.submitTicket(outage());
  await world.database.query(
    "update categories set has_sensitive_attachments = true, updated_at = now() where code = 'NET-01'",
  );
  const open = async (number: string, name = 'daftar-nik.pdf') => {
    const { id } = await requester.addAttachment({ number, file: fileOf(name, PDF) });
    await request(world.cms.url)
      .get(`/ticketing/tickets/${number}/attachments/${id}`)
      .set('authorization', `Bearer ${leader.token}`)
      .expect(200);
    return id;
  };
  const id = await open(quiet.number);
  expect(await last()).toMatchObject({
    subject_type: 'ticket',
    subject_id: quiet.number,
    event: 'download',
    actor_name: 'Galih Ramadhan',
    actor_role: 'OFFICER',
    payload: { facts: { file: 'daftar-nik.pdf' }, after: { id } },
  });
  for (const reader of [requester, leader])
    expect((await reader.getTimeline({ number: quiet.number })).map(({ event }) => event)).toEqual([
      'submit',
      'attach',
    ]);
  expect((await requester.getTicket({ number: quiet.number })).firstResponseAt).toBeNull();

  await world.database.query(
    "update categories set has_sensitive_attachments = false, updated_at = now() where code = 'NET-01'",
  );
  const before = await lastEntryId(world);
  await open(quiet.number, 'jadwal.pdf');
  expect((await entriesSince(world, before)).map(({ event }) => event)).toEqual(['attach']);
});
