import { screens } from '../../support/content';
import { HOLIDAY, world, refusal } from './stage';

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
