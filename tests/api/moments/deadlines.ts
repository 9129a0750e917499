import { connect } from '../../support/databases';
import { runJob } from '../../support/jobs';
import type { Server } from '../../support/servers';
import { outage, type PortalAccount, signInPortal, signInStaff, type StaffAccount } from '../../support/world';
import { byItself, cmsAt, column, later, minutesFrom, numbers, stopAll, world } from './stage';

test('the city lets the system remind after two days, and close after four', async () => {
  const admin = await world.staff('Administrator Demo');
  const { version } = await admin.getSettings({});
  await admin.saveSettings({
    version,
    changes: { remindAfterDays: [2], closeUnansweredAfterDays: 4, closesByItself: true },
  });

  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const file = async (over: object = {}): Promise<string> => (await clerk.submitTicket(outage(over))).number;
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const event = {
    category: 'SND-02',
    form: { nama_kegiatan: 'Rapat mendadak', mulai_acara: soon(1), selesai_acara: soon(2), lokasi: 'Balai kota' },
  };
  Object.assign(numbers, {
    untouched: await file(),
    asked: await file(),
    answered: await file(),
    returned: await file(),
    cancelled: await file(),
    hurried: await file(event),
    broken: await file(),
  });
  for (const number of [numbers.asked, numbers.answered]) {
    await officer.actOnTicket({ number, action: 'claim' });
    await officer.actOnTicket({ number, action: 'askRequester', question: 'Loket yang mana?' });
  }
  await officer.actOnTicket({
    number: numbers.returned,
    action: 'returnForCompletion',
    question: 'Mohon lengkapi lokasinya.',
  });
  await clerk.actOnTicket({ number: numbers.cancelled, action: 'cancel', reason: 'Sudah menyala lagi.' });
  expect((await clerk.getTicket({ number: numbers.asked })).closesUnansweredAt).not.toBeNull();
  expect((await clerk.getTicket({ number: numbers.returned })).closesUnansweredAt).toBeNull();
  // From here on only instances of another time are at work.
  await world.cms.stop();
});

test('two instances warn once, officers read it and requesters do not', async () => {
  const dueAt = await column<Date>(numbers.untouched, 'response_due_at');
  const updatedAt = await column<Date>(numbers.untouched, 'updated_at');
  const [one] = await Promise.all([cmsAt(minutesFrom(dueAt, -5)), cmsAt(minutesFrom(dueAt, -5))]);
  const hands = await Promise.all(Array.from({ length: 4 }, () => connect(world.databaseName)));
  expect(await Promise.all(hands.map((hand) => runJob(hand, 'moments')))).toEqual(hands.map(() => 'completed'));
  await Promise.all(hands.map((hand) => hand.end()));
  expect(await byItself(numbers.untouched)).toEqual(['SYSTEM slaAtRisk RESPONSE']);
  expect(await column<Date>(numbers.untouched, 'updated_at')).toEqual(updatedAt);

  const { portal, staff } = world.accounts;
  const officer = await signInStaff(one.url, staff.find(({ name }) => name === 'Galih Ramadhan') as StaffAccount);
  const [warning] = (await officer.getTimeline({ number: numbers.untouched })).filter(
    ({ event }) => event === 'slaAtRisk',
  );
  expect(warning).toMatchObject({
    isInternal: true,
    by: { name: 'Layanan otomatis', role: 'SYSTEM' },
    facts: { clock: 'Tanggapan', dueAt: expect.stringContaining('WIB') },
  });
  const clerk = await signInPortal(one.url, portal[0] as PortalAccount);
  expect((await clerk.getTimeline({ number: numbers.untouched })).map(({ event }) => event)).toEqual(['submit']);
  await stopAll();
});

test('a ticket whose history cannot be written is put off, stops no other, and is told of once it can', async () => {
  await world.database.query(
    `create function refuse_one() returns trigger language plpgsql as $$ begin if new.subject_id = ` +
      `'${numbers.broken}' then raise exception 'disk full'; end if; return new; end $$`,
  );
  await world.database.query(
    'create trigger refuse_one before insert on audit_entries for each row execute function refuse_one()',
  );
  const dueAt = await column<Date>(numbers.untouched, 'resolution_due_at');
  await cmsAt(minutesFrom(dueAt, 5));
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.untouched)).toEqual([
    'SYSTEM slaAtRisk RESPONSE',
    'SYSTEM slaBreach RESPONSE',
    'SYSTEM slaBreach RESOLUTION',
  ]);
  expect(await byItself(numbers.broken)).toEqual(['SYSTEM slaAtRisk RESPONSE']);
  expect((await world.database.query('select attempts, problem from moment_failures')).rows).toEqual([
    { attempts: 1, problem: expect.stringContaining('disk full') },
  ]);
  await runJob(world.database, 'moments');
  expect((await world.database.query('select attempts from moment_failures')).rows).toEqual([{ attempts: 1 }]);

  await world.database.query(
    'drop trigger refuse_one on audit_entries; drop function refuse_one; update moment_failures set retry_at ' +
      '= submitted_at from tickets where id = ticket_id',
  );
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.broken)).toEqual([
    'SYSTEM slaAtRisk RESPONSE',
    'SYSTEM slaBreach RESPONSE',
    'SYSTEM slaBreach RESOLUTION',
  ]);
  expect((await world.database.query('select * from moment_failures')).rows).toEqual([]);
});

