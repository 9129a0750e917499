import { entriesSince, lastEntryId } from '../../support/entries';
import { bare } from '../../support/world';
import { answers, count, dayFromNow, period, send, SKM, world } from './stage';

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
