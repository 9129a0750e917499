import os from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { PRIVACY_VERSION } from 'strapi-plugin-ticketing/domain';
import { fileBare } from '../support/desk';
import { entriesSince, lastEntryId } from '../support/entries';
import { fileOf, PDF } from '../support/files';
import { codeIn, openMailbox, type Mailbox } from '../support/mail';
import { newcomer } from '../support/portal-account';
import { bare, openWorld, outage, type World } from '../support/world';

let world: World;
let mail: Mailbox;
let start: number;
beforeAll(async () => {
  mail = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? os.tmpdir(), 'mail-account'));
  world = await openWorld({ SMTP_URL: mail.smtpUrl });
});
beforeEach(async () => {
  start = await lastEntryId(world);
});
afterAll(async () => {
  await world.close();
  await mail.close();
});

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const mine = async (event: string) =>
  (await entriesSince(world, start, 'portal-account')).filter((entry) => entry.event === event);

test('people see and correct what is theirs; unit, role and username are not', async () => {
  const person = await (await newcomer(world)).signIn();
  expect(await person.getAccount({})).toMatchObject({
    fullName: 'Siti Rahmawati',
    skpdName: 'Dinas Pendidikan dan Kebudayaan',
    phone: null,
    nip: null,
    language: null,
    privacy: null,
    pendingEmail: null,
  });
  expect(
    await person.updateAccount({
      fullName: ' Siti Rahmawati, S.Kom ',
      phone: '0840-0000-0301',
      nip: '199001012020122001',
      position: 'Pranata Komputer',
    }),
  ).toMatchObject({ fullName: 'Siti Rahmawati, S.Kom', nip: '199001012020122001' });
  expect((await person.getMe({})).actor.name).toBe('Siti Rahmawati, S.Kom');
  expect(await mine('update')).toMatchObject([
    { actor_kind: 'portal', payload: { after: { nip: '199001012020122001', phone: '0840-0000-0301' } } },
  ]);
  expect(await person.updateAccount({ fullName: 'Siti Rahmawati', phone: '', nip: '', position: '' })).toMatchObject({
    phone: null,
    nip: null,
    position: null,
  });
  const { body } = await bare(world, person)('put', '/account')
    .send({ fullName: '', phone: 'x', nip: '123', position: null })
    .expect(400);
  expect(
    body.error.details.issues.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
  ).toEqual(['fullName required', 'phone wrongFormat', 'nip wrongFormat']);
  for (const extra of [
    { role: 'LEADER' },
    { skpd: 'DINKES' },
    { username: 'bos' },
    { blocked: false },
    { email: 'a@b.test' },
  ])
    expect(
      (
        await bare(world, person)('put', '/account').send({
          fullName: 'Siti',
          phone: null,
          nip: null,
          position: null,
          ...extra,
        })
      ).status,
    ).toBe(400);
});

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

test('the privacy notice is noted once, in its present version; the API works without', async () => {
  const person = await (await newcomer(world)).signIn();
  expect((await person.getMe({})).account).toEqual({ language: null, privacyVersion: null });
  await person.listTickets({});
  await expect(person.acknowledgePrivacy({ version: '2020-01-01' })).rejects.toMatchObject({ code: 'invalid' });
  const { privacy } = await person.acknowledgePrivacy({ version: PRIVACY_VERSION });
  await person.acknowledgePrivacy({ version: PRIVACY_VERSION });
  expect((await person.getAccount({})).privacy).toEqual(privacy);
  expect((await person.getMe({})).account?.privacyVersion).toBe(PRIVACY_VERSION);
  expect(await mine('acknowledgePrivacy')).toHaveLength(1);
});

