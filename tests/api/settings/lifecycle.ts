import { carry, file, refusal } from '../../support/desk';
import { entriesSince, lastEntryId } from '../../support/entries';
import { bare } from '../../support/world';
import { world, admin, clerk, galih, laila, elsewhere } from './stage';

describe('settings of the lifecycle', () => {
  test('carry a version, tell who changed what from what, and refuse whoever was slower', async () => {
    const since = await lastEntryId(world);
    const { version, settings, standard } = await admin.getSettings({});
    expect(settings).toEqual(standard);
    const saved = await admin.saveSettings({ version, changes: { lockAfterDays: 5, remindAfterDays: [1, 3] } });
    expect(saved).toMatchObject({
      version: version + 1,
      settings: { lockAfterDays: 5, remindAfterDays: [1, 3], riskFraction: standard.riskFraction },
      standard,
    });
    expect(await entriesSince(world, since, 'setting')).toMatchObject([
      {
        subject_id: 'ticketing.lifecycle',
        event: 'update',
        actor_name: admin.name,
        actor_role: 'ADMIN',
        payload: {
          before: { lockAfterDays: 3, remindAfterDays: [2, 4] },
          after: { lockAfterDays: 5, remindAfterDays: [1, 3] },
        },
      },
    ]);
    expect(await refusal(admin.saveSettings({ version, changes: { lockAfterDays: 9 } }))).toBe('409 settingsChanged');
    expect((await admin.getSettings({})).settings.lockAfterDays).toBe(5);
  });
  test('that change nothing leave neither a version nor an entry; set back, they are as they came', async () => {
    const [since, { version, settings, standard }] = [await lastEntryId(world), await admin.getSettings({})];
    expect((await admin.saveSettings({ version, changes: { lockAfterDays: settings.lockAfterDays } })).version).toBe(
      version,
    );
    expect(await entriesSince(world, since, 'setting')).toEqual([]);
    await admin.saveSettings({
      version,
      changes: { lockAfterDays: standard.lockAfterDays, remindAfterDays: [...standard.remindAfterDays] },
    });
    expect((await world.database.query("select value from desk_settings where key = 'lifecycle'")).rows).toEqual([
      { value: {} },
    ]);
  });
  test('work at once, here and on a second server', async () => {
    const { number } = await file(clerk, 'NET-06');
    const { version } = await admin.getSettings({});
    await admin.saveSettings({ version, changes: { lockAfterDays: 30 } });
    await carry(number, [galih, 'claim']);
    const resolved = await (
      await elsewhere(galih.name)
    ).actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
    expect(Date.parse(resolved.locksAt ?? '')).toBeGreaterThan(Date.now() + 30 * 86_400_000);
  });
  test.each([
    [{ lockAfterDays: 0 }],
    [{ lockAfterDays: 91 }],
    [{ remindAfterDays: [1, 2, 3, 4, 5, 6] }],
    [{ riskFraction: 1 }],
    [{ pausing: ['NEW'] }],
    [{ pausing: ['RESOLVED'] }],
    [{ priorityMatrix: { LARGE: {} } }],
    [{ somethingElse: 1 }],
    [{ closeUnansweredAfterDays: 1.5 }],
  ])('%j is refused', async (changes) => {
    const { version } = await admin.getSettings({});
    expect((await bare(world, admin)('put', '/settings').send({ version, changes })).status).toBe(400);
  });
  test('are read by the coordinator and written by the administrator, and nobody else', async () => {
    expect(await laila.getSettings({})).toMatchObject({ settings: expect.any(Object) });
    for (const person of [laila, galih, clerk, await world.leader()])
      expect(await refusal(person.saveSettings({ version: 0, changes: {} }))).toBe('403 notAllowed');
    for (const person of [galih, clerk, await world.leader()])
      expect(await refusal(person.getSettings({}))).toBe('403 notAllowed');
  });
});

describe('deadlines', () => {
  // Golden cases of domain rules 4.1: start, working minutes, due.
  test.each([
    ['2026-11-20T15:45', 120, '2026-11-23T08:45'],
    ['2026-11-21T10:00', 60, '2026-11-23T08:30'],
    ['2026-11-23T12:30', 30, '2026-11-23T13:30'],
    ['2026-12-23T15:00', 450, '2026-12-28T15:00'],
    ['2026-02-27T11:30', 120, '2026-02-27T14:30'],
    ['2026-03-17T15:30', 450, '2026-03-25T16:00'],
    ['2027-03-05T15:00', 60, '2027-03-16T08:00'],
  ])('from %s, %i working minutes later it is %s', async (start, minutes, due) => {
    const { dueAt, stretches, isCut } = await laila.simulateDeadline({ calendar: 'JAM_KERJA', start, minutes });
    expect(dueAt).toBe(new Date(`${due}:00+07:00`).toISOString());
    expect(stretches.reduce((sum, stretch) => sum + stretch.minutes, 0)).toBe(minutes);
    expect([stretches.at(-1)?.to, isCut]).toEqual([dueAt, false]);
  });
  test('a long one is cut, and says so; a strange one gets a sentence', async () => {
    const long = await laila.simulateDeadline({ calendar: 'JAM_KERJA', start: '2026-01-05', minutes: 100_000 });
    expect([long.isCut, long.stretches.length]).toEqual([true, 60]);
    expect(
      await laila.simulateDeadline({ calendar: '24X7', start: '2026-01-05T00:00:00Z', minutes: 90 }),
    ).toMatchObject({ dueAt: '2026-01-05T01:30:00.000Z', stretches: [{ minutes: 90 }] });
    expect(
      await laila.simulateDeadline({ calendar: 'JAM_KERJA', start: '2026-11-20T15:45', minutes: 0 }),
    ).toMatchObject({ isCut: false, stretches: [] });
    expect(await refusal(laila.simulateDeadline({ calendar: 'BULAN', start: '2026-01-05', minutes: 1 }))).toBe(
      '422 unknownCalendar',
    );
    for (const start of ['kemarin', '2026-02-30', '2026-13-01T00:00'])
      expect(await refusal(laila.simulateDeadline({ calendar: 'JAM_KERJA', start, minutes: 1 }))).toBe('400 invalid');
    for (const start of ['0001-01-01', '9999-12-31T23:59', '9999-12-31'])
      expect([
        start,
        await refusal(laila.simulateDeadline({ calendar: 'JAM_KERJA', start, minutes: 600_000 })),
      ]).toEqual([start, '400 invalid']);
  });
});
