import request from 'supertest';
import {
  entriesSince,
  expectWholeChains,
  lastEntryId,
  withoutEntries,
  type Entry,
  everyEntry,
} from '../support/entries';
import { openWorld, sampleNumber, type World } from '../support/world';

let world: World;
let start: number;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.staff('Administrator Demo');
  start = await lastEntryId(world);
});
afterAll(() => world.close());

type Method = 'get' | 'post' | 'put' | 'delete';
const asAdmin = async (method: Method, place: string, body?: object) => {
  const { token } = await world.staff('Administrator Demo');
  return request(world.cms.url)[method](place).set('authorization', `Bearer ${token}`).send(body);
};
const screen = (uid: string) => `/content-manager/collection-types/${uid}`;
const documentOf = async (table: string, column: string, value: string) =>
  (
    await world.database.query<{ document_id: string; id: number }>(
      `select document_id, id from ${table} where ${column} = $1`,
      [value],
    )
  ).rows[0] as { document_id: string; id: number };
const only = (entries: Entry[]): Entry => {
  expect(entries).toHaveLength(1);
  return entries[0] as Entry;
};

test('an SKPD edited in the content manager leaves who, in which role, from where, by which request, before and after', async () => {
  const { document_id, id } = await documentOf('skpd', 'code', 'DINKES');
  const { status, headers } = await asAdmin('put', `${screen('api::skpd.skpd')}/${document_id}`, {
    shortName: 'Dinkes Kota',
  });
  expect(status).toBe(200);
  expect(only(await entriesSince(world, start))).toMatchObject({
    subject_type: 'skpd',
    subject_id: String(id),
    event: 'update',
    actor_kind: 'staff',
    actor_name: 'Administrator Demo',
    actor_role: 'ADMIN',
    address: expect.stringContaining('127.0.0.1'),
    request_id: headers['x-request-id'],
    payload: {
      label: expect.stringContaining('DINKES'),
      before: { shortName: expect.any(String) },
      after: { shortName: 'Dinkes Kota' },
    },
  });
  expect(Object.keys((await entriesSince(world, start))[0]?.payload.after ?? {})).toEqual(['shortName']);
});

test('a save that changes nothing leaves no entry', async () => {
  const { document_id } = await documentOf('skpd', 'code', 'DINKES');
  expect(
    (await asAdmin('put', `${screen('api::skpd.skpd')}/${document_id}`, { shortName: 'Dinkes Kota' })).status,
  ).toBe(200);
  expect(await entriesSince(world, start, 'skpd')).toEqual([]);
});

test('the parts of a service belong to it: a target that was changed shows as it was and as it is', async () => {
  const { document_id } = await documentOf('categories', 'code', 'NET-01');
  const { body } = await asAdmin('get', `${screen('api::category.category')}/${document_id}`);
  expect(
    (
      await asAdmin('put', `${screen('api::category.category')}/${document_id}`, {
        sla: { ...body.data.sla, responseMinutes: 15 },
      })
    ).status,
  ).toBe(200);
  const { payload } = only(await entriesSince(world, start, 'category'));
  expect(payload.before?.['sla']).toMatchObject({ responseMinutes: body.data.sla.responseMinutes });
  expect(payload.after?.['sla']).toMatchObject({ responseMinutes: 15, calendar: body.data.sla.calendar });
  expect(Object.keys(payload.after ?? {})).toEqual(['sla']);
});

test('a team says who came and who went', async () => {
  const [
    { document_id },
    {
      rows: [officer],
    },
  ] = [
    await documentOf('teams', 'code', 'TIM-INFRA'),
    await world.database.query("select id from admin_users where email = 'tari@bukittinggi.test'"),
  ];
  expect(
    (await asAdmin('put', `${screen('api::team.team')}/${document_id}`, { members: { connect: [{ id: officer.id }] } }))
      .status,
  ).toBe(200);
  expect(only(await entriesSince(world, start, 'team')).payload).toMatchObject({
    before: { members: [] },
    after: { members: ['tari@bukittinggi.test'] },
  });
});

