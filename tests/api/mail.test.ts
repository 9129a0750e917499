import { createHmac } from 'node:crypto';
import path from 'node:path';
import { wibDay } from 'strapi-plugin-ticketing/domain';
import request from 'supertest';
import { signatureOf } from '../../plugins/ticketing/server/webhooks/send';
import { formFor, refusal, staffId } from '../support/desk';
import { fileOf } from '../support/files';
import { entriesSince, lastEntryId } from '../support/entries';
import { weather, type Victim } from '../support/crash';
import { ANNOUNCEMENT, announcement, linkTo, screens } from '../support/content';
import { runJob, until } from '../support/jobs';
import { openMailbox, refuseLetters, type Mailbox } from '../support/mail';
import { openReceiver, type Received } from '../support/receiver';
import { freePort } from '../support/servers';
import { makeInPanel, newcomer } from '../support/portal-account';
import { openWorld, outage, type Person, type World } from '../support/world';
import { readPdf } from '../support/pdf';
import { readWorkbook } from '../support/xlsx';

let world: World;
let mailbox: Mailbox;
let smtpPort: number;
const folder = (name: string) => path.join(process.env['TEST_DATA_DIR'] ?? '', `${name}-${process.pid}`);

beforeAll(async () => {
  smtpPort = await freePort();
  world = await openWorld({ SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' });
});
afterAll(async () => {
  await world.close();
  await mailbox.close();
});

/** Letters gather for two minutes, and wait for half a minute when a server is away: here nobody waits for that. */
const hurry = () =>
  world.database.query("update pgboss.job set start_after = now() where name in ('letters', 'webhooks')");
const ledger = async (condition: string, ...values: string[]) =>
  (
    await world.database.query<{
      id: string;
      state: string;
      reason: string | null;
      address: string;
      sealed: string | null;
    }>(`select id, state, reason, address, sealed from letters where ${condition} order by id`, values)
  ).rows;
/** Every letter that is due has left, or was given up. */
const allCarried = (number: string) =>
  until('every letter has been carried', async () => {
    await hurry();
    return (await ledger("ticket_number = $1 and state in ('WAITING', 'SENDING')", number)).length === 0;
  });
/** Files that wait to travel with a letter on this ticket. */
const filesOf = async (number: string): Promise<{ id: string }[]> =>
  (await world.database.query<{ id: string }>("select id from letter_files where name like '%' || $1 || '%'", [number]))
    .rows;
const file = async (over: object = {}): Promise<{ clerk: Person; number: string }> => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage(over));
  return { clerk, number };
};

test('a mail server that is down keeps nobody waiting, and the letter leaves once it is back, though we were stopped', async () => {
  const { status, email } = await makeInPanel(world);
  expect(status).toBe(201);
  await until('the first attempt failed', async () => {
    const [letter] = await ledger('address = $1', email);
    return letter?.reason?.includes('ECONNREFUSED') === true;
  });
  // What it says holds a one-time link: nobody reads it in the database.
  const [waiting] = await ledger('address = $1', email);
  expect(waiting).toMatchObject({ state: 'SENDING', sealed: expect.any(String) });
  expect(Buffer.from(waiting?.sealed ?? '', 'base64').toString('latin1')).not.toContain('kode=');
  mailbox = await openMailbox(folder('mail'), smtpPort);
  await world.restart();
  await hurry();
  const letter = await mailbox.next(email, 'Buat kata sandi');
  expect(letter.text).toContain('?kode=');
  await until('it is written down', async () => (await ledger('address = $1', email))[0]?.state === 'SENT');
  expect(await ledger('address = $1', email)).toMatchObject([{ state: 'SENT', sealed: null, reason: null }]);
});

test('a forgotten password of the panel goes the same way, though Strapi words the letter', async () => {
  const { email } = await world.staff('Tari Puspita');
  await request(world.cms.url).post('/admin/forgot-password').send({ email }).expect(204);
  await until('it has left', async () => (await ledger('address = $1', email)).some(({ state }) => state === 'SENT'));
  expect(await ledger("address = $1 and kind = 'reset'", email)).toMatchObject([{ state: 'SENT', sealed: null }]);
  expect((await mailbox.lettersTo(email)).some(({ text }) => text.includes('/auth/reset-password'))).toBe(true);
});

