import { afterQuiet, dayNumber, dayStart, MINUTE_MS } from 'strapi-plugin-ticketing/domain';
import request from 'supertest';
import { formFor } from '../support/desk';
import { entriesSince, lastEntryId } from '../support/entries';
import { until } from '../support/jobs';
import { newcomer } from '../support/portal-account';
import { introducedBy, openPushService, type Browser, type PushService } from '../support/push-service';
import { openReceiver } from '../support/receiver';
import { openWorld, outage, type Person, type World } from '../support/world';

let world: World;
let service: PushService;
beforeAll(async () => {
  service = await openPushService();
  world = await openWorld({ PUSH_ALLOWED_ADDRESSES: '127.0.0.1', WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' });
});
afterAll(async () => {
  await world.close();
  await service.close();
});

/** Messages gather for two minutes, and wait for half a minute when a service is away: here nobody waits for that. */
const hurry = () =>
  world.database.query("update pgboss.job set start_after = now() where name = 'short-messages' and state < 'active'");
const ledger = async (ticket: string) =>
  (await (await world.staff('Administrator Demo')).listShortMessages({ ticket })).rows;
const allCarried = (ticket: string) =>
  until('every short message has been carried', async () => {
    await hurry();
    return (await ledger(ticket)).every(({ state }) => state !== 'WAITING' && state !== 'SENDING');
  });
const told = async ({ add, person }: { add: Browser; person: Person }) => {
  const { endpoint, p256dh, auth } = add;
  return person.addPushDevice({ endpoint, p256dh, auth });
};
const arrived = (browser: Browser, place: string) =>
  service.pushed.filter(({ path }) => path === place).map(({ body }) => browser.open(body));
const claimed = async (person: Person, over: object = {}): Promise<string> => {
  const { number } = await person.submitTicket({ ...outage(), ...over } as never);
  await (await world.staff('Galih Ramadhan')).actOnTicket({ number, action: 'claim' });
  return number;
};

test('a device that its owner chose is told what happened, encrypted, once for events that gather, and never of own deeds', async () => {
  const [clerk, start] = [await world.clerk(), await lastEntryId(world)];
  const browser = service.subscribe('/kantor');
  const { body } = await request(world.cms.url)
    .post('/api/ticketing/push')
    .set('authorization', `Bearer ${clerk.token}`)
    .set('user-agent', 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36')
    .send({ endpoint: browser.endpoint, p256dh: browser.p256dh, auth: browser.auth })
    .expect(200);
  expect(body.data).toMatchObject({
    most: 5,
    devices: [{ device: { browser: 'Chrome', system: 'Android' }, lastAt: null }],
  });
  const { number } = await clerk.submitTicket(outage());
  expect(await ledger(number)).toEqual([]);
  const officer = await world.staff('Galih Ramadhan');
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.commentOnTicket({ number, body: 'Teknisi berangkat pukul sembilan.' });
  await officer.commentOnTicket({ number, body: 'Hanya untuk petugas.', internal: true });
  await allCarried(number);
  expect(arrived(browser, '/kantor')).toEqual([
    { title: 'Komentar baru', body: expect.stringContaining(number), path: `/tiket/${number}`, tag: number },
  ]);
  const [pushed] = service.pushed;
  expect(pushed?.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    ttl: '86400',
    topic: expect.stringMatching(/^[\w-]{32}$/),
  });
  // What the service sees says neither which ticket nor what of it.
  expect(JSON.stringify(pushed?.headers)).not.toContain(number);
  expect(introducedBy(String(pushed?.headers.authorization), service.url)).toBe((await clerk.getPush({})).key);
  expect(await ledger(number)).toMatchObject([
    { state: 'SENT', status: 201, kind: 'comment', why: 'requester', name: clerk.name, device: { browser: 'Chrome' } },
  ]);
  expect((await clerk.getPush({})).devices).toMatchObject([{ lastAt: expect.any(String) }]);
  expect(await entriesSince(world, start, 'portal-account')).toMatchObject([
    { event: 'addDevice', payload: { facts: { device: 'Chrome · Android' } } },
  ]);
});

test('of a confidential ticket a device learns that there is news, and not what', async () => {
  const clerk = await world.clerk();
  const browser = service.subscribe('/rahasia');
  await told({ add: browser, person: clerk });
  const { number } = await clerk.submitTicket({
    ...outage(),
    title: 'Akun pejabat diretas',
    category: 'SEC-01',
    form: await formFor(clerk, 'SEC-01'),
  } as never);
  await (await world.staff('Laila Safitri')).commentOnTicket({ number, body: 'Sandi pejabat diganti.' });
  await allCarried(number);
  const [message, ...more] = arrived(browser, '/rahasia');
  expect(more).toEqual([]);
  expect(message).toMatchObject({ title: number, path: `/tiket/${number}` });
  expect(JSON.stringify(message)).not.toMatch(/diretas|Sandi|Komentar/);
});

test('each person chooses of which events, and not in quiet hours', async () => {
  const person = await (await newcomer(world)).signIn();
  const browser = service.subscribe('/tenang');
  await told({ add: browser, person });
  const { channels, kinds } = await person.getNoticeChoices({});
  expect([channels, kinds.includes('assigned')]).toEqual([['inbox', 'mail', 'push'], true]);
  expect((await (await world.staff('Galih Ramadhan')).getNoticeChoices({})).channels).toEqual(['inbox', 'mail']);
  await person.saveNoticeChoices({ channels: { assigned: { push: false } }, quiet: null });
  expect(await ledger(await claimed(person))).toEqual([]);

  const now = Date.now();
  const minute = Math.floor((now - dayStart(dayNumber(now))) / MINUTE_MS);
  const quiet = { from: (minute + 1380) % 1440, to: (minute + 120) % 1440 };
  await person.saveNoticeChoices({ channels: {}, quiet });
  const [waiting] = await ledger(await claimed(person));
  const [made, due] = [Date.parse(waiting?.createdAt ?? ''), Date.parse(waiting?.dueAt ?? '')];
  expect(due).toBe(afterQuiet(made + 2 * MINUTE_MS, quiet));
  expect(due - made).toBeGreaterThan(60 * MINUTE_MS);
  expect(arrived(browser, '/tenang')).toEqual([]);
});

test('whoever may no longer read the ticket when it leaves is not told', async () => {
  const person = await (await newcomer(world)).signIn();
  const browser = service.subscribe('/pindah');
  await told({ add: browser, person });
  const number = await claimed(person);
  await world.database.query(
    `update tickets set requester_id = null, skpd_id = (select id from skpd where id <> skpd_id order by id desc limit 1)
      where number = $1`,
    [number],
  );
  await allCarried(number);
  expect(await ledger(number)).toMatchObject([{ state: 'DROPPED', reason: 'mayNotRead' }]);
  expect(arrived(browser, '/pindah')).toEqual([]);
});

test('a service that is busy is asked again; a device it no longer knows is told no more', async () => {
  const person = await (await newcomer(world)).signIn();
  const [busy, gone] = [service.subscribe('/sibuk'), service.subscribe('/hilang')];
  for (const add of [busy, gone]) await told({ add, person });
  service.answers.set('/sibuk', 503).set('/hilang', 410);
  const number = await claimed(person);
  await until('it was refused', async () => {
    await hurry();
    return (await ledger(number)).some(({ status }) => status === 503);
  });
  service.answers.delete('/sibuk');
  await allCarried(number);
  const rows = await ledger(number);
  expect(rows.find(({ state }) => state === 'SENT')?.attempts).toBeGreaterThan(1);
  expect(rows.find(({ state }) => state === 'DROPPED')).toMatchObject({ status: 410, reason: 'deviceGone' });
  expect((await person.getPush({})).devices).toHaveLength(1);
  expect(arrived(busy, '/sibuk').at(-1)).toMatchObject({ tag: number });
});

test('one that was given up alarms, also while others leave another way, and can be sent again; an end is an end', async () => {
  const admin = await world.staff('Administrator Demo');
  const person = await (await newcomer(world)).signIn();
  const [lost, ended] = [service.subscribe('/mati'), service.subscribe('/lepas')];
  for (const add of [lost, ended]) await told({ add, person });
  service.answers.set('/mati', 503).set('/lepas', 410);
  const number = await claimed(person);
  const codes = async () => (await admin.getWarnings({})).map(({ code }) => code);
  const state = async () => (await ledger(number)).map((each) => each.state).sort();
  await until('both were tried', async () => {
    await hurry();
    return (await ledger(number)).every(({ attempts }) => attempts > 0);
  });
  // Nothing left that way for five minutes, though letters do.
  await world.database.query("update short_messages set ended_at = ended_at - interval '6 minutes'");
  await world.database.query(
    "update short_messages set due_at = due_at - interval '10 minutes' where state = 'SENDING' and ticket_number = $1",
    [number],
  );
  expect(await codes()).toContain('pushStandsStill');
  expect(await codes()).not.toContain('whatsAppStandsStill');
  // Its last attempt, on a day on which the service never came back.
  await world.database.query(
    `insert into pgboss.job (name, data, retry_limit) select 'short-messages', json_build_object('shortMessage', id), 0
      from short_messages where state = 'SENDING' and ticket_number = $1`,
    [number],
  );
  await until('it was given up', async () => (await state()).includes('FAILED'));
  expect(await codes()).toContain('shortMessagesFailed');
  expect(await codes()).not.toContain('pushStandsStill');
  const rows = await ledger(number);
  const [failed, dropped] = [
    rows.find((each) => each.state === 'FAILED'),
    rows.find((each) => each.state === 'DROPPED'),
  ];
  expect([failed?.isResendable, dropped?.isResendable]).toEqual([true, false]);

  const start = await lastEntryId(world);
  await expect(admin.resendShortMessage({ id: dropped?.id ?? 0 })).rejects.toMatchObject({ code: 'notFound' });
  await expect(person.resendShortMessage({ id: failed?.id ?? 0 })).rejects.toMatchObject({ code: 'notAllowed' });
  service.answers.delete('/mati');
  expect(await admin.resendShortMessage({ id: failed?.id ?? 0 })).toMatchObject({ state: 'SENDING', reason: null });
  await allCarried(number);
  expect((await ledger(number)).find(({ id }) => id === failed?.id)).toMatchObject({
    state: 'SENT',
    isResendable: false,
  });
  expect(arrived(lost, '/mati').at(-1)).toMatchObject({ tag: number });
  expect(await entriesSince(world, start, 'short-message')).toMatchObject([
    { event: 'resend', payload: { facts: { number, to: person.name } } },
  ]);
  await expect(admin.resendShortMessage({ id: failed?.id ?? 0 })).rejects.toMatchObject({ code: 'notFound' });
});

test('signing out ends it on that device, also for what is on its way; others end from afar, and with the account', async () => {
  const account = await newcomer(world);
  const [here, there] = [await account.signIn(), await account.signIn()];
  const [mine, other] = [service.subscribe('/di-sini'), service.subscribe('/di-sana')];
  await told({ add: mine, person: here });
  await told({ add: other, person: there });
  const number = await claimed(here);
  await here.endSessions({ scope: 'current' });
  await allCarried(number);
  expect([arrived(mine, '/di-sini').length, arrived(other, '/di-sana').length]).toEqual([0, 1]);
  expect((await ledger(number)).map(({ reason }) => reason).sort()).toEqual(['deviceGone', null]);
  // The session may have long expired: whoever ends all of them ends this too.
  await world.database.query("update push_devices set session_id = '00000000-0000-4000-8000-000000000000'");
  await there.endSessions({ scope: 'others' });
  expect((await there.getPush({})).devices).toEqual([]);
});

test('devices are bounded and their owner’s alone; what is no device is refused beside its field', async () => {
  const [clerk, person] = [await world.colleague(), await (await newcomer(world)).signIn()];
  for (const place of ['/1', '/2', '/3', '/4', '/5', '/6']) await told({ add: service.subscribe(place), person });
  const { devices } = await person.getPush({});
  expect(devices).toHaveLength(5);
  // The same browser again is the same device; in somebody else's hands it is theirs.
  const shared = service.subscribe('/bersama');
  await told({ add: shared, person });
  await told({ add: shared, person });
  expect((await person.getPush({})).devices).toHaveLength(5);
  await told({ add: shared, person: clerk });
  const [theirs] = (await clerk.getPush({})).devices;
  expect((await person.getPush({})).devices).toHaveLength(4);
  await expect(person.removePushDevice({ id: theirs?.id ?? 0 })).rejects.toMatchObject({ code: 'notFound' });
  expect((await clerk.removePushDevice({ id: theirs?.id ?? 0 })).devices).toEqual([]);

  const sound = service.subscribe('/baik');
  for (const [field, over] of [
    ['endpoint', { endpoint: 'ftp://push.example/1' }],
    ['p256dh', { p256dh: `${'A'.repeat(87)}` }],
  ] as const)
    await expect(told({ add: { ...sound, ...over }, person })).rejects.toMatchObject({
      code: 'invalid',
      details: { issues: [{ field, code: 'wrongFormat' }] },
    });
  await expect(told({ add: sound, person: await world.staff('Galih Ramadhan') })).rejects.toMatchObject({
    code: 'notAllowed',
  });

  // A browser that names a machine inside is not believed when it is called.
  await told({ add: { ...sound, endpoint: 'https://169.254.169.254/latest' }, person: clerk });
  const number = await claimed(clerk);
  await until('it was tried', async () => {
    await hurry();
    return (await ledger(number)).some(({ reason }) => reason !== null);
  });
  expect(await ledger(number)).toMatchObject([{ status: null, reason: 'forbiddenAddress' }]);
});

test('by WhatsApp whoever asked for it is told number, status and link, once the city has a gateway, and never more', async () => {
  const [admin, galih, receiver, start] = [
    await world.staff('Administrator Demo'),
    await world.staff('Galih Ramadhan'),
    await openReceiver(),
    await lastEntryId(world),
  ];
  const person = await (await newcomer(world)).signIn();
  // Off until an administrator sets it; nobody is asked for a number before.
  expect(await person.getWhatsAppNumber({})).toEqual({ isOffered: false, number: null });
  const { version, hasToken, ...standard } = await admin.getWhatsApp({});
  expect([standard.isOn, hasToken]).toEqual([false, false]);
  const settings = { ...standard, isOn: true, url: `${receiver.url}/wa`, token: 'rahasia-gerbang' };
  await expect(admin.saveWhatsApp({ version, settings: { ...settings, url: 'wa' } })).rejects.toMatchObject({
    details: { issues: [{ field: 'settings.url', code: 'wrongFormat' }] },
  });
  for (const [id, code] of [
    ['Tiket {nomor}: {judul} {tautan}', 'notInList'],
    ['Tiket {nomor}', 'required'],
  ] as const)
    await expect(
      admin.saveWhatsApp({ version, settings: { ...settings, templates: { ...standard.templates, id } } }),
    ).rejects.toMatchObject({ details: { issues: [{ field: 'settings.templates.id', code }] } });
  // Tried before it is saved, to one number.
  expect(await admin.tryWhatsApp({ to: '0812-0000-0001', settings })).toEqual({ isAccepted: true, said: 'HTTP 204' });
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ to: '6281200000001' });
  expect(
    await admin.tryWhatsApp({ to: '0812-0000-0001', settings: { ...settings, url: 'https://10.0.0.1/' } }),
  ).toEqual({
    isAccepted: false,
    said: 'forbiddenAddress',
  });
  const saved = await admin.saveWhatsApp({ version, settings });
  expect(saved).toMatchObject({ isOn: true, hasToken: true });
  expect(JSON.stringify(saved)).not.toContain('rahasia-gerbang');
  const { rows } = await world.database.query("select value::text from desk_settings where key = 'whatsapp'");
  expect(JSON.stringify(rows)).not.toContain('rahasia-gerbang');
  expect(JSON.stringify(await entriesSince(world, start))).not.toContain('rahasia-gerbang');

  // Nobody who did not ask for it.
  expect(await ledger(await claimed(person))).toEqual([]);
  await expect(person.saveWhatsAppNumber({ number: 'nomor saya' })).rejects.toMatchObject({
    details: { issues: [{ field: 'number', code: 'wrongFormat' }] },
  });
  expect(await person.saveWhatsAppNumber({ number: '+62 812 0000 0302' })).toEqual({
    isOffered: true,
    number: '6281200000302',
  });
  expect((await person.getNoticeChoices({})).channels).toEqual(['inbox', 'mail', 'push', 'whatsapp']);
  const before = receiver.received.length;
  const number = await claimed(person, {
    title: 'Judul yang tidak ikut',
    description: 'Uraian yang tidak ikut serta.',
  });
  await galih.commentOnTicket({ number, body: 'Teknisi berangkat pukul sembilan.' });
  await allCarried(number);
  const [message, ...more] = receiver.received.slice(before);
  expect(more).toEqual([]);
  expect(message?.headers.authorization).toBe('Bearer rahasia-gerbang');
  expect(JSON.parse(message?.body ?? '')).toEqual({
    to: '6281200000302',
    message: expect.stringMatching(
      new RegExp(`^Tiket ${number}: Diproses. Selengkapnya setelah masuk: http\\S+/tiket/${number}$`),
    ),
  });
  expect(await ledger(number)).toMatchObject([
    { channel: 'whatsapp', state: 'SENT', status: 204, device: null, kind: 'comment' },
  ]);

  // Confidential: not even its status. Ended meanwhile: not at all, and the audit log names no whole number.
  await world.database.query('update tickets set is_confidential = true where number = $1', [number]);
  await galih.commentOnTicket({ number, body: 'Hasil pemeriksaan.' }).catch(() => undefined);
  await allCarried(number);
  for (const { body } of receiver.received.slice(before + 1)) expect(body).not.toMatch(/Diproses|Judul|Hasil/);
  const late = await claimed(person);
  await person.saveWhatsAppNumber({ number: null });
  await allCarried(late);
  expect(await ledger(late)).toMatchObject([{ state: 'DROPPED', reason: 'optedOut' }]);
  expect(JSON.stringify(await entriesSince(world, start))).not.toContain('6281200000302');
  await receiver.close();
});
