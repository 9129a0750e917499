import request from 'supertest';
import { contract, ENDPOINT_NAMES, endpointOf, type EndpointName } from 'strapi-plugin-ticketing/contract';
import { can, DEFAULT_POLICY, type Actor, type Role } from 'strapi-plugin-ticketing/domain';
import { openWorld, sampleNumber, type Person, type World } from '../support/world';

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

test('an API token reads and reports, and does nothing else', async () => {
  const admin = await world.staff('Administrator Demo');
  const { body } = await request(world.cms.url)
    .post('/admin/api-tokens')
    .set('authorization', `Bearer ${admin.token}`)
    .send({ name: 'Dasbor kota', description: '', type: 'read-only', lifespan: null });
  const send = (method: 'get' | 'post', place: string) =>
    request(world.cms.url)
      [method](`/api/ticketing${place}`)
      .set('authorization', `Bearer ${body.data.accessKey as string}`);
  expect((await send('get', '/reports/by-status').expect(200)).body.data.report).toBe('by-status');
  expect((await send('get', '/tickets?pageSize=1').expect(200)).body.meta.pagination.total).toBeGreaterThan(40);
  await send('post', '/tickets').send({}).expect(403);
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