test('what happens on a ticket within two minutes is one letter, to those whom it concerns and not to whoever did it', async () => {
  const { clerk, number } = await file();
  const officer = await world.staff('Galih Ramadhan');
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.commentOnTicket({ number, body: 'Teknisi berangkat pukul sembilan.' });
  await officer.commentOnTicket({ number, body: 'Hanya untuk petugas.', internal: true });
  await allCarried(number);
  const mine = (await mailbox.lettersTo(clerk.email)).filter(({ subject }) => subject.includes(number));
  expect(mine).toHaveLength(1);
  const [letter] = mine;
  expect(letter?.text).toContain('sudah tercatat dengan nomor');
  expect(letter?.text).toContain(`sekarang ditangani oleh ${officer.name}`);
  expect(letter?.text).toContain('> Teknisi berangkat pukul sembilan.');
  expect(letter?.text).toContain('Kenapa saya menerima ini? Anda pemohon');
  expect(letter?.text).toContain('/profil/pemberitahuan');
  expect(letter?.text).toContain('(0752) 33369/21879');
  expect(letter?.text).not.toContain('Hanya untuk petugas');
  expect(letter?.headers).toMatchObject({ 'auto-submitted': 'auto-generated' });
  expect(letter?.headers['references']).toContain(number);
  // The mates of the team heard of the new ticket; the officer of none of their own deeds.
  const others = (await mailbox.all()).filter(
    ({ subject }) => subject.includes(number) && subject.includes('Tiket dibuat'),
  );
  expect(others.length).toBeGreaterThan(0);
  const toOfficer = (await mailbox.lettersTo(officer.email)).filter(({ subject }) => subject.includes(number));
  expect(toOfficer.filter(({ text }) => /ditangani|Teknisi/.test(text))).toEqual([]);
  // In the product the clerk finds the same, unread until it is read; the receipt of the own deed is a letter alone.
  const { notices, unread } = await clerk.listNotices({});
  expect(notices.filter((each) => each.about === 'ticket' && each.number === number).map(({ kind }) => kind)).toEqual([
    'comment',
    'assigned',
  ]);
  expect(await clerk.readNotices({ id: notices[0]?.id ?? 0 })).toEqual({ unread: unread - 1 });
  expect(await clerk.readNotices({ upTo: notices[0]?.id ?? 0 })).toEqual({ unread: 0 });
  expect(await clerk.countNotices({})).toEqual({ unread: 0 });
});

test('a refused deed tells nobody', async () => {
  const { number } = await file();
  const officer = await world.staff('Galih Ramadhan');
  const before = await ledger('ticket_number = $1', number);
  await expect(
    officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Sambungan sudah dipulihkan.' }),
  ).rejects.toMatchObject({
    code: 'wrongStatus',
  });
  expect(await ledger('ticket_number = $1', number)).toEqual(before);
});

test('a paper goes by e-mail to whoever asks, and a final one to whoever asked for the work, as it was issued', async () => {
  const [{ clerk, number }, galih, stranger] = [
    await file(),
    await world.staff('Galih Ramadhan'),
    await world.stranger(),
  ];
  const kind = 'completion-report';
  const offered = async (who: Person) => (await who.listDocuments({ number })).find((one) => one.kind === kind);
  await galih.actOnTicket({ number, action: 'claim' });
  expect([(await offered(galih))?.mailableTo, (await offered(clerk))?.mailableTo]).toEqual([['ME'], ['ME']]);
  // A preview is for one's own eyes.
  expect(await refusal(galih.mailDocument({ number, kind, to: 'REQUESTER' }))).toBe('409 notByMail');
  await galih.actOnTicket({
    ...{ number, action: 'resolve' as const, workDone: 'Konektor diganti.' },
    resolutionSummary: 'Internet di loket kembali normal dan diuji bersama petugas unit.',
  });
  expect((await offered(galih))?.mailableTo).toEqual(['ME', 'REQUESTER']);
  expect((await offered(clerk))?.mailableTo).toEqual(['ME']);
  for (const [who, to, said] of [
    [stranger, 'ME', '404 notFound'],
    [clerk, 'REQUESTER', '409 notByMail'],
    [await world.leader(), 'REQUESTER', '409 notByMail'],
  ] as const)
    expect(await refusal(who.mailDocument({ number, kind, to }))).toBe(said);

  expect(await galih.mailDocument({ number, kind, to: 'REQUESTER' })).toEqual({ sentTo: clerk.name });
  await allCarried(number);
  const letter = await mailbox.next(clerk.email, `[${number}] Berita Acara Penyelesaian Pekerjaan`);
  expect(letter.text).toContain('Galih Ramadhan meminta agar dokumen ini dikirim');
  const verdict = await clerk.verifyFile({ file: fileOf('ba.pdf', await mailbox.fileOf(letter)) });
  expect(verdict).toMatchObject({ verdict: 'GENUINE', document: { ticketNumber: number, kind } });

  // What has left does not lie here a second time: a final paper is kept where it was issued.
  const lying = () => filesOf(number);
  await until('what was sent is forgotten', async () => (await lying()).length === 0);
  // To oneself it is the same paper; who took it along is written down for the auditor alone.
  expect(await clerk.mailDocument({ number, kind, to: 'ME' })).toEqual({ sentTo: clerk.email });
  await allCarried(number);
  const again = await clerk.verifyFile({
    file: fileOf('ba.pdf', await mailbox.fileOf(await mailbox.next(clerk.email, 'Berita Acara'))),
  });
  expect(again.document).toEqual(verdict.document);
  expect(await lying()).toEqual([]);
  const told = (await clerk.getTimeline({ number })).filter(({ event }) => event.endsWith('Document'));
  expect(told.map(({ event, facts }) => [event, facts['recipient']])).toEqual([
    ['issueDocument', undefined],
    ['mailDocument', clerk.name],
  ]);
  const taken = await world.database.query(
    "select payload from audit_entries where subject_id = $1 and event = 'printDocument' and actor_name = $2",
    [number, clerk.name],
  );
  expect(taken.rows).toMatchObject([{ payload: { facts: { recipient: clerk.email } } }]);
});

