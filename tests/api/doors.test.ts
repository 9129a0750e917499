import path from 'node:path';
import request from 'supertest';
import { contract, ENDPOINT_NAMES, endpointOf, type EndpointName } from 'strapi-plugin-ticketing/contract';
import { can, DEFAULT_POLICY, type Actor, type Role } from 'strapi-plugin-ticketing/domain';
import { EXAMPLES } from '../../plugins/ticketing/domain/contract/examples';
import { lacks, strays, type Schemas } from '../support/schema';
import { spying, statementsOf } from '../support/statements';
import { localTime, openWorld, outage, sampleNumber, type Person, type World } from '../support/world';

let world: World;
const sent = path.join(process.env['TEST_DATA_DIR'] ?? '', `statements-${process.pid}`);
beforeAll(async () => {
  world = await openWorld(spying(sent));
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

/** An operation of the OpenAPI document. */
interface Described {
  readonly operationId: EndpointName;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly example?: unknown }[];
  readonly responses: Readonly<
    Record<string, { content: Record<string, { schema?: { properties?: Record<string, object> } }> }>
  >;
}

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

/** A key of another system, with nothing given to it yet. */
async function makeToken(name: string): Promise<{ id: number; accessKey: string; expiresAt: string }> {
  const { token } = await world.staff('Administrator Demo');
  const { body } = await request(world.cms.url)
    .post('/admin/api-tokens')
    .set('authorization', `Bearer ${token}`)
    .send({ name, description: '', type: 'full-access', lifespan: null })
    .expect(201);
  return body.data as { id: number; accessKey: string; expiresAt: string };
}

test('what developers of other systems read is true: each example is sent, with its permission alone, and answered so', async () => {
  const admin = await world.staff('Administrator Demo');
  const { id, accessKey } = await makeToken('Aplikasi Lapor Kota');
  // Read without an account, by whoever writes that system.
  const { body: read } = await request(world.cms.url).get('/api/ticketing/openapi-systems.json').expect(200);
  const { paths, components } = read.data as { paths: object; components: { schemas: Schemas } };
  const described = Object.values(paths).flatMap((methods) => Object.values(methods as Record<string, Described>));
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(
    EXAMPLES.map(({ endpoint }) => endpoint).sort(),
  );
  let number = '';
  for (const { endpoint, grant, request: given, reply } of EXAMPLES) {
    const row = endpointOf(endpoint);
    const filled = JSON.parse(JSON.stringify(given).replaceAll('{number}', number)) as Record<string, unknown>;
    if (filled['form']) filled['form'] = { ...(filled['form'] as object), waktu_kejadian: localTime(-1, '08:00') };
    const operation = described.find(({ operationId }) => operationId === endpoint);
    const asked = operation?.parameters.filter(({ name, in: place }) => place === 'query' && name in filled) ?? [];
    const place = row.path.replace(/:(\w+)/g, (_, name: string) => String(filled[name]));
    const query = new URLSearchParams(asked.map(({ name }) => [name, String(filled[name])])).toString();
    const body = Object.fromEntries(
      Object.entries(filled).filter(
        ([name]) => !row.path.includes(`:${name}`) && !asked.some((one) => one.name === name),
      ),
    );
    const send = (key?: unknown) => {
      const call = request(world.cms.url)
        [verb(endpoint)](`/api/ticketing${place}${query && `?${query}`}`)
        .set('authorization', `Bearer ${accessKey}`);
      if (key) void call.set('Idempotency-Key', String(key));
      return row.body ? call.send(body) : call;
    };
    await admin.saveTokenGrants({ id, grants: [] });
    if (grant) await send().expect(403);
    if (grant) await admin.saveTokenGrants({ id, grants: [grant] });
    const key = operation?.parameters.find(({ name }) => name === 'Idempotency-Key')?.example;
    const answer = await send(key).expect(row.status ?? 200);
    if (row.stream) {
      expect(answer.text.replace(/^\uFEFF/, '')).toContain(String(reply));
      continue;
    }
    const schema = operation?.responses[String(row.status ?? 200)]?.content['application/json']?.schema;
    expect({ endpoint, lacks: lacks(reply, answer.body.data) }).toEqual({ endpoint, lacks: [] });
    expect({ endpoint, strays: strays(schema?.properties?.['data'], answer.body.data, components.schemas) }).toEqual({
      endpoint,
      strays: [],
    });
    if (endpoint === 'submitTicket') {
      number = (answer.body.data as { number: string }).number;
      // Sent again with the same key it is the same ticket.
      expect((await send(key).expect(201)).body.data).toMatchObject({ number });
    }
  }
});

test('every answer that is no file is described', async () => {
  const document = await (await world.clerk()).getOpenApi({});
  const described = Object.values(document['paths'] as Record<string, Record<string, Described>>).flatMap((methods) =>
    Object.values(methods),
  );
  const mute = described.filter(({ operationId, responses }) => {
    const schema = Object.values(responses)[0]?.content['application/json']?.schema?.properties?.['data'];
    return !endpointOf(operationId).stream && Object.keys(schema ?? {}).length === 0;
  });
  expect(mute.map(({ operationId }) => operationId)).toEqual([]);
});

test('an API token may do what it was given, at first nothing; it ends, and its use is written down', async () => {
  const admin = await world.staff('Administrator Demo');
  const { id, accessKey, expiresAt } = await makeToken('Dasbor kota');
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

test('healthz answers when the database does, and readyz while work is wanted', async () => {
  expect((await request(world.cms.url).get('/healthz').expect(200)).body).toEqual({ status: 'ok' });
  expect((await request(world.cms.url).get('/readyz').expect(200)).body).toEqual({ status: 'ok' });
});

test('a blocked account is out at once, also with the session it still holds', async () => {
  const colleague = await world.colleague();
  await colleague.getMe({});
  await world.database.query('update up_users set blocked = true where email = $1', [colleague.email]);
  await expect(colleague.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
});

describe('the way to the row', () => {
  /** What a person does twice: the second time all is warm that can be. */
  const DEEDS: Record<string, (person: Person, number: string) => Promise<unknown>> = {
    'asks who they are': (person) => person.getMe({}),
    'reads a ticket': (person, number) => person.getTicket({ number }),
    'reads a list': (person) => person.listTickets({}),
    'files a request': (person) => person.submitTicket(outage()),
    'says something': (person, number) => person.commentOnTicket({ number, body: 'Sudah kami periksa.' }),
    'takes a ticket': (person, number) => person.actOnTicket({ number, action: 'claim' }),
  };
  /** Statements, begin and commit among them: who calls; then what the deed itself cannot do without. */
  test.each([
    ['clerk', 'asks who they are', 1],
    ['officer', 'asks who they are', 1],
    ['clerk', 'reads a ticket', 2],
    ['leader', 'reads a ticket', 2],
    ['officer', 'reads a ticket', 2],
    ['leader', 'reads a list', 2],
    ['officer', 'reads a list', 2],
    ['clerk', 'files a request', 3],
    ['clerk', 'says something', 8],
    ['officer', 'says something', 8],
    ['officer', 'takes a ticket', 8],
  ] as const)('of a %s who %s is %i statements long', async (who, deed, most) => {
    const person = await { clerk: world.clerk, leader: world.leader, officer: () => world.staff('Galih Ramadhan') }[
      who
    ]();
    const act = DEEDS[deed] as (typeof DEEDS)[string];
    const clerk = await world.clerk();
    const [first, second] = [await clerk.submitTicket(outage()), await clerk.submitTicket(outage())];
    await act(person, first.number);
    const texts = (await statementsOf(sent, () => act(person, second.number))).map(({ text }) => text);
    expect({ statements: texts.length, texts }).toEqual({ statements: most, texts });
  });

  test('without a session nothing is asked at all', async () => {
    const texts = await statementsOf(sent, async () => {
      for (const door of ['/api/ticketing', '/ticketing']) await request(world.cms.url).get(`${door}/me`).expect(401);
    });
    expect(texts).toEqual([]);
  });

  test('settings that change are in force at the next request, though they are kept in memory', async () => {
    const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
    const { priorityMatrix } = (await admin.getSettings({})).settings;
    expect((await clerk.getCatalog({})).matrix).toEqual(priorityMatrix);
    const changed = { ...priorityMatrix, LARGE: { ...priorityMatrix.LARGE, HIGH: 'LOW' as const } };
    const { version } = await admin.getSettings({});
    await admin.saveSettings({ version, changes: { priorityMatrix: changed } });
    expect((await clerk.getCatalog({})).matrix).toEqual(changed);
    await world.database.query("update categories set name = 'Internet kota' where code = 'NET-01'");
    const names = (await clerk.getCatalog({})).categories.flatMap(({ services }) => services.map(({ name }) => name));
    expect(names).toContain('Internet kota');
  });
});

describe('at the panel’s door', () => {
  const agus = { name: 'Nisa Azzahra', email: '' };
  let officer: Person;
  beforeAll(async () => {
    officer = await world.staff(agus.name);
  });
  const setActive = (isActive: boolean) =>
    world.database.query('update admin_users set is_active = $1 where email = $2', [isActive, officer.email]);

  test('a deactivated account is out at its next request, with the session it still holds', async () => {
    await officer.getMe({});
    await setActive(false);
    await expect(officer.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
    await setActive(true);
    expect((await officer.getMe({})).actor.name).toBe(agus.name);
  });

  test('a role given or taken acts at the next request', async () => {
    const { rows } = await world.database.query<{ user_id: number; role_id: number }>(
      `delete from admin_users_roles_lnk l using admin_users u where u.id = l.user_id and u.email = $1
       returning l.user_id, l.role_id`,
      [officer.email],
    );
    await expect(officer.listTickets({})).rejects.toMatchObject({ code: 'notAllowed' });
    for (const { user_id, role_id } of rows)
      await world.database.query('insert into admin_users_roles_lnk (user_id, role_id) values ($1, $2)', [
        user_id,
        role_id,
      ]);
    expect((await officer.getMe({})).roleNames).toEqual(['OFFICER']);
  });

  test('a session that has ended or expired lets nobody in, and a session of the portal opens this door to nobody', async () => {
    const [clerk, change] = [
      await world.clerk(),
      (column: string) =>
        world.database.query(
          `update strapi_sessions set ${column} where user_id = (select id::text from admin_users where email = $1)`,
          [officer.email],
        ),
    ];
    await change("expires_at = expires_at - interval '90 days'");
    await expect(officer.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
    await change("expires_at = expires_at + interval '90 days'");
    await officer.getMe({});
    await request(world.cms.url).get('/ticketing/me').set('authorization', `Bearer ${clerk.token}`).expect(401);
    await request(world.cms.url).get('/api/ticketing/me').set('authorization', `Bearer ${officer.token}`).expect(401);
    await world.database.query(
      'delete from strapi_sessions where user_id = (select id::text from admin_users where email = $1)',
      [officer.email],
    );
    await expect(officer.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
