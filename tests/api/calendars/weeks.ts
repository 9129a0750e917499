import { screens } from '../../support/content';
import { CALENDAR, CATEGORY, world, admin, type Refused, slot } from './stage';

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
