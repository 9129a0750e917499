import path from 'node:path';
import request from 'supertest';
import { urlOf } from '../support/databases';
import { listenAs, type Line } from '../support/ears';
import { fileOf, PDF } from '../support/files';
import { startCms, type Server } from '../support/servers';
import {
  openWorld,
  outage,
  signInPortal,
  signInStaff,
  type Person,
  type PortalAccount,
  type StaffAccount,
  type World,
} from '../support/world';

let world: World;
let second: Server;
beforeAll(async () => {
  world = await openWorld();
  second = await startCms(
    urlOf(world.databaseName),
    path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-2`),
  );
});
afterAll(async () => {
  await second.stop();
  await world.close();
});

const open: Line[] = [];
const listen = async (...given: Parameters<typeof listenAs>): Promise<Line> => {
  const line = await listenAs(...given);
  open.push(line);
  return line;
};
afterEach(() => {
  for (const line of open.splice(0)) line.hangUp();
});

/** A word on this ticket that everyone concerned hears: when it has arrived, everything said before it would have. */
const saidAndHeard = async (line: Line, clerk: Person, number: string): Promise<void> => {
  await clerk.commentOnTicket({ number, body: 'Penanda' });
  await line.until(({ data }) => data.number === number && data.event === 'comment');
};

test('officers who have one ticket open know of each other, at every server, and nobody else does', async () => {
  const [clerk, galih] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  const tari = await signInStaff(
    second.url,
    world.accounts.staff.find(({ name }) => name === 'Tari Puspita') as StaffAccount,
  );
  const names = async (person: Person, ticket = number) =>
    (await person.lookAtTicket({ number: ticket })).map(({ name }) => name);
  expect(await names(galih)).toEqual([]);
  expect(await names(tari)).toEqual(['Galih Ramadhan']);
  expect(await names(galih)).toEqual(['Tari Puspita']);
  const { number: other } = await clerk.submitTicket(outage({ title: 'Tiket lain' }));
  expect(await names(galih, other)).toEqual([]);
  // Whoever has been silent for a while has gone.
  await world.database.query("update ticket_presence set seen_at = seen_at - interval '1 minute'");
  expect(await names(galih)).toEqual([]);
  await expect(clerk.lookAtTicket({ number })).rejects.toMatchObject({ code: 'notAllowed' });
});

test('an officer’s deed reaches the clerk at once, and says no more than that something happened', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  const line = await listen(world.cms.url, clerk);
  await officer.actOnTicket({ number, action: 'claim' });
  const { id, data } = await line.until(({ data: { event } }) => event === 'claim');
  expect(data).toEqual({
    number,
    event: 'claim',
    status: 'IN_PROGRESS',
    updatedAt: expect.stringMatching(/Z$/) as string,
  });
  expect(id).toMatch(/^\d{13}$/);
});

test('it reaches people at another instance of the cms just as well', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const [there, thereToo] = [await listen(second.url, clerk), await listen(second.url, officer)];
  const { number } = await clerk.submitTicket(outage());
  for (const line of [there, thereToo])
    expect((await line.until(({ data }) => data.number === number)).data).toMatchObject({
      event: 'submit',
      status: 'NEW',
    });
});

test('nobody hears of what they may not read: other units, confidential tickets, internal notes and files', async () => {
  const [clerk, colleague, stranger, officer, leader, coordinator] = [
    await world.clerk(),
    await world.colleague(),
    await world.stranger(),
    await world.staff('Galih Ramadhan'),
    await world.leader(),
    await world.staff('Laila Safitri'),
  ];
  const lines = {
    clerk: await listen(world.cms.url, clerk),
    colleague: await listen(world.cms.url, colleague),
    stranger: await listen(world.cms.url, stranger),
    officer: await listen(world.cms.url, officer),
    leader: await listen(world.cms.url, leader),
  };
  const plain = await clerk.submitTicket(outage());
  const secret = await clerk.submitTicket(outage());
  await world.database.query('update tickets set is_confidential = true where number = $1', [secret.number]);
  await lines.clerk.until(({ data }) => data.number === secret.number);
  for (const line of Object.values(lines)) line.heard.length = 0;
  await coordinator.commentOnTicket({ number: secret.number, body: 'Hanya untuk yang berhak' });
  await officer.commentOnTicket({ number: plain.number, body: 'Catatan dalam', internal: true });
  await officer.addAttachment({ number: plain.number, internal: 'true', file: fileOf('dalam.pdf', PDF) });
  await lines.officer.until(({ data }) => data.number === plain.number && data.event === 'attach');
  expect(lines.clerk.heard.filter(({ data }) => data.number === plain.number)).toEqual([]);
  await saidAndHeard(lines.leader, clerk, plain.number);
  await lines.clerk.until(({ data }) => data.number === plain.number);
  const heardOf = (line: Line) => [...new Set(line.heard.map(({ data }) => data.number))].sort();
  expect(heardOf(lines.clerk)).toEqual([plain.number, secret.number].sort());
  expect(heardOf(lines.colleague)).toEqual([plain.number]);
  expect(heardOf(lines.leader)).toEqual([plain.number]);
  expect(lines.leader.heard).toHaveLength(1);
  expect(lines.stranger.heard).toEqual([]);
});

test('whoever comes back hears what was missed; whoever was away long starts afresh; a strange id is none', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  const before = Date.now();
  await officer.actOnTicket({ number, action: 'claim' });
  const back = await listen(world.cms.url, clerk, { headers: { 'last-event-id': String(before) } });
  await back.until(({ data }) => data.number === number && data.event === 'claim');
  const since = await listen(second.url, clerk, { query: `?since=${before}` });
  await since.until(({ data }) => data.number === number && data.event === 'claim');
  const late = await listen(world.cms.url, clerk, { headers: { 'last-event-id': String(before - 3_600_000) } });
  await late.until(({ event }) => event === 'reset');
  const strange = await listen(world.cms.url, clerk, { headers: { 'last-event-id': "0'; drop table tickets" } });
  await saidAndHeard(strange, clerk, number);
  expect(strange.heard).toHaveLength(1);
});

test('nobody keeps more lines open than a few, and a line that was hung up counts no more', async () => {
  const stranger = await world.stranger();
  const lines: Line[] = [];
  for (let each = 0; each < 8; each += 1) lines.push(await listen(world.cms.url, stranger));
  await expect(listen(world.cms.url, stranger)).rejects.toThrow('429');
  lines[0]?.hangUp();
  await lines[0]?.ended;
  for (const deadline = Date.now() + 5000; Date.now() < deadline;)
    if (
      await listen(world.cms.url, stranger).then(
        () => true,
        () => false,
      )
    )
      return;
  throw new Error('the place was not free again');
});

test('when the database connection is lost, listening begins again and everyone starts afresh', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  const line = await listen(world.cms.url, clerk);
  await world.database.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'ticketing-live'",
  );
  await line.until(({ event }) => event === 'reset', 20_000);
  await officer.actOnTicket({ number, action: 'claim' });
  await line.until(({ data }) => data.event === 'claim');
});

test('a session that ends closes the line', async () => {
  const account = world.accounts.portal[1] as PortalAccount;
  const line = await listen(world.cms.url, await signInPortal(world.cms.url, account));
  await world.database.query('update up_users set blocked = true where email = $1', [account.email]);
  await Promise.race([
    line.ended,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error('still open')), 60_000).unref();
    }),
  ]);
});

test('who is given another role, another password or no desk any more is out at once, at every door and line', async () => {
  const admin = await world.staff('Administrator Demo');
  const account = world.accounts.staff.find(({ name }) => name === 'Yoga Pranata') as StaffAccount;
  const { rows } = await world.database.query<{ id: number; role: number }>(
    "select u.id, (select id from admin_roles where code = 'ticketing-coordinator') as role from admin_users u where email = $1",
    [account.email],
  );
  const [{ id, role }] = rows as [{ id: number; role: number }];
  const change = (body: object) =>
    request(world.cms.url)
      .put(`/admin/users/${id}`)
      .set('authorization', `Bearer ${admin.token}`)
      .send(body)
      .expect(200);
  const signIn = async (password = account.password) => {
    const { body, headers } = await request(world.cms.url)
      .post('/admin/login')
      .send({ email: account.email, password, rememberMe: true })
      .expect(200);
    const person = { token: body.data.token as string, door: '/ticketing' };
    return { person, cookie: headers['set-cookie'] as unknown as string[] };
  };
  const lives = async ({ person, cookie }: Awaited<ReturnType<typeof signIn>>) => ({
    door: (await request(world.cms.url).get('/ticketing/me').set('authorization', `Bearer ${person.token}`)).status,
    panel: (await request(world.cms.url).get('/admin/users/me').set('authorization', `Bearer ${person.token}`)).status,
    renewal: (await request(world.cms.url).post('/admin/access-token').set('Cookie', cookie)).status,
  });
  const dead = { door: 401, panel: 401, renewal: 401 };

  const first = await signIn();
  const line = await listen(world.cms.url, first.person);
  const elsewhere = await listen(second.url, first.person);
  await change({ roles: [role] });
  await Promise.all([line.ended, elsewhere.ended]);
  expect(
    (await request(world.cms.url).get('/ticketing/me').set('authorization', `Bearer ${first.person.token}`)).body.data
      .roleNames,
  ).toEqual(['COORDINATOR']);

  const again = await listen(world.cms.url, first.person);
  await change({ password: 'Kata-sandi-baru-2719' });
  await again.ended;
  expect(await lives(first)).toEqual(dead);

  const next = await signIn('Kata-sandi-baru-2719');
  await change({ isActive: false });
  await change({ isActive: true });
  expect(await lives(next)).toEqual(dead);
  const weak = await request(world.cms.url)
    .put(`/admin/users/${id}`)
    .set('authorization', `Bearer ${admin.token}`)
    .send({ password: 'Password1' });
  expect(weak.status).toBe(400);
});