test('a confidential service sends no word of what it is about', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket({
    ...outage(),
    title: 'Akun pejabat diretas',
    category: 'SEC-01',
    form: await formFor(clerk, 'SEC-01'),
  } as never);
  await allCarried(number);
  const letters = (await mailbox.all()).filter(({ subject }) => subject.includes(number));
  expect(letters.length).toBeGreaterThan(0);
  for (const { subject, text, html } of letters)
    for (const said of [subject, text, html]) expect(said).not.toMatch(/diretas|loket pelayanan|Sejak pagi/);
  // Nor a paper, which says all of it.
  expect((await clerk.listDocuments({ number })).flatMap(({ mailableTo }) => mailableTo)).toEqual([]);
  expect(await refusal(clerk.mailDocument({ number, kind: 'receipt', to: 'ME' }))).toBe('409 notByMail');
});

test('other systems are told of tickets, signed, also after they were away; every message and change is written down', async () => {
  const [admin, clerk, galih] = [
    await world.staff('Administrator Demo'),
    await world.clerk(),
    await world.staff('Galih Ramadhan'),
  ];
  const since = await lastEntryId(world);
  const [receiver, port] = [await openReceiver(), await freePort()];
  const said = { name: 'Dasbor kota', events: ['assigned', 'confidential', 'comment'] as const, isActive: true };
  const { secret, webhooks } = await admin.createWebhook({ ...said, events: [...said.events], url: receiver.url });
  const id = webhooks[0]?.id ?? 0;
  const made = await admin.createWebhook({
    name: 'Arsip',
    url: `http://127.0.0.1:${port}/arsip`,
    events: ['assigned'],
    isActive: true,
  });
  const away = made.webhooks.find(({ name }) => name === 'Arsip')?.id ?? 0;
  expect(
    await refusal(admin.createWebhook({ name: 'ARSIP', url: 'https://a.id', events: ['late'], isActive: true })),
  ).toBe('400 invalid');
  expect(await refusal(galih.listWebhooks({}))).toBe('403 notAllowed');

  const { number } = await file();
  await galih.actOnTicket({ number, action: 'claim' });
  await galih.commentOnTicket({ number, body: 'Kata sandi router: rahasia.', internal: true });
  const secretOne = await clerk.submitTicket({
    ...outage(),
    title: 'Akun pejabat diretas',
    category: 'SEC-01',
    form: await formFor(clerk, 'SEC-01'),
  } as never);
  const messages = () => receiver.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  await until('both messages came', async () => receiver.received.length === 2);
  expect(messages()).toEqual(
    expect.arrayContaining([
      { event: 'assigned', at: expect.any(String), number, status: 'IN_PROGRESS', link: expect.stringMatching(number) },
      expect.objectContaining({ event: 'confidential', number: secretOne.number, status: null }),
    ]),
  );
  // As a receiver verifies it, with what it was shown once.
  for (const { headers, body } of receiver.received) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  }

  // The other one was away: its message waits, with the reason, and comes once it is back.
  const log = async (of: number) => (await admin.listDeliveries({ id: of })).rows;
  await until('the first attempt failed', async () => (await log(away))[0]?.reason === 'ECONNREFUSED');
  const archive = await openReceiver(port);
  await until('it has come', async () => {
    await hurry();
    return (await log(away))[0]?.state === 'SENT';
  });
  expect(await log(away)).toMatchObject([{ event: 'assigned', number, status: 204, reason: null }]);
  const [delivery] = await log(away);
  await admin.resendDelivery({ id: delivery?.id ?? 0 });
  await until('it has come again', async () => archive.received.length === 2);
  expect(archive.received[1]).toMatchObject({ body: archive.received[0]?.body });
  expect(archive.received[1]?.headers['webhook-id']).toBe(archive.received[0]?.headers['webhook-id']);

  // Nothing of a secret stands anywhere in words, and every change has its entry.
  const renewed = await admin.renewWebhookSecret({ id });
  expect(renewed.secret).not.toBe(secret);
  // For a day both sign; the one before is kept as unreadable as the one in force, and can be ended at once.
  const signers = async (): Promise<string[]> => {
    const [begun, { id: trial }] = [receiver.received.length, await admin.tryWebhook({ id })];
    await until('the trial came', async () => receiver.received.length > begun);
    const { headers, body } = receiver.received.at(-1) as Received;
    expect(headers['webhook-id']).toBe(`msg_${trial}`);
    const names = { [secret]: 'former', [renewed.secret]: 'new' };
    return String(headers['webhook-signature'])
      .split(' ')
      .map((found) => {
        const isOf = (key: string) =>
          found === signatureOf(key, `msg_${trial}`, Number(headers['webhook-timestamp']), body);
        return names[Object.keys(names).find(isOf) ?? ''] ?? 'nobody';
      });
  };
  expect(await signers()).toEqual(['new', 'former']);
  expect(renewed.webhooks.find((one) => one.id === id)?.formerUntil).toEqual(expect.any(String));
  const formers = async () => (await world.database.query('select secret from webhook_former_secrets')).rows;
  expect(await formers()).toEqual([{ secret: expect.not.stringContaining(secret) }]);
  // A day later it signs no more, before and after the job that takes it away.
  await world.database.query("update webhook_former_secrets set until = until - interval '1 day'");
  expect((await admin.listWebhooks({})).find((one) => one.id === id)?.formerUntil).toBeNull();
  expect(await signers()).toEqual(['new']);
  await runJob(world.database, 'keys');
  expect(await formers()).toEqual([]);
  // Ended by hand, where it became known to others: twice is once.
  await admin.renewWebhookSecret({ id });
  const last = (await admin.endFormerSecrets({ id })).find((one) => one.id === id);
  expect([last?.formerUntil, await formers()]).toEqual([null, []]);
  await admin.endFormerSecrets({ id });
  await admin.removeWebhook({ id: away });
  expect((await admin.removeWebhook({ id })).length).toBe(0);
  const entries = await entriesSince(world, since, 'webhook');
  expect(entries.map(({ event, actor_name }) => `${event} ${actor_name}`)).toEqual(
    ['create', 'create', 'renewSecret', 'renewSecret', 'endSecret', 'delete', 'delete'].map(
      (event) => `${event} ${admin.name}`,
    ),
  );
  for (const shown of [secret, renewed.secret]) expect(JSON.stringify(entries)).not.toContain(shown);
  expect(await entriesSince(world, since, 'webhook-delivery')).toMatchObject([{ event: 'resend' }]);
  await receiver.close();
  await archive.close();
});

