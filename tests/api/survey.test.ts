import path from 'node:path';
import request from 'supertest';
import { instrumentOf, scoreOf, tallyOf, type Score } from 'strapi-plugin-ticketing/domain';
import { entriesSince, lastEntryId } from '../support/entries';
import { urlOf } from '../support/databases';
import { startCms } from '../support/servers';
import { bare, openWorld, type World } from '../support/world';

const SKM = 'SKM-2017';
const CODES = instrumentOf(SKM).elements.map(({ code }) => code);
const answers = (digits: string) =>
  Object.fromEntries(CODES.map((code, index) => [code, Number(digits[index]) as Score]));
const dayFromNow = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

interface Made {
  id: number;
  documentId: string;
  token: string;
}
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const SCREEN = '/content-manager/collection-types/api::survey-period.survey-period';
const inScreen = async (method: 'post' | 'put' | 'delete' | 'get', place: string, body?: object) => {
  const { token } = await world.staff('Administrator Demo');
  return request(world.cms.url)[method](`${SCREEN}${place}`).set('authorization', `Bearer ${token}`).send(body);
};
const stored = async (name: string): Promise<Made> =>
  (
    await world.database.query<Made>(
      'select id, document_id as "documentId", token from survey_periods where name = $1 order by id desc',
      [name],
    )
  ).rows[0] as Made;
/** A period made as an administrator makes one. */
async function period(name: string, over: object = {}): Promise<Made> {
  const { status, body } = await inScreen('post', '', {
    name,
    instrument: SKM,
    startsOn: dayFromNow(-1),
    endsOn: dayFromNow(7),
    isActive: true,
    population: 120,
    ...over,
  });
  expect({ status, error: body.error }).toEqual({ status: 201, error: undefined });
  return stored(name);
}
/** An answer as anybody with the link sends it, from an address of its own. */
const send = (token: string, body: object, { key, from = '203.0.113.7' }: { key?: string; from?: string } = {}) =>
  (key
    ? bare(world, null)('post', `/surveys/${token}/responses`).set('Idempotency-Key', key)
    : bare(world, null)('post', `/surveys/${token}/responses`)
  )
    .set('X-Forwarded-For', from)
    .send(body);
const count = async (id: number): Promise<number> =>
  (
    await world.database.query<{ count: number }>(
      'select count(*)::int as count from survey_responses where period_id = $1',
      [id],
    )
  ).rows[0]?.count ?? -1;

test('whoever has the link reads the questionnaire and answers it without a session, in their language', async () => {
  const { token, id } = await period('Tautan umum');
  const { body } = await bare(world, null)('get', `/surveys/${token}`).expect(200);
  expect(body.data).toMatchObject({ name: 'Tautan umum', state: 'OPEN', questionnaire: { instrument: SKM } });
  expect(body.data.questionnaire.elements[3]).toMatchObject({
    code: 'U4',
    answers: ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
  });
  expect(
    (await bare(world, null)('get', `/surveys/${token}`).set('Accept-Language', 'en')).body.data.questionnaire
      .elements[3].answers[3],
  ).toBe('Free of charge');
  await send(token, { answers: answers('444444444'), profile: { gender: 'FEMALE' }, suggestion: ' Baik ' }).expect(201);
  await bare(world, await world.staff('Galih Ramadhan'))('post', `/surveys/${token}/responses`)
    .send({ answers: answers('333433333') })
    .expect(201);
  expect(await count(id)).toBe(2);
  await bare(world, null)('get', '/surveys/AAAAAAAAAAAAAAAAAAAAAA').expect(404);
  await bare(world, null)('get', '/surveys/1').expect(404);
});

