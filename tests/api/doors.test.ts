import request from 'supertest';
import { contract, ENDPOINT_NAMES, endpointOf, type EndpointName } from 'strapi-plugin-ticketing/contract';
import { can, DEFAULT_POLICY, type Actor, type Role } from 'strapi-plugin-ticketing/domain';
import { openWorld, outage, sampleNumber, type Person, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  VALUES['number'] = await sampleNumber(world);
});
afterAll(() => world.close());

const people: Record<Role, () => Promise<Person>> = {
  REQUESTER: () => world.clerk(),
  OFFICER: () => world.staff('Galih Ramadhan'),
  COORDINATOR: () => world.staff('Laila Safitri'),
  ADMIN: () => world.staff('Administrator Demo'),
  LEADER: () => world.leader(),
};
const VALUES: Record<string, string> = {
  action: 'claim',
  id: '00000000-0000-4000-8000-000000000000',
  report: 'summary',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
};
const addressOf = (name: EndpointName) =>
  endpointOf(name).path.replace(/:(\w+)/g, (_, key: string) => VALUES[key] ?? key);
const verb = (name: EndpointName) => endpointOf(name).method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';

/** The answer's status alone: some answers never end. */
async function statusOf(name: EndpointName, { token, door }: Person): Promise<number> {
  const stop = new AbortController();
  const { status } = await fetch(`${world.cms.url}${door}${addressOf(name)}`, {
    method: endpointOf(name).method,
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  stop.abort();
  return status;
}

const GUARDED = ENDPOINT_NAMES.filter((name) => !endpointOf(name).isPublic);
test.each(GUARDED)('%s asks for a session at both doors', async (name) => {
  for (const door of ['/api/ticketing', '/ticketing']) {
    const { body } = await request(world.cms.url)
      [verb(name)](`${door}${addressOf(name)}`)
      .expect(401);
    expect(body).toMatchObject({
      data: null,
      error: { status: 401, name: 'Refusal', details: { code: 'unauthenticated' } },
    });
  }
});

test.each(GUARDED)('%s lets in whom the policy could ever allow, and nobody else', async (name) => {
  for (const role of Object.keys(people) as Role[]) {
    const actor = { kind: 'staff', id: 0, name: '', roles: [role], skpdCode: null, teamCodes: [] } satisfies Actor;
    const status = await statusOf(name, await people[role]());
    const isAllowed = can(DEFAULT_POLICY, actor, contract[name].permission).allowed;
    expect({ role, refused: status === 403 }).toEqual({
      role,
      refused: name === 'actOnTicket' && (role === 'LEADER' || role === 'ADMIN') ? true : !isAllowed,
    });
  }
});

test('the OpenAPI document describes every endpoint of the contract', async () => {
  const document = await (await world.clerk()).getOpenApi({});
  const described = Object.values(document['paths'] as Record<string, Record<string, { operationId: string }>>).flatMap(
    (methods) => Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(described.sort()).toEqual([...ENDPOINT_NAMES].sort());
});

test('an API token may do what it was given, at first nothing; it ends, and its use is written down', async () => {
  const admin = await world.staff('Administrator Demo');
  const { body } = await request(world.cms.url)
    .post('/admin/api-tokens')
    .set('authorization', `Bearer ${admin.token}`)
    .send({ name: 'Dasbor kota', description: '', type: 'full-access', lifespan: null })
    .expect(201);
  const { id, accessKey, expiresAt } = body.data as { id: number; accessKey: string; expiresAt: string };
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
  const send = (method: 'get' | 'post', place: string, door = '/api/ticketing') =>
    request(world.cms.url)[method](`${door}${place}`).set('authorization', `Bearer ${accessKey}`);
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage());
  const secret = await clerk.submitTicket(outage({ title: 'Rahasia yang tidak untuk siapa pun' }));
  await world.database.query('update tickets set is_confidential = true where number = $1', [secret.number]);

  await send('get', '/me').expect(200);
  for (const place of [
    '/reports/by-status',
    '/tickets?pageSize=1',
    `/tickets/${number}`,
    '/exports/tickets.csv',
    '/settings',
  ])
    await send('get', place).expect(403);
  await send('get', '/users', '/api').expect(404);
  await send('get', '/tickets', '/ticketing').expect(401);

  await admin.saveTokenGrants({ id, grants: ['reports', 'tickets'] });
  expect((await send('get', '/reports/by-status').expect(200)).body.data.report).toBe('by-status');
  expect((await send('get', '/tickets?pageSize=1').expect(200)).body.meta.pagination.total).toBeGreaterThan(40);
  expect((await send('get', `/tickets/${number}`).expect(200)).body.data).toMatchObject({
    contact: { phone: '•••201' },
    isContactMasked: true,
  });
  await send('get', `/tickets/${secret.number}`).expect(404);
  await send('post', `/tickets/${number}/contact`).expect(403);
  await send('post', '/tickets').send({}).expect(403);

  await admin.saveTokenGrants({ id, grants: ['tickets', 'contacts', 'confidential'] });
  expect((await send('get', `/tickets/${secret.number}`).expect(200)).body.data.contact.phone).toBe('0840-0000-0201');
  await send('get', '/reports/by-status').expect(403);
  const { rows } = await world.database.query<{ event: string; address: string | null }>(
    "select event, address from audit_entries where subject_type = 'api-token' and subject_id = $1 order by id",
    [String(id)],
  );
  expect(rows.map(({ event }) => event)).toEqual(['create', 'use', 'update', 'update']);
  expect(rows[1]?.address).toContain('127.0.0.1');
});

test("nothing of Strapi's stock is left: no default keys, no roles of editors", async () => {
  const { rows: keys } = await world.database.query(
    "select 1 from strapi_api_tokens where name in ('Read Only', 'Full Access')",
  );
  const { rows: roles } = await world.database.query(
    "select 1 from admin_roles where code in ('strapi-editor', 'strapi-author')",
  );
  expect([...keys, ...roles]).toEqual([]);
});

test('who handles a ticket sees whom to call; everybody else asks for it, and that is written down', async () => {
  const [clerk, colleague, officer, other, leader] = [
    await world.clerk(),
    await world.colleague(),
    await world.staff('Galih Ramadhan'),
    await world.staff('Tari Puspita'),
    await world.leader(),
  ];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  for (const person of [clerk, colleague, officer])
    expect((await person.getTicket({ number })).contact.phone).toBe('0840-0000-0201');
  for (const person of [other, leader, await world.staff('Administrator Demo')]) {
    const seen = await person.getTicket({ number });
    expect(seen).toMatchObject({
      contact: { name: 'Ratih Kusuma', phone: '•••201', email: 'r•••@bukittinggi.test' },
      isContactMasked: true,
    });
  }
  const csv = async (person: Person) =>
    (await person.exportTickets({ format: 'csv', columns: 'number,contactPhone', q: number } as never)).text();
  expect(await csv(leader)).toContain('•••201');
  expect(await csv(leader)).not.toContain('0840-0000-0201');
  expect(await leader.revealContact({ number })).toMatchObject({ phone: '0840-0000-0201' });
  await expect(clerk.revealContact({ number })).rejects.toMatchObject({ code: 'notAllowed' });
  const { rows } = await world.database.query(
    "select actor_name, actor_role from audit_entries where subject_id = $1 and event = 'revealContact'",
    [number],
  );
  expect(rows).toEqual([{ actor_name: leader.name, actor_role: 'LEADER' }]);
  expect((await clerk.getTimeline({ number })).map(({ event }) => event)).not.toContain('revealContact');
});

test('healthz answers when the database does', async () => {
  expect((await request(world.cms.url).get('/healthz').expect(200)).body).toEqual({ status: 'ok' });
});

test('a blocked account is out at once, also with the session it still holds', async () => {
  const colleague = await world.colleague();
  await colleague.getMe({});
  await world.database.query('update up_users set blocked = true where email = $1', [colleague.email]);
  await expect(colleague.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
});