/** Whether a clerk found this headline in a letter, and what the letter says. */
const letterTo = async (email: string, headline: string) =>
  (await mailbox.lettersTo(email)).find(({ subject }) => subject.includes(headline))?.text ?? null;

test('a disturbance reaches those it touches by letter and everybody in the product, once, and so does its end', async () => {
  const [{ clerk }, officer, edit] = [await file(), await world.staff('Galih Ramadhan'), screens(world)];
  const about = { title: 'Serat optik Balai Kota putus', services: await linkTo(world, 'NET') };
  const { body } = await edit('post', ANNOUNCEMENT, '', announcement(-1, null, about));
  // It is at rest: nobody has changed it for longer than letters gather.
  await world.database.query("update announcements set updated_at = updated_at - interval '3 minutes'");
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'announcements')).toBe('completed');
  await hurry();
  await until('the letter has come', async () => (await letterTo(clerk.email, 'Gangguan layanan')) !== null);
  const text = await letterTo(clerk.email, 'Gangguan layanan: Serat optik Balai Kota putus');
  expect(text).toContain('> Petugas sedang memperbaikinya.');
  expect(text).toContain('Kenapa saya menerima ini? Anda mempunyai permintaan pada layanan ini.');
  expect(text).toContain('/profil/pemberitahuan');
  const { rows: told } = await world.database.query<{ told: number; people: number; strangers: number }>(
    `select count(*)::int as told, count(distinct (recipient_kind, recipient_id))::int as people,
      count(*) filter (where letter_id is not null and (recipient_kind = 'staff' or not exists (select 1 from tickets t
        join categories c on c.id = t.category_id where t.requester_id = recipient_id and c.code like 'NET-%' and
        t.status in ('NEW', 'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY'))))::int as strangers
      from notices where subject = $1`,
    [about.title],
  );
  expect(told[0]?.told).toBe(told[0]?.people);
  expect(told[0]?.strangers).toBe(0);
  const inProduct = async (person: Person) =>
    (await person.listNotices({})).notices.filter((each) => each.about === 'news' && each.subject === about.title);
  expect(await inProduct(officer)).toMatchObject([
    { kind: 'disturbance', why: 'officer', isRead: false, address: expect.stringMatching(/\/pengumuman$/) },
  ]);

  await edit('delete', ANNOUNCEMENT, `/${String(body.data.documentId)}`);
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'announcements')).toBe('completed');
  await hurry();
  await until('its end has come', async () => (await letterTo(clerk.email, 'Sudah pulih')) !== null);
  expect((await inProduct(clerk)).map(({ kind }) => kind)).toEqual(['disturbanceOver', 'disturbance']);
});

