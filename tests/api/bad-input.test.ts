import { bare, localTime, openWorld, outage, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const count = async (): Promise<number> =>
  (await world.database.query('select count(*)::int as count from tickets')).rows[0].count as number;
const fields = (body: { error: { details: { issues: { field: string; code: string }[] } } }) =>
  body.error.details.issues.map(({ field, code }) => `${field} ${code}`);

test('missing and overlong fields are named one by one, and nothing is filed', async () => {
  const send = bare(world, await world.clerk());
  const before = await count();
  const { body } = await send('post', '/tickets')
    .send({ title: 'x'.repeat(201), contact: { name: '' } })
    .expect(400);
  expect(body).toMatchObject({ data: null, error: { status: 400, name: 'Refusal', details: { code: 'invalid' } } });
  expect(fields(body)).toEqual(
    expect.arrayContaining([
      'title tooLong',
      'description required',
      'category required',
      'impact required',
      'urgency required',
      'contact.name required',
      'contact.phone required',
    ]),
  );
  expect(body.error.details.issues[0].message).toMatch(/^Judul terlalu panjang/);
  expect(await count()).toBe(before);
});

test('the refusal speaks English when asked to', async () => {
  const send = bare(world, await world.clerk());
  const { body } = await send('post', '/tickets').set('Accept-Language', 'en').send({}).expect(400);
  expect(body.error.message).toBe('Some entries need correcting. Check the marked parts and send again.');
});

test('the form of the service is checked field by field', async () => {
  const send = bare(world, await world.clerk());
  const { body } = await send('post', '/tickets')
    .send(
      outage({ form: { lokasi: 'x'.repeat(301), cakupan_gangguan: 'Sedunia', waktu_kejadian: 'kemarin', asal: 1 } }),
    )
    .expect(422);
  expect(fields(body)).toEqual([
    'form.lokasi tooLong',
    'form.cakupan_gangguan notInList',
    'form.jenis_koneksi required',
    'form.waktu_kejadian wrongFormat',
    'form.asal unknown',
  ]);
});

test('since when something is so lies in the past, and the sentence says what to do', async () => {
  const send = bare(world, await world.clerk());
  const before = await count();
  const { body } = await send('post', '/tickets')
    .send(outage({ form: { ...outage().form, waktu_kejadian: localTime(1, '08:00') } }))
    .expect(422);
  expect(body.error.details.issues).toEqual([
    {
      field: 'form.waktu_kejadian',
      code: 'inFuture',
      message: 'Sejak kapan terjadi belum terjadi. Isi waktu yang sudah lewat.',
    },
  ]);
  expect(await count()).toBe(before);
});

test('an unknown or closed service and an inactive SKPD are refused by name', async () => {
  const [clerk, coordinator] = [await world.clerk(), await world.staff('Laila Safitri')];
  await expect(clerk.submitTicket(outage({ category: 'XYZ-99' }))).rejects.toMatchObject({
    code: 'unknownCategory',
    details: { category: 'XYZ-99' },
  });
  await expect(clerk.submitTicket(outage({ category: 'NET' }))).rejects.toMatchObject({ code: 'unknownCategory' });
  await expect(coordinator.submitTicket(outage({ skpd: 'DPUPRPKP' }))).rejects.toMatchObject({ code: 'inactiveSkpd' });
  await expect(coordinator.submitTicket(outage({ skpd: 'TIDAKADA' }))).rejects.toMatchObject({ code: 'unknownSkpd' });
  await expect(coordinator.submitTicket(outage())).rejects.toMatchObject({ code: 'missingFields' });
  await world.database.query("update categories set is_active = false, updated_at = now() where code = 'NET-02'");
  await expect(clerk.submitTicket(outage({ category: 'NET-02', form: {} }))).rejects.toMatchObject({
    code: 'inactiveCategory',
  });
});

test('a clerk cannot file for another SKPD, choose the priority or the channel', async () => {
  const clerk = await world.clerk();
  for (const over of [{ skpd: 'DINKES' }, { priority: 'URGENT' }, { channel: 'PHONE' }])
    await expect(clerk.submitTicket(outage(over))).rejects.toMatchObject({ code: 'notAllowed' });
});

test('unknown parameters are refused, never ignored', async () => {
  const send = bare(world, await world.clerk());
  for (const place of [
    '/tickets?populate=*',
    '/tickets?filters[skpd]=x',
    '/catalog?all=1',
    '/tickets?page=0',
    '/tickets?pageSize=101',
    '/tickets?status=OPEN',
    '/tickets?sort=password',
    '/tickets?from=2026-02-30',
  ]) {
    const { body } = await send('get', place).expect(400);
    expect(body.error.details.code).toMatch(/^(unknownParameter|invalid)$/);
  }
  const { body } = await send('post', '/tickets')
    .send({ ...outage(), status: 'RESOLVED' })
    .expect(400);
  expect(fields(body)).toEqual(['status unknown']);
});

test('malformed JSON and other media get their own sentence', async () => {
  const send = bare(world, await world.clerk());
  expect(
    (await send('post', '/tickets').set('Content-Type', 'application/json').send('{"title": ').expect(400)).body.error
      .details.code,
  ).toBe('malformedJson');
  expect(
    (await send('post', '/tickets').set('Content-Type', 'text/plain').send('halo').expect(415)).body.error.details.code,
  ).toBe('notJson');
});

test('a body of 50 MB is refused and the server lives on', async () => {
  const clerk = await world.clerk();
  const { body } = await bare(world, clerk)('post', '/tickets')
    .set('Content-Type', 'application/json')
    .send(JSON.stringify(outage({ description: 'x'.repeat(50_000_000) })))
    .expect(413);
  expect(body.error).toMatchObject({ message: expect.stringContaining('256 kB'), details: { code: 'tooLarge' } });
  expect((await clerk.getMe({})).actor.name).toBe('Ratih Kusuma');
});

test('HTML, SQL and odd characters in any text are kept as they were typed', async () => {
  const clerk = await world.clerk();
  const nasty = `<script>alert(1)</script> '; drop table tickets; -- ${'%_\\'} \u202e “ 😀 ${'$'}{x} ?? ? :number`;
  const { number } = await clerk.submitTicket(
    outage({
      title: nasty,
      description: nasty,
      contact: { name: nasty, phone: '0840-0000-0201' },
      form: { ...outage().form, lokasi: nasty },
    }),
  );
  await clerk.commentOnTicket({ number, body: nasty });
  const ticket = await clerk.getTicket({ number });
  expect(ticket).toMatchObject({ title: nasty, description: nasty, contact: { name: nasty } });
  expect(ticket.form.find(({ key }) => key === 'lokasi')?.value).toBe(nasty);
  expect((await clerk.getTimeline({ number })).at(-1)?.text).toBe(nasty);
  for (const q of [nasty.slice(0, 200), "' or 1=1 --", '%', '\\', '?', '"', '&|!():*'])
    expect(await clerk.listTickets({ q })).toMatchObject({ pagination: { page: 1 } });
  expect((await clerk.listTickets({ q: '%' })).rows.every(({ title }) => title.includes('%'))).toBe(true);
});

test('a NUL is refused, half a character is repaired', async () => {
  const clerk = await world.clerk();
  await expect(clerk.submitTicket(outage({ title: 'Judul\u0000 aneh' }))).rejects.toMatchObject({ code: 'invalid' });
  const { body } = await bare(world, clerk)('post', '/tickets')
    .set('Content-Type', 'application/json')
    .send(JSON.stringify(outage()).replace('Gangguan', 'Gangguan \\ud83d'))
    .expect(201);
  expect((await clerk.getTicket({ number: body.data.number as string })).title).toContain('\ufffd');
});

test('an action without what it needs is refused with 422, and with what it does not take with 400', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  const send = bare(world, officer);
  expect(fields((await send('post', `/tickets/${number}/actions/resolve`).send({}).expect(422)).body)).toEqual([
    'resolutionSummary required',
  ]);
  expect(
    (
      await send('post', `/tickets/${number}/actions/resolve`)
        .send({ resolutionSummary: 'Kabel diganti.', party: 'x' })
        .expect(400)
    ).body.error.details.code,
  ).toBe('unknownParameter');
  expect(
    (await send('post', `/tickets/${number}/actions/reopen`).send({ reason: 'x' }).expect(403)).body.error.details.code,
  ).toBe('notAllowed');
  expect((await send('post', `/tickets/${number}/actions/verify`).expect(409)).body.error.details.code).toBe(
    'wrongStatus',
  );
  await send('post', `/tickets/${number}/actions/explode`).send({}).expect(404);
  await send('post', '/tickets/TIK-2026-99999/actions/claim').send({}).expect(404);
});

test('nobody gets in without a session, and a session of one door does not open the other', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  for (const door of ['/api/ticketing', '/ticketing'])
    expect((await bare(world, null)('get', '/tickets', door).expect(401)).body.error.details.code).toBe(
      'unauthenticated',
    );
  await bare(world, clerk)('get', '/tickets', '/ticketing').expect(401);
  await bare(world, officer)('get', '/tickets', '/api/ticketing').expect(401);
});

test('nobody can register, and Strapi’s own endpoints give nothing away', async () => {
  const clerk = await world.clerk();
  const send = bare(world, clerk);
  await send('post', '/auth/local/register', '/api')
    .send({ username: 'penyusup', email: 'p@x.test', password: 'Rahasia123456' })
    .expect(404);
  for (const place of ['/tickets', '/users', '/skpds', '/upload/files'])
    expect((await send('get', place, '/api')).status).toBeGreaterThanOrEqual(403);
});