test('of who answered nothing is kept: no account, no address, no entry, and of the moment only the day', async () => {
  const { token, id } = await period('Tanpa nama');
  const clerk = await world.clerk();
  const before = await lastEntryId(world);
  await bare(world, clerk)('post', `/surveys/${token}/responses`)
    .set('X-Forwarded-For', '203.0.113.99')
    .send({ answers: answers('444444443') })
    .expect(201);
  const { rows } = await world.database.query(
    "select r.*, (submitted_at + interval '7 hours')::time::text as time from survey_responses r where period_id = $1",
    [id],
  );
  expect(rows[0]).toMatchObject({
    time: '00:00:00',
    created_by_id: null,
    updated_by_id: null,
    created_at: rows[0].submitted_at,
    updated_at: rows[0].submitted_at,
    profile: {},
    suggestion: null,
  });
  expect(JSON.stringify(rows[0])).not.toMatch(/Ratih|203\.0\.113|@/);
  expect(await entriesSince(world, before)).toEqual([]);
  await expect(
    world.database.query("update survey_responses set answers = '{}' where period_id = $1", [id]),
  ).rejects.toThrow('append-only');
  await expect(world.database.query('delete from survey_responses where period_id = $1', [id])).rejects.toThrow(
    'append-only',
  );
});

test('the same form sent again, also at the same moment, is one answer; with other answers it is told so', async () => {
  const { token, id } = await period('Kirim ulang');
  const body = { answers: answers('444434434'), suggestion: 'Terima kasih' };
  const replies = await Promise.all([1, 2, 3, 4].map(() => send(token, body, { key: 'formulir-1' })));
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await count(id)).toBe(1);
  const { body: refused } = await send(token, { ...body, suggestion: 'Lain' }, { key: 'formulir-1' }).expect(409);
  expect(refused.error.details.code).toBe('idempotencyKeyReused');
  await send(token, body, { key: 'formulir-2' }).expect(201);
  expect(await count(id)).toBe(2);
});

test('before its first day, after its last, and while switched off a survey takes nothing and says why', async () => {
  const cases = [
    ['Nanti', { startsOn: dayFromNow(1), endsOn: dayFromNow(2) }, 'UPCOMING', 'surveyUpcoming'],
    ['Lewat', { startsOn: dayFromNow(-3), endsOn: dayFromNow(-1) }, 'CLOSED', 'surveyClosed'],
    ['Dimatikan', { isActive: false }, 'CLOSED', 'surveyClosed'],
  ] as const;
  for (const [name, over, state, code] of cases) {
    const { token, id } = await period(name, over);
    expect((await bare(world, null)('get', `/surveys/${token}`)).body.data).toMatchObject({ state });
    const { body } = await send(token, { answers: answers('444444444') }).expect(409);
    expect(body.error).toMatchObject({
      details: { code },
      message: expect.stringMatching(/^Survei ini (belum dibuka|sudah ditutup)/),
    });
    expect(await count(id)).toBe(0);
  }
  const today = await period('Hari ini saja', { startsOn: dayFromNow(0), endsOn: dayFromNow(0) });
  await send(today.token, { answers: answers('444444444') }).expect(201);
});

test('every question left out is named in its own words, and nothing half answered is kept', async () => {
  const { token, id } = await period('Kurang lengkap');
  const { U3: _, U9: __, ...seven } = answers('444444444');
  const { body } = await send(token, { answers: seven }).expect(422);
  expect(body.error.details.issues).toEqual([
    { field: 'answers.U3', code: 'required', message: '3. Waktu Penyelesaian wajib diisi.' },
    { field: 'answers.U9', code: 'required', message: '9. Penanganan Pengaduan, Saran dan Masukan wajib diisi.' },
  ]);
  for (const strange of [
    { answers: { ...answers('444444444'), U1: 5 } },
    { answers: { ...answers('444444444'), U10: 4 } },
    { answers: answers('444444444'), profile: { gender: 'X' } },
    { answers: answers('444444444'), suggestion: 'x'.repeat(2001) },
    { answers: answers('444444444'), nama: 'Budi' },
  ]) {
    await send(token, strange).expect(400);
  }
  expect(await count(id)).toBe(0);
});