test('whoever was served is invited to a survey that opens, once', async () => {
  const { clerk } = await file();
  const name = 'Survei singkat layanan jaringan';
  const today = wibDay(Date.now());
  const made = await screens(world)('post', 'api::survey-period.survey-period', '', {
    name,
    startsOn: today,
    endsOn: wibDay(Date.now() + 7 * 86_400_000),
    isActive: true,
    instrument: 'SKM-2017',
  });
  expect([made.status, made.body.error?.message]).toEqual([201, undefined]);
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'surveys')).toBe('completed');
  await hurry();
  await until('the invitation has come', async () => (await letterTo(clerk.email, name)) !== null);
  const text = await letterTo(clerk.email, name);
  expect(text).toMatch(/\/survei\/[\w-]{20,}/);
  expect(text).toContain('Anda mengajukan permintaan dalam setahun terakhir.');
  const { notices } = await clerk.listNotices({});
  expect(notices.filter(({ kind }) => kind === 'survey')).toHaveLength(1);
});

test('who switches a letter off is written no more of it, and the choice is written down', async () => {
  const { clerk, number } = await file();
  const { preferences, kinds } = await clerk.getNoticeChoices({});
  expect(kinds).toContain('completed');
  expect(kinds).not.toContain('atRisk');
  await clerk.saveNoticeChoices({ ...preferences, channels: { comment: { mail: false } } });
  await allCarried(number);
  const officer = await world.staff('Galih Ramadhan');
  await officer.commentOnTicket({ number, body: 'Tanpa surel.' });
  const { rows } = await world.database.query(
    "select letter_id from notices where ticket_number = $1 and kind = 'comment' and recipient_kind = 'portal'",
    [number],
  );
  expect(rows).toEqual([{ letter_id: null }]);
  await clerk.saveNoticeChoices({ ...preferences, channels: {} });
});

