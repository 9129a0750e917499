import path from 'node:path';
import { screens } from '../support/content';
import { urlOf } from '../support/databases';
import { startCms } from '../support/servers';
import { openWorld, signInStaff, type Person, type StaffAccount, type World } from '../support/world';

const CALENDAR = 'api::working-calendar.working-calendar';
const HOLIDAY = 'api::holiday.holiday';
const CATEGORY = 'api::category.category';
const PRIORITY = 'api::priority.priority';
let world: World;
let admin: Person;
beforeAll(async () => {
  world = await openWorld();
  admin = await world.staff('Administrator Demo');
});
afterAll(() => world.close());

interface Refused {
  error?: { message: string; details: { errors: { path: string[]; message: string }[] } };
}
/** The fields beside which a sentence stands, and the sentences. */
const refusal = ({ status, body }: { status: number; body: Refused }) => ({
  status,
  at: body.error?.details.errors.map((fault) => fault.path.join('.')),
  message: body.error?.message,
});
const slot = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
let count = 0;
const calendar = (over: object = {}) => ({
  code: `UJI_${(count += 1)}`,
  name: 'Kalender uji',
  alwaysOpen: false,
  slots: [slot(1, '07:30', '12:00'), slot(1, '12:30', '16:00')],
  periods: [],
  ...over,
});
const save = (over: object) => screens(world)('post', CALENDAR, '', calendar(over)).then(refusal);

describe('hours of which no clock can be made are refused beside the field', () => {
  test.each([
    [
      'overlapping hours',
      { slots: [slot(1, '07:30', '12:00'), slot(1, '11:30', '16:00')] },
      'slots.1.opens',
      'hari Senin saling bertumpuk',
    ],
    [
      'closing before opening',
      { slots: [slot(2, '16:00', '07:30')] },
      'slots.0.closes',
      'Jam tutup 07:30 harus sesudah jam buka 16:00',
    ],
    ['closing when opening', { slots: [slot(2, '08:00', '08:00')] }, 'slots.0.closes', 'harus sesudah'],
    ['a minute after midnight', { slots: [slot(1, '08:00', '24:01')] }, 'slots.0.closes', 'paling akhir 24:00'],
    ['an eighth day', { slots: [slot(8, '08:00', '16:00')] }, 'slots.0.weekday', '1 sampai 7'],
    [
      'a period that ends before it begins',
      { periods: [{ name: 'Ramadan', startsOn: '2027-03-10', endsOn: '2027-02-08', slots: [] }] },
      'periods.0.endsOn',
      'mendahului hari pertamanya',
    ],
    [
      'overlapping hours in a period',
      {
        periods: [
          {
            name: 'Ramadan',
            startsOn: '2027-02-08',
            endsOn: '2027-03-09',
            slots: [slot(3, '08:00', '15:00'), slot(3, '14:00', '16:00')],
          },
        ],
      },
      'periods.0.slots.1.opens',
      'hari Rabu saling bertumpuk',
    ],
    ['no hours at all', { slots: [] }, 'slots', 'tidak punya jam kerja'],
  ])('%s', async (_, over, field, sentence) => {
    const { status, at, message } = await save(over);
    expect({ status, at }).toEqual({ status: 400, at: [field] });
    expect(message).toContain(sentence);
  });

  test('while hours that touch, last until midnight, or never end are fine', async () => {
    for (const over of [
      { slots: [slot(1, '00:00', '12:00'), slot(1, '12:00', '24:00')] },
      { slots: [], alwaysOpen: true },
      { periods: [{ name: 'Satu hari', startsOn: '2027-02-08', endsOn: '2027-02-08', slots: [] }] },
    ])
      expect(await save(over)).toMatchObject({ status: 201 });
  });
  test('what a save leaves out is what stands already', async () => {
    const { body } = await screens(world)('post', CALENDAR, '', calendar());
    const id = (body.data as { documentId: string }).documentId;
    expect((await screens(world)('put', CALENDAR, `/${id}`, { name: 'Nama lain' })).status).toBe(200);
    expect(refusal(await screens(world)('put', CALENDAR, `/${id}`, { slots: [] }))).toMatchObject({
      status: 400,
      at: ['slots'],
    });
  });
});