test('an e-mail changes when whoever knows the password also reads the new mailbox', async () => {
  const [account, other] = [await newcomer(world), await newcomer(world)];
  const person = await account.signIn();
  const email = `baru.${account.email}`;
  const issues = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: { details: { issues: { field: string; code: string }[] } }) =>
        error.details.issues.map(({ field, code }) => `${field} ${code}`).join(),
    );
  expect(await issues(person.changeEmail({ email, currentPassword: 'bukan-ini-sandinya' }))).toBe(
    'currentPassword wrongPassword',
  );
  // Somebody else's address is answered like a free one: nobody learns who has an account. Nothing goes there.
  expect(
    await person.changeEmail({ email: other.email.toUpperCase(), currentPassword: account.password }),
  ).toMatchObject({
    email: account.email,
    pendingEmail: other.email,
  });
  expect((await mail.next(account.email, 'akan berubah')).text).toContain(other.email);
  expect(await mail.lettersTo(other.email)).toEqual([]);
  await mail.empty();
  expect(await issues(person.changeEmail({ email: account.email, currentPassword: account.password }))).toBe(
    'email unchanged',
  );
  expect(await person.changeEmail({ email: email.toUpperCase(), currentPassword: account.password })).toMatchObject({
    email: account.email,
    pendingEmail: email,
  });
  expect((await mail.next(account.email, 'akan berubah')).text).toContain(email);
  const code = codeIn(await mail.next(email, 'Konfirmasi alamat email'));
  const confirm = () => request(world.cms.url).post('/api/ticketing/account/email/confirmation').send({ code });
  expect((await confirm().expect(200)).body.data).toEqual({ email });
  await confirm().expect(410);
  expect(await person.getAccount({})).toMatchObject({ email, pendingEmail: null });
  expect(await mine('confirmEmail')).toMatchObject([{ actor_name: 'Siti Rahmawati', payload: { after: { email } } }]);
});

test('the copy of my data is whole, mine alone, and written down', async () => {
  const [account, other] = [await newcomer(world), await newcomer(world)];
  const [person, colleague] = [await account.signIn(), await other.signIn()];
  await person.acknowledgePrivacy({ version: PRIVACY_VERSION });
  const { number } = await person.submitTicket(outage({ title: 'Tiket milik saya sendiri' }));
  await person.commentOnTicket({ number, body: 'Pesan dari saya.' });
  await person.addAttachment({ number, file: fileOf('bukti-saya.pdf', PDF) });
  await colleague.submitTicket(outage({ title: 'Tiket milik rekan' }));
  await colleague.commentOnTicket({ number, body: 'Pesan dari rekan.' });
  // More than one page of rows, so that no seam shows.
  await world.database.query(
    "insert into tickets (document_id, number, title, description, status, priority, impact, urgency, channel, category_id, skpd_id, requester_id, contact_name, contact_phone, submitted_at, reopen_count) select 'x' || n, 'TIK-2019-' || lpad(n::text, 5, '0'), 'Tiket lama', 'Uraian', 'RESOLVED', 'LOW', 'SMALL', 'LOW', 'WEB', (select id from categories where code = 'NET-01'), (select id from skpd where code = 'DISDIKBUD'), (select id from up_users where email = $1), 'x', '0840', now(), 0 from generate_series(1, 1200) n",
    [account.email],
  );
  const { body, headers, text } = await bare(world, person)('get', '/account/data.json').expect(200);
  expect(headers).toMatchObject({
    'content-disposition': 'attachment; filename="data-saya.json"',
    'x-content-type-options': 'nosniff',
  });
  expect(body.account).toMatchObject({ email: account.email, roles: ['REQUESTER'] });
  expect(body.tickets).toHaveLength(1201);
  expect(new Set((body.tickets as { number: string }[]).map((ticket) => ticket.number)).size).toBe(1201);
  expect(body.comments).toMatchObject([{ ticket: number, text: 'Pesan dari saya.' }]);
  expect(body.attachments).toMatchObject([{ ticket: number, name: 'bukti-saya.pdf', size: PDF.length }]);
  expect(body.privacyAcknowledgements).toMatchObject([{ version: PRIVACY_VERSION }]);
  expect(body.sessions).toHaveLength(1);
  expect((body.accountHistory as { event: string }[]).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['create', 'signIn', 'acknowledgePrivacy', 'export']),
  );
  for (const strange of ['Tiket milik rekan', 'Pesan dari rekan', other.email, '$2a$', '$2b$'])
    expect(text).not.toContain(strange);
  expect(await mine('export')).toMatchObject([
    { actor_name: 'Siti Rahmawati', payload: { facts: { file: 'data-saya.json' } } },
  ]);
});

