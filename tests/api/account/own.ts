import request from 'supertest';
import { PRIVACY_VERSION } from 'strapi-plugin-ticketing/domain';
import { fileBare } from '../../support/desk';
import { fileOf, PDF } from '../../support/files';
import { codeIn } from '../../support/mail';
import { newcomer } from '../../support/portal-account';
import { bare, outage } from '../../support/world';
import { mail, mine, world } from './stage';

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