test('a day is a holiday once, and in a year that can be', async () => {
  const {
    rows: [known],
  } = await world.database.query<{ date: string; name: string }>(
    'select date::text, name from holidays order by date limit 1',
  );
  const twice = refusal(
    await screens(world)('post', HOLIDAY, '', { date: known?.date, name: 'Sekali lagi', kind: 'LOCAL' }),
  );
  expect(twice).toMatchObject({
    status: 400,
    at: ['date'],
    message: expect.stringContaining(`sudah tercatat sebagai “${known?.name}”`),
  });
  expect(
    refusal(await screens(world)('post', HOLIDAY, '', { date: '0206-08-17', name: 'Salah ketik', kind: 'NATIONAL' })),
  ).toMatchObject({ status: 400, at: ['date'] });
  const { body } = await screens(world)('post', HOLIDAY, '', { date: '2028-12-22', name: 'Hari Jadi', kind: 'LOCAL' });
  expect(
    (
      await screens(world)('put', HOLIDAY, `/${(body.data as { documentId: string }).documentId}`, {
        name: 'Hari Jadi Kota',
      })
    ).status,
  ).toBe(200);
});

test('a decree is tried line by line and taken over whole; a deadline counts around it at once', async () => {
  const admin = await world.staff('Administrator Demo');
  const due = async (): Promise<string> =>
    (await admin.simulateDeadline({ calendar: 'JAM_KERJA', start: '2029-01-02T09:00', minutes: 60 })).dueAt;
  const before = await due();
  const list = '02-01-2029;Libur uji;libur setempat\n31-02-2029;Salah;libur nasional\n03-01-2029;Cuti uji;cuti bersama';
  const tried = await admin.importHolidays({ csv: list, isTrial: true });
  expect(tried).toMatchObject({ added: 0, lines: [{ fault: null }, { line: 2, fault: 'day' }, { fault: null }] });
  await expect(admin.importHolidays({ csv: list, isTrial: false })).rejects.toMatchObject({ code: 'invalid' });
  expect((await admin.listHolidays({ year: 2029 })).holidays).toEqual([]);

  const mended = list.replace('31-02-2029;Salah;libur nasional\n', '');
  expect(await admin.importHolidays({ csv: mended, isTrial: false })).toMatchObject({ added: 2 });
  expect(await due()).not.toBe(before);
  expect(await admin.importHolidays({ csv: mended, isTrial: true })).toMatchObject({
    lines: [{ fault: 'known' }, { fault: 'known' }],
  });
  await expect(admin.addHoliday({ day: '2029-01-02', name: 'Lagi', kind: 'LOCAL' })).rejects.toMatchObject({
    details: { issues: [expect.objectContaining({ field: 'day', code: 'known' })] },
  });
  for (const { id } of (await admin.listHolidays({ year: 2029 })).holidays) await admin.removeHoliday({ id });
  expect(await due()).toBe(before);
  const { rows } = await world.database.query<{ event: string; actor_name: string }>(
    "select event, actor_name from audit_entries where subject_type = 'holiday' order by id desc limit 4",
  );
  expect(rows.map(({ event, actor_name }) => `${event} ${actor_name}`)).toEqual([
    ...Array.from({ length: 2 }, () => 'delete Administrator Demo'),
    ...Array.from({ length: 2 }, () => 'create Administrator Demo'),
  ]);
  const officer = await world.staff('Galih Ramadhan');
  await expect(officer.addHoliday({ day: '2029-01-02', name: 'Libur', kind: 'LOCAL' })).rejects.toMatchObject({
    code: 'notAllowed',
  });
});

test('the hours of a week are changed in one go, and every deadline counts by them at once', async () => {
  const due = async (): Promise<string> =>
    (await admin.simulateDeadline({ calendar: 'JAM_KERJA', start: '2029-03-05T07:30', minutes: 60 })).dueAt;
  const keptOf = async () => (await admin.listWorkingHours({})).find(({ code }) => code === 'JAM_KERJA');
  const before = await keptOf();
  if (!before) throw new Error('the office has no hours');
  // 5 March 2029 is a Monday.
  expect(await due()).toBe('2029-03-05T01:30:00.000Z');
  const { version, code, ...said } = before;
  const body = (over: object = {}) => ({
    ...{ code, version, name: said.name, alwaysOpen: said.alwaysOpen },
    slots: [...said.slots],
    periods: said.periods.map((period) => ({ ...period, slots: [...period.slots] })),
    ...over,
  });
  const late = { name: 'Jam uji', startsOn: '2029-03-01', endsOn: '2029-03-31', slots: [slot(1, '10:00', '12:00')] };
  await expect(
    admin.changeWorkingHours(body({ slots: [slot(1, '08:00', '12:00'), slot(1, '11:00', '16:00')] })),
  ).rejects.toMatchObject({
    details: { issues: [expect.objectContaining({ field: 'slots.1.opens', code: 'overlaps' })] },
  });
  await expect(admin.changeWorkingHours(body({ slots: [slot(1, '8:00', '24:30')] }))).rejects.toMatchObject({
    code: 'invalid',
  });
  expect(await keptOf()).toEqual(before);

  const changed = await admin.changeWorkingHours(body({ periods: [late] }));
  expect(changed.find((each) => each.code === code)?.periods).toEqual([late]);
  expect(await due()).toBe('2029-03-05T04:00:00.000Z');
  // Whoever began before that sees it first.
  await expect(admin.changeWorkingHours(body())).rejects.toMatchObject({ code: 'settingsChanged' });
  const { version: now = '' } = (await keptOf()) ?? {};
  await admin.changeWorkingHours(body({ version: now }));
  expect(await keptOf()).toEqual(before);
  const officer = await world.staff('Galih Ramadhan');
  await expect(officer.changeWorkingHours(body())).rejects.toMatchObject({ code: 'notAllowed' });
  const { rows } = await world.database.query<{ said: string }>(
    `select event || ' ' || actor_name as said from audit_entries where subject_type = 'working-calendar'
     order by id desc limit 2`,
  );
  expect(rows.map((row) => row.said)).toEqual(Array.from({ length: 2 }, () => 'update Administrator Demo'));
});