test('an administrator changes the server without a restart; its own words come back, and the password never does', async () => {
  const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
  await expect(clerk.getMailSettings({})).rejects.toMatchObject({ code: 'notAllowed' });
  const { version, source } = await admin.getMailSettings({});
  expect(source).toBe('environment');
  const settings = {
    host: '127.0.0.1',
    port: await freePort(),
    security: 'none' as const,
    username: null,
    password: 'rahasia-sekali-9',
    fromName: 'Meja Layanan',
    fromAddress: 'layanan@kota.test',
    replyTo: null,
    gatherMinutes: 0,
  };
  expect(await admin.tryMail({ to: 'admin@kota.test', settings })).toMatchObject({
    isAccepted: false,
    said: expect.stringContaining('ECONNREFUSED'),
  });
  const saved = await admin.saveMailSettings({ version, settings: { ...settings, port: smtpPort } });
  expect(saved).toMatchObject({ source: 'panel', hasPassword: true, version: version + 1 });
  expect(JSON.stringify(saved)).not.toContain('rahasia-sekali-9');
  const { rows } = await world.database.query<{ all: string }>(
    "select (select value::text from desk_settings where key = 'mail') || coalesce((select string_agg(payload::text, '') from audit_entries where subject_id = 'ticketing.mail'), '') as all",
  );
  expect(rows[0]?.all).not.toContain('rahasia-sekali-9');
  expect(await admin.tryMail({ to: 'admin@kota.test' })).toMatchObject({
    isAccepted: true,
    said: expect.stringMatching(/^250/),
  });
  await expect(admin.saveMailSettings({ version, settings })).rejects.toMatchObject({ code: 'settingsChanged' });
  const { number } = await file();
  await until('the next letter has the new sender', async () => {
    const letters = (await mailbox.lettersTo(clerk.email)).filter(({ subject }) => subject.includes(number));
    return letters.some(({ from }) => from[0]?.address === 'layanan@kota.test');
  });
});

test('an administrator words a letter, sees it with a real ticket, and puts it back', async () => {
  const admin = await world.staff('Administrator Demo');
  const { number } = await file();
  const { version } = await admin.listLetterWordings({});
  const template = { subject: 'Kabar {nomor}', body: 'Halo, {petugas} menangani {judul}.' };
  await expect(
    admin.saveLetterWording({ version, kind: 'assigned', language: 'id', template: { ...template, body: '{nama}' } }),
  ).rejects.toMatchObject({ code: 'invalid', details: { issues: [{ field: 'body', code: 'notInList' }] } });
  const preview = await admin.previewLetter({ kind: 'assigned', language: 'id', number, template });
  expect(preview).toMatchObject({
    subject: `Kabar ${number}`,
    text: expect.stringContaining('menangani Gangguan internet'),
  });
  const changed = await admin.saveLetterWording({ version, kind: 'assigned', language: 'id', template });
  const isChanged = ({ letters }: typeof changed) => letters.filter((each) => each.isChanged).map(({ kind }) => kind);
  expect(isChanged(changed)).toEqual(['assigned']);
  const back = await admin.saveLetterWording({
    version: changed.version,
    kind: 'assigned',
    language: 'id',
    template: null,
  });
  expect(isChanged(back)).toEqual([]);
});

