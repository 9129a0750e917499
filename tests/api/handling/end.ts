import type { Request } from 'strapi-plugin-ticketing/contract';
import { wibDay } from 'strapi-plugin-ticketing/domain';
import { file, letPass, refusal, staffId } from '../../support/desk';
import { world, clerk, galih, ilham, laila, reason, act, open, taken } from './stage';

describe('nobody answers', () => {
  test('a reminder is said and changes nothing else; closing waits until the city’s days are over', async () => {
    const number = await taken();
    await act(galih, number, 'askRequester', { question: 'Apa?' });
    expect(await act(galih, number, 'remind', { reason: 'Mohon dijawab' })).toMatchObject({
      status: 'WAITING_REQUESTER',
      sla: { resolution: 'PAUSED' },
    });
    expect(await refusal(act(galih, number, 'closeUnanswered'))).toBe('409 answerStillAwaited');
    const admin = await world.staff('Administrator Demo');
    const { version } = await admin.getSettings({});
    await admin.saveSettings({ version, changes: { closeUnansweredAfterDays: 2 } });
    await act(galih, number, 'remind');
    await expect(act(galih, number, 'closeUnanswered')).rejects.toMatchObject({
      code: 'answerStillAwaited',
      details: { until: expect.any(String) },
    });
    await letPass(world, number, 'unanswered_at');
    expect(await act(galih, number, 'closeUnanswered')).toMatchObject({
      status: 'RESOLVED',
      resolutionSummary: expect.stringContaining('tidak ada tanggapan'),
    });
    expect(await act(clerk, number, 'reopen', { reason: 'Baru sempat menjawab' })).toMatchObject({
      status: 'IN_PROGRESS',
      reopenCount: 1,
      closesUnansweredAt: null,
    });
    const returned = await open();
    await act(galih, returned, 'returnForCompletion', { question: 'Apa?' });
    await letPass(world, returned, 'unanswered_at');
    expect(await refusal(act(galih, returned, 'closeUnanswered'))).toBe('409 wrongStatus');
  });
});

describe('a result', () => {
  test('locks: afterwards the requester neither reopens nor speaks, the coordinator still may', async () => {
    const number = await taken();
    await act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti.' });
    expect(await act(clerk, number, 'reopen', { reason })).toMatchObject({
      reopenCount: 1,
      status: 'IN_PROGRESS',
      locksAt: null,
      assignee: { name: galih.name },
    });
    const resolved = await act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti lagi.' });
    expect(Date.parse(resolved.locksAt ?? '')).toBeGreaterThan(Date.now() + 2 * 86_400_000);
    await clerk.commentOnTicket({ number, body: 'Terima kasih.' });
    await letPass(world, number, 'locks_at');
    expect(await refusal(act(clerk, number, 'reopen', { reason }))).toBe('403 notAllowed');
    expect(await refusal(clerk.commentOnTicket({ number, body: 'Masih.' }))).toBe('403 notAllowed');
    expect(await clerk.getTicket({ number })).toMatchObject({ may: { comment: false }, actions: ['rate'] });
    expect(await act(laila, number, 'reopen', { reason })).toMatchObject({ reopenCount: 2 });
  });
});