test('a flood from one address is held back in words, and others are not', async () => {
  const { token, id } = await period('Banjir');
  const statuses: number[] = [];
  for (let index = 0; index < 35; index += 1)
    statuses.push((await send(token, { answers: answers('111111111') }, { from: '198.51.100.5' })).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(30);
  const { body } = await send(token, { answers: answers('111111111') }, { from: '198.51.100.5' }).expect(429);
  expect(body.error.message).toMatch(/Tunggu \d+ detik/);
  await send(token, { answers: answers('444444444') }, { from: '198.51.100.6' }).expect(201);
  expect(await count(id)).toBe(31);
});

test('the result is what the domain makes of the same answers, and who may not read it does not', async () => {
  const { token, id } = await period('Hasil');
  const given = ['444434434', '333433423', '444444444', '223423332', '434434434', '343434343', '111111111'];
  const genders = ['FEMALE', 'FEMALE', 'FEMALE', 'FEMALE', 'FEMALE', 'MALE', undefined];
  for (const [index, digits] of given.entries())
    await send(
      token,
      { answers: answers(digits), profile: genders[index] ? { gender: genders[index] } : {} },
      { from: `192.0.2.${index}` },
    ).expect(201);
  const expected = scoreOf(
    SKM,
    tallyOf(
      SKM,
      given.map((digits) => ({ answers: answers(digits) })),
    ),
  );
  for (const reader of [
    await world.leader(),
    await world.staff('Administrator Demo'),
    await world.staff('Laila Safitri'),
  ]) {
    const { score, period: read } = await reader.getSurveyResult({ id });
    expect(score).toMatchObject({
      ikm: expected?.ikm,
      grade: expected?.grade,
      index: expected?.index,
      elements: expected?.elements.map(({ code, nrr, tally, total }) => ({ code, nrr, tally, total })),
    });
    expect(read).toMatchObject({
      responses: 7,
      population: 120,
      sampleSize: 92,
      state: 'OPEN',
      link: expect.stringMatching(new RegExp(`/survei/${token}$`)),
    });
  }
  expect((await (await world.leader()).listSurveyPeriods({})).find((each) => each.id === id)).toMatchObject({
    name: 'Hasil',
    responses: 7,
  });
  for (const stranger of [await world.clerk(), await world.staff('Galih Ramadhan')]) {
    for (const attempt of [
      () => stranger.getSurveyResult({ id }),
      () => stranger.listSurveyPeriods({}),
      () => stranger.listSurveySuggestions({ id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'notAllowed' });
  }
  await expect((await world.leader()).getSurveyResult({ id: 999_999 })).rejects.toMatchObject({ code: 'notFound' });
});

test('while fewer than five have answered nobody reads their words, and small groups stay hidden after that', async () => {
  const { token, id } = await period('Sedikit');
  const leader = await world.leader();
  const answer = (index: number, gender: string, suggestion: string | null) =>
    send(
      token,
      { answers: answers('344434434'), profile: { gender }, suggestion },
      { from: `192.0.2.${100 + index}` },
    ).expect(201);
  for (const [index, gender] of ['FEMALE', 'FEMALE', 'MALE', 'FEMALE'].entries())
    await answer(index, gender, index === 0 ? 'Petugas Galih kurang ramah' : null);
  expect(await leader.getSurveyResult({ id })).toMatchObject({
    areWordsWithheld: true,
    score: { ikm: expect.any(Number) },
  });
  expect(await leader.listSurveySuggestions({ id })).toMatchObject({ rows: [], pagination: { total: 0 } });
  expect(
    (await leader.getSurveyResult({ id })).profile.flatMap(({ groups }) => groups.map((group) => group.count)),
  ).toEqual(expect.not.arrayContaining([expect.any(Number)]));
  for (const [index, gender] of ['FEMALE', 'FEMALE', 'FEMALE'].entries()) await answer(10 + index, gender, null);
  const { areWordsWithheld, profile } = await leader.getSurveyResult({ id });
  expect(areWordsWithheld).toBe(false);
  expect(profile.find(({ key }) => key === 'gender')?.groups.map(({ code, count: shown }) => [code, shown])).toEqual([
    ['FEMALE', 6],
    ['MALE', null],
    ['UNSAID', null],
  ]);
  expect((await leader.listSurveySuggestions({ id })).rows).toEqual(['Petugas Galih kurang ramah']);
});

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
