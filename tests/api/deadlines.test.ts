import { runJob } from '../support/jobs';
import { screens } from '../support/content';
import { connect } from '../support/databases';
import { openWorld, outage, type Person, type World } from '../support/world';

const HOLIDAY = 'api::holiday.holiday';
let world: World;
let admin: Person;
beforeAll(async () => {
  // The whole desk on a single connection: whatever asks for a second one while it holds the first waits in vain.
  world = await openWorld({ DATABASE_POOL_MIN: '1', DATABASE_POOL_MAX: '1' });
  // The second round over all tickets would make each test's own first one hard to tell. Nobody signs in meanwhile: on a
  // busy machine whoever waits ten seconds for the only connection is refused.
  await runJob(world.database, 'deadlines');
  await runJob(world.database, 'deadlines');
  admin = await world.staff('Administrator Demo');
});
afterAll(() => world.close());

/** A row as it lies in the table, with the number of the transaction that last wrote it. */
interface Stored {
  xmin: string;
  updated_at: Date;
  response_due_at: Date;
  resolution_due_at: Date;
  locks_at: Date | null;
  is_paused: boolean;
  next_moment_at: Date | null;
}
const stored = async (number: string): Promise<Stored> =>
  (await world.database.query('select xmin::text, * from tickets where number = $1', [number])).rows[0] as Stored;
/** How much is written of one ticket: what falls due on another meanwhile is no matter here. */
const entries = async (number: string): Promise<number> =>
  (
    await world.database.query<{ count: number }>(
      "select count(*)::int as count from audit_entries where subject_type = 'ticket' and subject_id = $1",
      [number],
    )
  ).rows[0]?.count ?? 0;
const simulated = async (ticket: { submittedAt: string }, minutes: number): Promise<string> =>
  (await admin.simulateDeadline({ calendar: 'JAM_KERJA', start: ticket.submittedAt, minutes })).dueAt;
/** The day in WIB on which something is due. */
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

test('a holiday that was added moves the deadlines that lie beyond it, in silence', async () => {
  const clerk = await world.clerk();
  const ticket = await clerk.submitTicket(outage());
  const [before, count] = [await stored(ticket.number), await entries(ticket.number)];
  // Round the clock a holiday is a day like any other.
  const { rows: others } = await world.database.query<{ number: string; xmin: string }>(
    "select t.number, t.xmin::text from tickets t join categories c on c.id = t.category_id join categories_cmps l on l.entity_id = c.id and l.field = 'sla' join components_service_slas s on s.id = l.cmp_id where s.calendar = '24X7'",
  );
  expect(others.length).toBeGreaterThan(0);

  const { status, body } = await screens(world)('post', HOLIDAY, '', {
    date: dayOf(ticket.resolutionDueAt ?? ''),
    name: 'Hari Jadi Kota',
    kind: 'LOCAL',
  });
  expect([status, body.error]).toEqual([201, undefined]);
  expect(await runJob(world.database, 'deadlines')).toBe('completed');

  const listed = (await clerk.listTickets({ q: ticket.number })).rows[0];
  expect(listed?.resolutionDueAt).toBe(await simulated(ticket, 450));
  expect(listed?.resolutionDueAt).not.toBe(ticket.resolutionDueAt);
  expect((await clerk.getTicket({ number: ticket.number })).resolutionDueAt).toBe(listed?.resolutionDueAt);
  expect((await stored(ticket.number)).updated_at).toEqual(before.updated_at);
  expect(await entries(ticket.number)).toBe(count);
  const { rows: after } = await world.database.query<{ number: string; xmin: string }>(
    'select number, xmin::text from tickets where number = any($1)',
    [others.map(({ number }) => number)],
  );
  expect(new Map(after.map(({ number, xmin }) => [number, xmin]))).toEqual(
    new Map(others.map(({ number, xmin }) => [number, xmin])),
  );
});

test('statuses that stop the clock, the warning threshold and the lock follow the settings', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const numbers = [(await clerk.submitTicket(outage())).number, (await clerk.submitTicket(outage())).number] as const;
  for (const number of numbers) await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({
    number: numbers[0],
    action: 'waitThirdParty',
    party: 'Penyedia internet',
    reason: 'Menunggu teknisi.',
  });
  await officer.actOnTicket({ number: numbers[1], action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  const [waiting, resolved] = [await stored(numbers[0]), await stored(numbers[1])];
  expect([waiting.is_paused, waiting.next_moment_at]).toEqual([false, expect.any(Date)]);

  const { version } = await admin.getSettings({});
  await admin.saveSettings({
    version,
    changes: { pausing: ['WAITING_REQUESTER', 'WAITING_THIRD_PARTY'], lockAfterDays: 10 },
  });
  await runJob(world.database, 'deadlines');
  expect(await stored(numbers[0])).toMatchObject({
    is_paused: true,
    next_moment_at: null,
    updated_at: waiting.updated_at,
  });
  expect((await stored(numbers[1])).locks_at?.getTime()).toBeGreaterThan(resolved.locks_at?.getTime() ?? Infinity);
  expect((await clerk.getTicket({ number: numbers[0] })).sla.resolution).toBe('PAUSED');
});

test('work that was cut off goes on where it stood, and the second round forgets nothing', async () => {
  const clerk = await world.clerk();
  const numbers = [(await clerk.submitTicket(outage())).number, (await clerk.submitTicket(outage())).number] as const;
  const [first, second] = [await stored(numbers[0]), await stored(numbers[1])];
  await world.database.query("update tickets set resolution_due_at = '2020-01-01' where number = any($1)", [numbers]);
  await world.database.query(
    "update desk_marks set rounds = 2, position = (select id from tickets where number = $1) where key = 'deadlines'",
    [numbers[0]],
  );
  await runJob(world.database, 'deadlines');
  expect((await stored(numbers[1])).resolution_due_at).toEqual(second.resolution_due_at);
  expect((await stored(numbers[0])).resolution_due_at).not.toEqual(first.resolution_due_at);
  await runJob(world.database, 'deadlines');
  expect((await stored(numbers[0])).resolution_due_at).toEqual(first.resolution_due_at);
});

test('while another instance is at it, an instance leaves it alone', async () => {
  await world.database.query("begin; update desk_marks set rounds = 2, fingerprint = '' where key = 'deadlines'");
  // Our own connection holds the mark, so the job is put in and watched from another.
  const beside = await connect(world.databaseName);
  expect(await runJob(beside, 'deadlines').finally(() => beside.end())).toBe('completed');
  expect(
    (await world.database.query("select rounds, fingerprint from desk_marks where key = 'deadlines'")).rows,
  ).toEqual([{ rounds: 2, fingerprint: '' }]);
  await world.database.query('rollback');
});

test('a ticket in somebody’s hands is not waited for; it is found once they have let it go', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage());
  const { resolution_due_at: right } = await stored(number);
  await world.database.query("update tickets set resolution_due_at = '2020-01-01' where number = $1", [number]);
  await world.database.query("update desk_marks set rounds = 2, position = 0 where key = 'deadlines'");
  await world.database.query('begin');
  await world.database.query('select id from tickets where number = $1 for update', [number]);
  const beside = await connect(world.databaseName);
  expect(await runJob(beside, 'deadlines').finally(() => beside.end())).toBe('completed');
  await world.database.query('rollback');
  expect((await stored(number)).resolution_due_at).not.toEqual(right);
  await runJob(world.database, 'deadlines');
  expect((await stored(number)).resolution_due_at).toEqual(right);
});