test('the queue is asked who is waited for and since when, and each ticket says so', async () => {
  const [silent, away, other] = [await file(clerk, 'NET-01'), await file(clerk, 'NET-01'), await file(clerk, 'NET-01')];
  const numbers = [silent.number, away.number, other.number];
  for (const number of numbers) await galih.actOnTicket({ number, action: 'claim' });
  await galih.actOnTicket({ number: silent.number, action: 'askRequester', question: 'Di ruang mana?' });
  await galih.actOnTicket({
    ...{ number: away.number, action: 'waitThirdParty', party: 'Penyedia internet', reason: 'Kabel putus di jalan.' },
  });
  // Moved three days back, and forth again below: facts are compared with histories later on.
  const shift = (sign: '-' | '+') =>
    world.database.query(
      `update ticket_spans p set began_at = p.began_at ${sign} interval '3 days' from tickets t
       where t.id = p.ticket_id and p.ended_at is null and t.number = $1`,
      [away.number],
    );
  await shift('-');
  const asked = async (filters: Request<'listTickets'>) =>
    (await galih.listTickets({ ...filters, assignee: 'me', pageSize: 100 })).rows.filter(({ number }) =>
      numbers.includes(number),
    );
  const found = async (filters: Request<'listTickets'>) => (await asked(filters)).map(({ number }) => number);
  expect(await found({ waitingFor: 'requester' })).toEqual([silent.number]);
  expect(await found({ waitingFor: 'thirdParty' })).toEqual([away.number]);
  expect((await found({ waitingDays: 3 })).sort()).toEqual([away.number]);
  expect(await found({ waitingDays: 4 })).toEqual([]);
  expect(await found({ waitingFor: 'requester', waitingDays: 1 })).toEqual([]);
  const today = wibDay(Date.now());
  expect((await found({ from: today })).sort()).toEqual([...numbers].sort());
  expect(await found({ from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
  const rows = await asked({});
  expect(rows.map(({ number, waitingSince }) => [number, waitingSince !== null]).sort()).toEqual([
    [silent.number, true],
    [away.number, true],
    [other.number, false],
  ]);
  expect(await galih.getTicket({ number: away.number })).toMatchObject({
    waitingParty: 'Penyedia internet',
    waitingSince: expect.any(String) as string,
  });
  expect((await galih.getTicket({ number: silent.number })).waitingParty).toBeNull();
  await shift('+');
});

test('work after a reopening is added to the work before it, and what is not told adds nothing', async () => {
  const number = await taken();
  const resolve = (given: object = {}) =>
    act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti.', ...given });
  expect(await resolve({ effortMinutes: 45 })).toMatchObject({ effortMinutes: 45 });
  await act(clerk, number, 'reopen', { reason });
  expect(await resolve({ effortMinutes: 30 })).toMatchObject({ effortMinutes: 75 });
  await act(clerk, number, 'reopen', { reason });
  expect(await resolve()).toMatchObject({ effortMinutes: 75 });
});

test('working time is told several times, for a colleague too, put right by a counter-entry, and read by the desk alone', async () => {
  const number = await taken();
  const today = wibDay(Date.now());
  const told = { effortMinutes: 40, effortKind: 'ON_SITE', effortDay: today };
  const colleague = await staffId(world, 'Ilham Syahputra');
  await act(galih, number, 'recordEffort', { ...told, reason: 'Menarik kabel ke lantai dua.' });
  const { effort } = await act(galih, number, 'recordEffort', { ...told, effortMinutes: 25, effortBy: colleague });
  expect(effort).toEqual([
    expect.objectContaining({ worker: { id: await staffId(world, galih.name), name: galih.name }, minutes: 40 }),
    expect.objectContaining({ worker: { id: colleague, name: ilham.name }, kind: 'ON_SITE', day: today, note: null }),
  ]);
  const wrong = { effortEntry: effort[0]?.id, effortMinutes: 30, reason: 'Istirahat terhitung.' };
  const mended = await act(galih, number, 'correctEffort', wrong);
  expect(mended).toMatchObject({ effortMinutes: 55, effort: [{ minutes: 30, recordedMinutes: 40 }, { minutes: 25 }] });
  const history = await galih.getTimeline({ number });
  expect(history.filter(({ facts }) => facts['effortMinutes']).map(({ facts }) => facts['effortMinutes'])).toEqual([
    ...['40', '25', '-10'],
  ]);

  const report = await laila.getReport({ report: 'effort', from: today, to: today, assignee: colleague });
  expect(report.totals).toMatchObject({ effortMinutes: 25, effortEntries: 1 });
  const { rows: listed } = await laila.listTickets({ worker: colleague, workedFrom: today, workedTo: today });
  expect(listed.map((ticket) => ticket.number)).toEqual([number]);
  expect((await clerk.getTicket({ number })).effort).toEqual([]);
  expect((await clerk.getTimeline({ number })).some(({ facts }) => facts['effortDay'])).toBe(false);

  for (const [given, refused] of [
    [{ ...told, effortMinutes: 0 }, '400 invalid'],
    [{ ...told, effortMinutes: -5 }, '400 invalid'],
    [{ ...told, effortMinutes: 1441 }, '400 invalid'],
    [{ ...told, effortDay: '2999-01-01' }, '400 invalid'],
    [{ ...told, effortDay: '2020-01-01' }, '400 invalid'],
    [{ ...told, effortBy: 999_999 }, '422 unknownAssignee'],
  ] as const)
    expect(await refusal(act(galih, number, 'recordEffort', given))).toBe(refused);
  for (const given of [{ ...wrong, effortEntry: 1 }, wrong, { ...wrong, effortMinutes: 1441 }])
    expect(await refusal(act(galih, number, 'correctEffort', given))).toBe('400 invalid');
  expect((await world.database.query('select * from wrong_facts(0, 1000000)')).rows).toEqual([]);
});