test('what is in use is not deleted but explained; what is not in use goes, with an entry, also in bulk', async () => {
  const used = await documentOf('skpd', 'code', 'DISDIKBUD');
  const refused = await asAdmin('delete', `${screen('api::skpd.skpd')}/${used.document_id}`);
  expect({ status: refused.status, message: refused.body.error.message }).toEqual({
    status: 400,
    message: expect.stringMatching(/^SKPD ini tidak dapat dihapus karena dipakai oleh \d+ tiket\. Nonaktifkan saja/),
  });
  await expect(world.database.query('delete from skpd where id = $1', [used.id])).rejects.toThrow('in use');
  for (const [table, code, uid] of [
    ['categories', 'NET', 'category'],
    ['teams', 'TIM-INFRA', 'team'],
    ['working_calendars', 'JAM_KERJA', 'working-calendar'],
    ['priorities', 'HIGH', 'priority'],
  ] as const) {
    expect(
      (
        await asAdmin(
          'delete',
          `${screen(`api::${uid}.${uid}`)}/${(await documentOf(table, 'code', code)).document_id}`,
        )
      ).body.error.message,
    ).toMatch(/tidak dapat dihapus karena dipakai oleh \d+/);
  }
  expect(await entriesSince(world, start, 'skpd')).toEqual([]);

  const made = await Promise.all(
    ['UJI-1', 'UJI-2'].map((code) =>
      asAdmin('post', screen('api::skpd.skpd'), { code, name: `Unit ${code}`, isActive: true }),
    ),
  );
  expect(
    (
      await asAdmin('post', `${screen('api::skpd.skpd')}/actions/bulkDelete`, {
        documentIds: made.map(({ body }) => body.data.documentId as string),
      })
    ).status,
  ).toBe(200);
  const entries = await entriesSince(world, start, 'skpd');
  expect(entries.map(({ event }) => event).sort()).toEqual(['create', 'create', 'delete', 'delete']);
  expect(
    entries
      .filter(({ event }) => event === 'delete')
      .map(({ payload }) => payload.before?.['code'])
      .sort(),
  ).toEqual(['UJI-1', 'UJI-2']);
});

test('an account that is made, given another role and blocked: each step is there, its password never', async () => {
  const { rows } = await world.database.query<{ id: number; type: string }>('select id, type from up_roles');
  const roleId = (type: string) => rows.find((role) => role.type === type)?.id;
  const password = 'Rahasia-Sekali-99';
  const made = await asAdmin('post', screen('plugin::users-permissions.user'), {
    username: 'akun.uji',
    email: 'akun.uji@bukittinggi.test',
    password,
    fullName: 'Akun Uji',
    confirmed: true,
    blocked: false,
    role: { connect: [{ id: roleId('requester') }] },
  });
  expect(made.status).toBe(201);
  const place = `${screen('plugin::users-permissions.user')}/${(await documentOf('up_users', 'username', 'akun.uji')).document_id}`;
  expect((await asAdmin('put', place, { role: { set: [{ id: roleId('leader') }] } })).status).toBe(200);
  expect((await asAdmin('put', place, { blocked: true, password: `${password}!` })).status).toBe(200);
  const [created, moved, blocked] = await entriesSince(world, start, 'portal-account');
  expect(created).toMatchObject({
    event: 'create',
    actor_name: 'Administrator Demo',
    payload: { after: { email: 'akun.uji@bukittinggi.test', role: 'requester' }, secrets: ['password'] },
  });
  expect(moved?.payload).toMatchObject({ before: { role: 'requester' }, after: { role: 'leader' } });
  expect(blocked?.payload).toMatchObject({
    before: { blocked: false },
    after: { blocked: true },
    secrets: ['password'],
  });
  const { rows: leaks } = await world.database.query(
    "select id from audit_entries where payload::text like '%' || $1 || '%' or payload::text ~ '\\$2[aby]\\$'",
    [password],
  );
  expect(leaks).toEqual([]);
});