test('a scheduled report falls due, reaches each recipient under their own rights as PDF and workbook, and is sent again as it was', async () => {
  const [admin, leader, clerk] = [await world.staff('Administrator Demo'), await world.leader(), await world.clerk()];
  const officer = await staffId(world, 'Galih Ramadhan');
  const account = async (person: Person) => ({ door: 'portal' as const, id: (await person.getMe({})).actor.id });
  const said = {
    ...{ name: 'Laporan bulanan pimpinan', reports: ['by-skpd' as const], formats: ['pdf' as const, 'xlsx' as const] },
    ...{ language: 'id' as const, cadence: 'MONTHLY' as const, workingDay: 1, time: '00:01', isActive: true },
    filters: { priority: 'HIGH,MEDIUM', team: 'TIM-INFRA' },
    recipients: [await account(leader), await account(clerk), { door: 'staff' as const, id: officer }],
  };
  await expect(leader.listSchedules({})).rejects.toMatchObject({ code: 'notAllowed' });
  await expect(admin.createSchedule({ ...said, reports: [] })).rejects.toMatchObject({ code: 'invalid' });
  await expect(admin.createSchedule({ ...said, recipients: [{ door: 'portal', id: 999_999 }] })).rejects.toMatchObject({
    details: { issues: [{ field: 'recipients' }] },
  });
  await expect(admin.createSchedule({ ...said, filters: { team: 'TIM-X' } })).rejects.toMatchObject({
    details: { issues: [{ field: 'team', code: 'unknown' }] },
  });
  await expect(admin.createSchedule({ ...said, filters: { q: 'kabel' } })).rejects.toMatchObject({ code: 'invalid' });
  const [made] = await admin.createSchedule(said);
  expect(made).toMatchObject({ ...said, recipients: [{ name: leader.name }, { name: clerk.name }, {}], runs: [] });
  const runs = async () => (await admin.listSchedules({}))[0]?.runs ?? [];
  // What was made today owes nothing for the days before; a month later one run is due, and one only.
  expect(await runJob(world.database, 'scheduled-reports')).toBe('completed');
  expect(await runs()).toEqual([]);
  await world.database.query("update report_schedules set begun_until = begun_until - interval '90 days'");
  for (const _ of [1, 2]) expect(await runJob(world.database, 'scheduled-reports')).toBe('completed');
  const [run, ...others] = await runs();
  expect(others).toEqual([]);
  const month = wibDay(Date.now()).slice(0, 7);
  expect([run?.from.slice(-3), (run?.to ?? month) < month]).toEqual(['-01', true]);
  expect(run?.copies.map(({ name, state, files }) => [name, state, files.length]).sort()).toEqual(
    [leader.name, clerk.name, 'Galih Ramadhan'].sort().map((name) => [name, 'READY', 2]),
  );

  const letter = await mailbox.next(leader.email, 'Laporan bulanan pimpinan');
  expect(letter.text).toContain('Administrator memasukkan Anda sebagai penerima');
  const period = `${run?.from}-${run?.to}`;
  expect(letter.attachments?.map(({ filename }) => filename)).toEqual([
    ...[`laporan-by-skpd-${period}.pdf`, `laporan-by-skpd-${period}.xlsx`],
  ]);
  const rowsFor = async (name: string) => {
    const file = run?.copies.find((copy) => copy.name === name)?.files[1];
    const bytes = await (await admin.readSentFile({ id: file?.id ?? 0 })).arrayBuffer();
    return (await readWorkbook(bytes))[0]?.rows ?? [];
  };
  const asked = {
    ...{ report: 'by-skpd' as const, from: run?.from, to: run?.to },
    ...{ priority: 'HIGH,MEDIUM', team: 'TIM-INFRA' },
  };
  for (const [person, name] of [
    [leader, leader.name],
    [clerk, clerk.name],
  ] as const) {
    const own = await person.getReport(asked);
    expect((await rowsFor(name)).slice(1, 1 + own.rows.length).map(([, count]) => count)).toEqual(
      own.rows.map(({ cells }) => cells['received']),
    );
  }

  // What it is narrowed to stands on the paper, by name.
  const paper = run?.copies.find(({ name }) => name === leader.name)?.files[0];
  const { text } = await readPdf(
    new Uint8Array(await (await admin.readSentFile({ id: paper?.id ?? 0 })).arrayBuffer()),
  );
  const team = (await leader.getCatalog({})).teams.find(({ code }) => code === 'TIM-INFRA')?.name ?? '';
  for (const words of ['Prioritas: Tinggi, Sedang', `Tim: ${team}`])
    expect(text.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''));

  // Sent again it is the same bytes in a new letter; whoever may read no reports any more is left out.
  await mailbox.empty();
  await world.database.query('update up_users set blocked = true where email = $1', [clerk.email]);
  const [after] = await admin.resendRun({ id: run?.id ?? '' });
  expect(after?.runs[0]?.copies.map(({ files }) => files)).toEqual(run?.copies.map(({ files }) => files));
  expect((await mailbox.next(leader.email, 'Laporan bulanan pimpinan')).attachments).toHaveLength(2);
  await admin.runSchedule({ id: made?.id ?? '' });
  expect(await runJob(world.database, 'scheduled-reports')).toBe('completed');
  await world.database.query('update up_users set blocked = false where email = $1', [clerk.email]);
  expect((await runs())[0]?.copies.find(({ name }) => name === clerk.name)).toMatchObject({ state: 'SKIPPED' });
  const toClerk = await mailbox.lettersTo(clerk.email);
  expect(toClerk.filter(({ subject }) => subject.includes('Laporan bulanan'))).toEqual([]);
  const [stopped] = await admin.changeSchedule({ ...said, id: made?.id ?? '', isActive: false });
  expect(stopped).toMatchObject({ isActive: false, next: null });
});