test('one more calendar is made as a copy, and goes again as long as nothing ever counted by it', async () => {
  const hours = (await admin.listWorkingHours({})).find(({ code }) => code === 'JAM_KERJA');
  if (!hours) throw new Error('the office has no hours');
  const { alwaysOpen } = hours;
  const week = {
    alwaysOpen,
    slots: [...hours.slots],
    periods: hours.periods.map((each) => ({ ...each, slots: [...each.slots] })),
  };
  const make = (code: string, name = 'Jam kerja puskesmas') => admin.createWorkingHours({ code, name, ...week });
  const kept = async (code: string) => (await admin.listWorkingHours({})).find((each) => each.code === code);
  const said = { details: { issues: [expect.objectContaining({ field: 'code', code: 'known' })] } };
  await expect(make('JAM_KERJA')).rejects.toMatchObject(said);
  await expect(make('jam puskesmas')).rejects.toMatchObject({ code: 'invalid' });
  await expect(
    admin.createWorkingHours({ code: 'KOSONG', name: 'Kosong', alwaysOpen: false, slots: [], periods: [] }),
  ).rejects.toMatchObject({ details: { issues: [expect.objectContaining({ field: 'slots', code: 'required' })] } });
  const officer = await world.staff('Galih Ramadhan');
  await expect(officer.createWorkingHours({ code: 'X', name: 'X', alwaysOpen: true })).rejects.toMatchObject({
    code: 'notAllowed',
  });
  // Of two who make the same one the second hears that it is there.
  const both = await Promise.allSettled([make('PUSKESMAS'), make('PUSKESMAS')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await kept('PUSKESMAS')).toMatchObject({ ...week, services: 0, isRemovable: true });
  const due = (calendar: string) => admin.simulateDeadline({ calendar, start: '2029-03-05T07:30', minutes: 60 });
  expect(await due('PUSKESMAS')).toEqual(await due('JAM_KERJA'));

  // What was removed comes back from the log, whole; what was made is taken back from there too.
  const before = await kept('PUSKESMAS');
  const undo = async () => {
    const { entries } = await admin.listAudit({ type: 'working-calendar' });
    await admin.undoEntry({ id: entries[0]?.id ?? 0 });
  };
  await admin.removeWorkingHours({ code: 'PUSKESMAS' });
  expect(await kept('PUSKESMAS')).toBeUndefined();
  await undo();
  expect(await kept('PUSKESMAS')).toEqual(before);
  await undo();
  expect(await kept('PUSKESMAS')).toBeUndefined();

  // Once a service promised by it, tickets may hold that promise for good.
  await make('PUSKESMAS');
  const documentOf = async (table: string, code: string): Promise<string> =>
    (await world.database.query<{ document_id: string }>(`select document_id from ${table} where code = $1`, [code]))
      .rows[0]?.document_id ?? '';
  const service = await documentOf('categories', 'NET-02');
  const change = (code: string) =>
    screens(world)('put', CATEGORY, `/${service}`, {
      sla: { calendar: code, responseMinutes: 60, resolutionMinutes: 450, mode: 'DURATION' },
    });
  await change('PUSKESMAS');
  expect(await kept('PUSKESMAS')).toMatchObject({ services: 1, isRemovable: false });
  await change('JAM_KERJA');
  for (const code of ['PUSKESMAS', 'JAM_KERJA']) {
    expect(await kept(code)).toMatchObject({ isRemovable: false });
    await expect(admin.removeWorkingHours({ code })).rejects.toMatchObject({ code: 'calendarInUse' });
  }
  const screen = await screens(world)('delete', CALENDAR, `/${await documentOf('working_calendars', 'PUSKESMAS')}`);
  expect((screen.body as Refused).error?.message).toMatch(/^Kalender kerja ini tidak dapat dihapus/);
});

test('a service promises by a calendar there is, and answers before it is done', async () => {
  const {
    rows: [service],
  } = await world.database.query<{ document_id: string }>("select document_id from categories where code = 'NET-01'");
  const promise = async (sla: object) =>
    refusal(
      await screens(world)('put', CATEGORY, `/${service?.document_id}`, {
        sla: { calendar: 'JAM_KERJA', responseMinutes: 60, resolutionMinutes: 450, mode: 'DURATION', ...sla },
      }),
    );
  expect(await promise({ calendar: 'JAM_KERJAA' })).toMatchObject({
    status: 400,
    at: ['sla.calendar'],
    message: expect.stringContaining('24X7, JAM_KERJA'),
  });
  expect(await promise({ responseMinutes: 451 })).toMatchObject({ status: 400, at: ['sla.responseMinutes'] });
  expect(await promise({ responseMinutes: 451, mode: 'EVENT' })).toMatchObject({ status: 200 });
  expect(await promise({})).toMatchObject({ status: 200 });
  const {
    rows: [urgent],
  } = await world.database.query<{ document_id: string }>("select document_id from priorities where code = 'URGENT'");
  expect(
    refusal(await screens(world)('put', PRIORITY, `/${urgent?.document_id}`, { responseMinutes: 5000 })),
  ).toMatchObject({ status: 400, at: ['responseMinutes'] });
});

describe('what an administrator should mend', () => {
  const codes = async () =>
    (await admin.getWarnings({})).map(
      ({ code, facts }) => `${code} ${facts['year'] ?? facts['calendar'] ?? facts['team'] ?? ''}`,
    );
  /** By SQL nothing checks; Strapi's screens move the calendar's own time too. */
  const bend = (closes: string) =>
    world.database
      .query(
        "update components_calendar_slots set closes = $1 where id = (select min(s.cmp_id) from working_calendars_cmps s join working_calendars c on c.id = s.entity_id where c.code = 'JAM_KERJA' and s.field = 'slots')",
        [closes],
      )
      .then(() =>
        world.database.query(
          "update working_calendars set updated_at = timezone('utc', clock_timestamp()) where code = 'JAM_KERJA'",
        ),
      );
  const monday = { calendar: 'JAM_KERJA', start: '2026-11-23T08:00', minutes: 450 };

  test('a year without holidays', async () => {
    const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
    expect(await codes()).not.toContain(`yearWithoutHolidays ${year}`);
    await world.database.query("delete from holidays where extract(year from date) = $1 and kind = 'NATIONAL'", [year]);
    expect(await codes()).toContain(`yearWithoutHolidays ${year}`);
  });

  test('a team with services and without members', async () => {
    expect(await codes()).not.toContain('teamWithoutMembers Tim Infrastruktur & Jaringan');
    await world.database.query(
      "update admin_users set is_active = false where id in (select m.user_id from teams_members_lnk m join teams t on t.id = m.team_id where t.code = 'TIM-INFRA')",
    );
    expect(await codes()).toContain('teamWithoutMembers Tim Infrastruktur & Jaringan');
  });

  test('a broken calendar, which meanwhile counts by its last good clock', async () => {
    const before = await admin.simulateDeadline(monday);
    const {
      rows: [was],
    } = await world.database.query<{ closes: string }>(
      "select closes from components_calendar_slots where id = (select min(s.cmp_id) from working_calendars_cmps s join working_calendars c on c.id = s.entity_id where c.code = 'JAM_KERJA' and s.field = 'slots')",
    );
    await bend('06:00');
    expect(await codes()).toContain('brokenCalendar JAM_KERJA');
    expect(await admin.simulateDeadline(monday)).toEqual(before);

    // An instance that never saw it whole has nothing to count by, and says so.
    const fresh = await startCms(
      urlOf(world.databaseName),
      path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName),
    );
    const there = await signInStaff(
      fresh.url,
      world.accounts.staff.find(({ name }) => name === 'Administrator Demo') as StaffAccount,
    );
    await expect(there.simulateDeadline(monday)).rejects.toMatchObject({ code: 'unknownCalendar' });
    expect((await there.getWarnings({})).map(({ code }) => code)).toContain('brokenCalendar');
    await fresh.stop();

    await bend(was?.closes ?? '');
    expect(await codes()).not.toContain('brokenCalendar JAM_KERJA');
    expect(await admin.simulateDeadline(monday)).toEqual(before);
  });
});