test('a staff account, what a role permits, a setting and an API token: one entry for each thing that was done', async () => {
  const { rows } = await world.database.query<{ id: number; code: string }>('select id, code from admin_roles');
  const officer = rows.find(({ code }) => code === 'ticketing-officer')?.id as number;
  const staff = await asAdmin('post', '/admin/users', {
    firstname: 'Staf',
    lastname: 'Uji',
    email: 'staf.uji@bukittinggi.test',
    roles: [officer],
  });
  expect(staff.status).toBe(201);
  expect(only(await entriesSince(world, start, 'staff-account')).payload).toMatchObject({
    after: { email: 'staf.uji@bukittinggi.test', roles: ['ticketing-officer'] },
    secrets: ['registrationToken'],
  });

  expect(
    (
      await asAdmin('put', `/admin/roles/${officer}/permissions`, {
        permissions: ['api::skpd.skpd', 'api::team.team'].map((subject) => ({
          action: 'plugin::content-manager.explorer.read',
          subject,
          properties: { fields: ['code', 'name'] },
          conditions: [],
        })),
      })
    ).status,
  ).toBe(200);
  expect(only(await entriesSince(world, start, 'staff-role')).payload.after).toEqual({
    permissions: ['api::skpd.skpd', 'api::team.team'].map(
      (subject) => `plugin::content-manager.explorer.read ${subject} [code,name]`,
    ),
  });

  const {
    body: { data: pictures },
  } = await asAdmin('get', '/upload/settings');
  expect((await asAdmin('put', '/upload/settings', { ...pictures, autoOrientation: true })).status).toBe(200);
  expect(only(await entriesSince(world, start, 'setting'))).toMatchObject({
    actor_role: 'ADMIN',
    payload: {
      label: 'plugin_upload_settings',
      before: { autoOrientation: false },
      after: { autoOrientation: true },
    },
  });

  const { body: token } = await asAdmin('post', '/admin/api-tokens', {
    name: 'Dasbor',
    description: '',
    type: 'read-only',
    lifespan: null,
  });
  const entry = only(await entriesSince(world, start, 'api-token'));
  expect(entry.payload).toMatchObject({
    after: { name: 'Dasbor', type: 'read-only' },
    secrets: expect.arrayContaining(['accessKey']),
  });
  expect(JSON.stringify(entry)).not.toContain(token.data.accessKey);
});

test('a change whose entry cannot be written is not made', async () => {
  const { document_id } = await documentOf('skpd', 'code', 'DINKES');
  const {
    rows: [role],
  } = await world.database.query("select id from up_roles where type = 'leader'");
  await withoutEntries(world, async () => {
    expect(
      (await asAdmin('put', `${screen('api::skpd.skpd')}/${document_id}`, { shortName: 'Tanpa jejak' })).status,
    ).toBe(500);
    expect(
      (
        await asAdmin('put', `/users-permissions/roles/${role.id as number}`, {
          name: 'Tanpa jejak',
          description: '',
          permissions: {},
        })
      ).status,
    ).toBe(500);
  });
  const { rows } = await world.database.query(
    "select (select short_name from skpd where code = 'DINKES') as unit, (select name from up_roles where type = 'leader') as role",
  );
  expect(rows[0]).toEqual({ unit: 'Dinkes Kota', role: 'Pimpinan' });
});

test('of parallel edits each sees what the one before it did, and no chain forks', async () => {
  const { document_id, id } = await documentOf('skpd', 'code', 'DISDIKBUD');
  const edits = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      asAdmin('put', `${screen('api::skpd.skpd')}/${document_id}`, { shortName: `Nama ke-${index}` }),
    ),
  );
  expect(edits.map(({ status }) => status)).toEqual(edits.map(() => 200));
  const mine = (await entriesSince(world, start, 'skpd')).filter(({ subject_id }) => subject_id === String(id));
  expect(mine).toHaveLength(12);
  for (const [index, { payload }] of mine.entries())
    if (index > 0) expect(payload.before).toEqual(mine[index - 1]?.payload.after);
  expectWholeChains(await everyEntry(world));
});

test('a ticket is changed by its workflow only: the content manager is no way around it', async () => {
  const { document_id, id } = await documentOf('tickets', 'number', await sampleNumber(world));
  const place = `${screen('api::ticket.ticket')}/${document_id}`;
  const answers = [
    await asAdmin('put', place, { title: 'Diubah di belakang' }),
    await asAdmin('delete', place),
    await asAdmin('post', `${screen('api::ticket.ticket')}/actions/bulkDelete`, { documentIds: [document_id] }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  const { rows } = await world.database.query(
    "select title from tickets where id = $1 and title <> 'Diubah di belakang'",
    [id],
  );
  expect(rows).toHaveLength(1);
});
