import request from 'supertest';
import { outage } from '../../support/world';
import { world, makeToken } from './stage';

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
