import { afterQuiet, dayNumber, dayStart, MINUTE_MS } from 'strapi-plugin-ticketing/domain';
import request from 'supertest';
import { formFor } from '../../support/desk';
import { entriesSince, lastEntryId } from '../../support/entries';
import { newcomer } from '../../support/portal-account';
import { introducedBy } from '../../support/push-service';
import { outage } from '../../support/world';
import { world, service, ledger, allCarried, told, arrived, claimed } from './stage';

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
    `update tickets set requester_id = null,
       skpd_id = (select id from skpd where id <> skpd_id order by id desc limit 1)
     where number = $1`,
    [number],
  );
  await allCarried(number);
  expect(await ledger(number)).toMatchObject([{ state: 'DROPPED', reason: 'mayNotRead' }]);
  expect(arrived(browser, '/pindah')).toEqual([]);
});