test('what is late stays late: while a question is asked too late, and after it was resolved, in list, filter and file', async () => {
  const { url } = later[0] as Server;
  const { portal, staff } = world.accounts;
  const clerk = await signInPortal(url, portal[0] as PortalAccount);
  const officer = await signInStaff(url, staff.find(({ name }) => name === 'Galih Ramadhan') as StaffAccount);
  const late = numbers.untouched;
  const dueAt = await column<Date>(late, 'resolution_due_at');
  const listed = async (filter: 'overdue' | 'late' | 'dueToday', pageSize = 100): Promise<string[]> =>
    (await clerk.listTickets({ [filter]: 'true', pageSize })).rows.map(({ number }) => number);
  const seen = async (number: string) => {
    const { isOverdue, isLate, status, sla } = await clerk.getTicket({ number });
    return { isOverdue, isLate, status, verdict: sla.resolution };
  };
  const inFile = async (number: string): Promise<string> =>
    (await (await clerk.exportTickets({ format: 'csv', q: number, columns: 'number,isOverdue' })).text())
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .join();

  await officer.actOnTicket({ number: late, action: 'claim' });
  expect(await seen(late)).toEqual({ isOverdue: true, isLate: false, status: 'IN_PROGRESS', verdict: 'LATE' });
  await officer.actOnTicket({ number: late, action: 'askRequester', question: 'Loket yang mana?' });
  expect(await seen(late)).toEqual({ isOverdue: true, isLate: false, status: 'WAITING_REQUESTER', verdict: 'LATE' });
  expect(await listed('overdue')).toContain(late);
  expect(await inFile(late)).toBe(`${late};Ya`);
  // Asked in time, the clock of this one stands still.
  expect(await seen(numbers.asked)).toEqual({
    isOverdue: false,
    isLate: false,
    status: 'WAITING_REQUESTER',
    verdict: 'PAUSED',
  });
  expect(await listed('overdue')).not.toContain(numbers.asked);

  // What the rest of the day is promised for: neither late, nor standing still, nor of another day.
  const { number: soon } = await clerk.submitTicket(outage());
  const due = (minutes: number) =>
    world.database.query('update tickets set resolution_due_at = $1 where number = $2', [
      minutesFrom(dueAt, minutes),
      soon,
    ]);
  await due(2 * 24 * 60);
  expect(await listed('dueToday')).not.toContain(soon);
  await due(65);
  const today = await listed('dueToday');
  expect(today).toContain(soon);
  expect(today).not.toContain(late);
  const summary = await clerk.getReport({ report: 'summary' });
  expect(summary.rows.find(({ cells }) => cells['key'] === 'dueToday')).toMatchObject({
    cells: { current: today.length },
    drill: { dueToday: 'true' },
  });
  await officer.actOnTicket({ number: soon, action: 'claim' });
  await officer.actOnTicket({ number: soon, action: 'askRequester', question: 'Loket yang mana?' });
  expect(await listed('dueToday')).not.toContain(soon);
  await officer.actOnTicket({ number: soon, action: 'resume' });
  await officer.actOnTicket({ number: soon, action: 'resolve', resolutionSummary: 'Kabel diganti.' });

  await officer.actOnTicket({ number: late, action: 'resume' });
  await officer.actOnTicket({ number: late, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  expect(await seen(late)).toEqual({ isOverdue: false, isLate: true, status: 'RESOLVED', verdict: 'LATE' });
  expect(await listed('late')).toContain(late);
  expect(await listed('overdue')).not.toContain(late);
  expect(await inFile(late)).toBe(`${late};Ya`);
  // What stands below the share resolved on time leads to exactly the late ones of the period.
  const { rows } = await clerk.getReport({ report: 'summary' });
  const drill = rows.find(({ cells }) => cells['key'] === 'onTime')?.drill ?? {};
  const behind = await clerk.listTickets({ ...drill, pageSize: 100 });
  expect(behind.rows.map(({ isLate }) => isLate)).not.toContain(false);
  expect(behind.rows.map(({ number }) => number)).toContain(late);
  await stopAll();
});