test('deadlines and events come into one’s own calendar by a secret link, as long as it holds', async () => {
  const account = await newcomer(world);
  const [person, stranger, galih] = [
    await account.signIn(),
    await world.stranger(),
    await world.staff('Galih Ramadhan'),
  ];
  const { number } = await fileBare(person, 'VCN-01', { title: 'Rapat daring bersama gubernur' });
  const { number: work } = await person.submitTicket(outage());
  await galih.actOnTicket({ number: work, action: 'claim' });
  expect(await person.getCalendarLink({})).toEqual({ madeAt: null, seenAt: null });
  const [mineOnly, theirs, officers] = [
    await person.makeCalendarLink({}),
    await stranger.makeCalendarLink({}),
    await galih.makeCalendarLink({}),
  ];
  const read = async ({ address }: { address: string }, status = 200): Promise<string> => {
    const code = /kalender\/([\w-]{43})\.ics$/.exec(address)?.[1];
    const answer = await request(world.cms.url).get(`/api/ticketing/calendar/${code}`).buffer(true).expect(status);
    if (status === 200) expect(answer.headers['content-type']).toContain('text/calendar');
    return answer.text.replaceAll('\r\n ', '');
  };
  expect(await read(mineOnly)).toMatch(new RegExp(`UID:${number}-event@[^]*SUMMARY:Acara ${number}: Rapat daring`));
  expect(await read(theirs)).not.toContain(number);
  // An officer has the deadlines of their own work, and of nobody else's.
  const { resolutionDueAt } = await galih.getTicket({ number: work });
  const due = new Date(resolutionDueAt ?? 0).toISOString().replace(/[-:]|\.\d{3}/g, '');
  expect(await read(officers)).toMatch(new RegExp(`UID:${work}-deadline@[^]*DTSTART:${due}`));
  expect(await read(officers)).not.toContain(number);
  await world.database.query('update tickets set is_confidential = true where number = $1', [number]);
  const secret = await read(mineOnly);
  expect(secret).toContain(`SUMMARY:Acara ${number}\r\n`);
  expect(secret).not.toContain('Rapat daring');
  // Replaced, the former link is dead; so is everybody's whose account is closed, and one that was ended.
  const again = await person.makeCalendarLink({});
  await read(mineOnly, 404);
  await world.database.query('update up_users set blocked = true where email = $1', [account.email]);
  await read(again, 404);
  await world.database.query('update up_users set blocked = false where email = $1', [account.email]);
  await read(again);
  expect((await person.getCalendarLink({})).seenAt).not.toBeNull();
  expect(await person.endCalendarLink({})).toEqual({ madeAt: null, seenAt: null });
  await read(again, 404);
  const { rows } = await world.database.query<{ digest: string }>('select digest from calendar_links');
  expect(rows.map(({ digest }) => digest).join()).not.toContain(officers.address.slice(-47, -4));
  expect((await mine('makeCalendarLink')).length).toBe(3);
  expect(await mine('endCalendarLink')).toMatchObject([{ actor_name: 'Siti Rahmawati' }]);
});

test('an API token has no account', async () => {
  const { token } = await world.staff('Administrator Demo');
  const { body } = await request(world.cms.url)
    .post('/admin/api-tokens')
    .set('authorization', `Bearer ${token}`)
    .send({ name: 'Dasbor kota', description: '', type: 'read-only', lifespan: null });
  for (const place of ['/account', '/account/sessions', '/account/data.json', '/calendar-link'])
    await request(world.cms.url)
      .get(`/api/ticketing${place}`)
      .set('authorization', `Bearer ${body.data.accessKey as string}`)
      .expect(403);
});
