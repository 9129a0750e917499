import path from 'node:path';
import { urlOf } from '../../support/databases';
import { startCms } from '../../support/servers';
import { answers, dayFromNow, inScreen, period, send, SKM, stored, world } from './stage';

test('an administrator makes periods: days are checked in words, the token is made for them, kept, and never copied', async () => {
  const { status, body } = await inScreen('post', '', {
    name: 'Terbalik',
    instrument: SKM,
    startsOn: '2026-10-02',
    endsOn: '2026-10-01',
  });
  expect({ status, message: body.error.message, path: body.error.details.errors[0].path }).toEqual({
    status: 400,
    message: expect.stringMatching(/^Hari terakhir survei mendahului/),
    path: ['endsOn'],
  });
  expect(
    (
      await inScreen('post', '', {
        name: 'Terlalu lama',
        instrument: SKM,
        startsOn: '2026-01-01',
        endsOn: '2028-01-01',
      })
    ).body.error.message,
  ).toContain('lebih dari 366 hari');
  const made = await period('Punya tautan', { token: 'mudah-ditebak-sekali' });
  expect(made.token).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect((await inScreen('put', `/${made.documentId}`, { endsOn: '2020-01-01' })).status).toBe(400);
  expect(
    (await inScreen('put', `/${made.documentId}`, { name: 'Ganti nama', token: 'mudah-ditebak-sekali' })).status,
  ).toBe(200);
  expect((await stored('Ganti nama')).token).toBe(made.token);
  expect((await inScreen('post', `/clone/${made.documentId}`, { name: 'Gandaan' })).status).toBe(200);
  expect((await stored('Gandaan')).token).not.toBe(made.token);
  await send(made.token, { answers: answers('444444444') }).expect(201);
  const refused = await inScreen('delete', `/${made.documentId}`);
  expect({ status: refused.status, message: refused.body.error.message }).toEqual({
    status: 400,
    message:
      'Periode survei ini tidak dapat dihapus karena dipakai oleh 1 jawaban. Nonaktifkan saja, agar ' +
      'jawabannya tetap ada.',
  });
  expect((await inScreen('delete', `/${(await stored('Gandaan')).documentId}`)).status).toBe(200);
});

test('the administrator’s own role may make periods, also where it was made before there were any', async () => {
  const GRANTS = `admin_permissions where id in (select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id where r.code = 'ticketing-admin') and subject = 'api::survey-period.survey-period'`;
  const held = async (): Promise<number> =>
    (await world.database.query<{ count: number }>(`select count(*)::int as count from ${GRANTS}`)).rows[0]?.count ??
    -1;
  const boot = async () =>
    (
      await startCms(
        urlOf(world.databaseName),
        path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-again`),
      )
    ).stop();
  expect(await held()).toBe(4);
  await world.database.query(`delete from ${GRANTS}`);
  await world.database.query("delete from strapi_core_store_settings where key = 'plugin_ticketing_granted-subjects'");
  await boot();
  expect(await held()).toBe(4);
  // What the city took away again stays away.
  await world.database.query(`delete from ${GRANTS}`);
  await boot();
  expect(await held()).toBe(0);
});

test('requesters are invited to the survey that began last and is still open; the samples hold one closed survey with its answers', async () => {
  const clerk = await world.clerk();
  const invited = await period('Undangan', { startsOn: dayFromNow(0), endsOn: dayFromNow(3) });
  expect(await clerk.getOpenSurvey({})).toEqual({ token: invited.token, name: 'Undangan', endsOn: dayFromNow(3) });
  const samples = (await (await world.leader()).listSurveyPeriods({})).filter(({ name }) => /Triwulan/.test(name));
  expect(samples.map(({ state, responses }) => ({ state, responses }))).toEqual([
    { state: 'OPEN', responses: 0 },
    { state: 'CLOSED', responses: 32 },
  ]);
  await world.database.query('update survey_periods set is_active = false');
  expect(await clerk.getOpenSurvey({})).toBeNull();
});

test('ratings of tickets are a report of their own, by service or by month, and no part of any index', async () => {
  const leader = await world.leader();
  const {
    rows: [truth],
  } = await world.database.query<{ rated: number; rating: string; satisfied: number; resolved: number }>(
    `select count(rating)::int as rated, round(avg(rating), 2)::text as rating, count(*) filter (where ` +
      `rating >= 3)::int as satisfied, count(*)::int as resolved from tickets where status = 'RESOLVED' and ` +
      `not coalesce(is_confidential, false)`,
  );
  const ask = { report: 'satisfaction', from: '2020-01-01', to: '2030-12-31' } as const;
  const [byService, byMonth] = [await leader.getReport(ask), await leader.getReport({ ...ask, by: 'month' })];
  for (const { totals } of [byService, byMonth])
    expect(totals).toEqual({
      resolved: truth?.resolved,
      rated: truth?.rated,
      rating: Number(truth?.rating),
      satisfied: Math.round(((truth?.satisfied ?? 0) / (truth?.rated ?? 1)) * 1000) / 10,
    });
  expect(truth?.rated).toBeGreaterThan(5);
  for (const { rows } of [byService, byMonth])
    for (const { cells, drill } of rows)
      expect((await leader.listTickets(drill ?? {})).pagination.total).toBe(cells['resolved']);
  await expect(leader.getReport({ report: 'trend', by: 'month' })).rejects.toMatchObject({ code: 'unknownParameter' });
});