test('a letter that was given up is seen with its reason, alarms, and can be sent again', async () => {
  const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
  const { number } = await file();
  await allCarried(number);
  const [letter] = await ledger("ticket_number = $1 and recipient_kind = 'portal'", number);
  await mailbox.close();
  await world.database.query("update letters set state = 'WAITING' where id = $1", [letter?.id]);
  await clerk.mailDocument({ number, kind: 'receipt', to: 'ME' });
  const [, paper] = await ledger("ticket_number = $1 and recipient_kind = 'portal'", number);
  // Their last attempt, on a day on which the server never came back.
  for (const each of [letter, paper]) {
    await world.database.query(
      "insert into pgboss.job (name, data, retry_limit) values ('letters', json_build_object('letter', $1::int), 0)",
      [each?.id],
    );
    await until('it was given up', async () => (await ledger('id = $1', each?.id ?? ''))[0]?.state === 'FAILED');
  }
  const dead = await admin.listLetters({ state: 'FAILED' });
  const refusedOf = (kind: string) => ({
    ...{ kind, number, to: clerk.email, isResendable: true },
    reason: expect.stringContaining('ECONNREFUSED'),
  });
  expect(dead.rows).toMatchObject([refusedOf('paper'), refusedOf('ticket')]);
  expect((await admin.getWarnings({})).map(({ code }) => code)).toContain('lettersFailed');
  mailbox = await openMailbox(folder('again'), smtpPort);
  expect(await admin.resendLetter({ id: Number(letter?.id) })).toMatchObject({ state: 'SENDING' });
  await mailbox.next(clerk.email, number);

  // Its file waits for it for three months; after them neither is kept, and it cannot be sent again.
  expect(await runJob(world.database, 'keys')).toBe('completed');
  expect(await filesOf(number)).toHaveLength(1);
  await world.database.query("update letters set ended_at = ended_at - interval '91 days' where id = $1", [paper?.id]);
  expect(await runJob(world.database, 'keys')).toBe('completed');
  expect(await filesOf(number)).toEqual([]);
  expect(await ledger('id = $1', paper?.id ?? '')).toMatchObject([{ state: 'FAILED', sealed: null }]);
  expect((await admin.listLetters({ state: 'FAILED' })).rows).toMatchObject([{ kind: 'paper', isResendable: false }]);
  expect(await refusal(admin.resendLetter({ id: Number(paper?.id) }))).toBe('404 notFound');
});

test('cms, database and mail server die while requests are filed: every letter arrives, none of what was rolled back', async () => {
  const kills: Victim[] = ['cms', 'database', 'mail server'];
  const killed: Record<Victim, () => Promise<unknown>> = {
    cms: () => world.crash(),
    database: () =>
      world.database.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    'mail server': async () => {
      await mailbox.kill();
      mailbox = await openMailbox(folder('again'), smtpPort);
    },
  };
  await mailbox.empty();
  const found = await weather({
    world,
    changes: 40,
    kills,
    kill: async (victim) => void (await killed[victim]()),
    mailbox: () => mailbox,
    patience: 240_000,
  });
  expect(found.filed).toHaveLength(40);
  expect(found).toMatchObject({ untold: [], strangers: [] });
  expect(found.duplicates).toBeLessThanOrEqual(kills.length);
});

test('an address that refuses three letters in a row is paused, its owner and administrators are told, and one that arrives ends it', async () => {
  const [admin, account] = [await world.staff('Administrator Demo'), await newcomer(world)];
  const person = await account.signIn();
  const fileOne = async () => {
    const { number } = await person.submitTicket(
      outage({ contact: { name: account.name, phone: '0840-0000-0201', email: account.email } }),
    );
    await allCarried(number);
    const [letter] = await ledger('ticket_number = $1 and address = $2', number, account.email);
    return letter;
  };
  const isPaused = async () => [
    (await person.getAccount({})).isMailPaused,
    (await admin.listAccounts({ q: account.email })).rows.map(({ isMailPaused }) => isMailPaused),
  ];
  await mailbox.close();
  const refusing = await refuseLetters(smtpPort);
  for (const _ of [1, 2])
    expect(await fileOne()).toMatchObject({ state: 'FAILED', reason: expect.stringMatching('550') });
  expect(await isPaused()).toEqual([false, [false]]);
  expect(await fileOne()).toMatchObject({ state: 'FAILED' });
  expect(await isPaused()).toEqual([true, [true]]);
  const [{ number = '' } = {}] = (await person.listTickets({})).rows;
  expect(await refusal(person.mailDocument({ number, kind: 'receipt', to: 'ME' }))).toBe('409 mailPaused');
  await refusing.close();
  mailbox = await openMailbox(folder('back'), smtpPort);
  expect(await fileOne()).toMatchObject({ state: 'DROPPED', reason: 'addressPaused' });
  expect(await person.tryOwnAddress({})).toMatchObject({ isMailPaused: true });
  expect((await mailbox.next(account.email, 'menerima surat lagi')).text).toContain(account.email);
  await until('it is no longer paused', async () => !(await person.getAccount({})).isMailPaused);
  expect(await fileOne()).toMatchObject({ state: 'SENT' });
});
