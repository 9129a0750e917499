import path from 'node:path';
import { shiftedTo } from '../support/clock';
import { connect, urlOf } from '../support/databases';
import { runJob, until } from '../support/jobs';
import { openMailbox } from '../support/mail';
import { startCms, type Server } from '../support/servers';
import {
  openWorld,
  outage,
  signInPortal,
  signInStaff,
  type PortalAccount,
  type StaffAccount,
  type World,
} from '../support/world';

let world: World;
const later: Server[] = [];
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await Promise.all(later.map((server) => server.stop()));
  await world.close();
});

/** The same database, read by a cms that lives at another time. */
async function cmsAt(then: Date | string, more: NodeJS.ProcessEnv = {}): Promise<Server> {
  const server = await startCms(
    urlOf(world.databaseName),
    path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName),
    { ...shiftedTo(new Date(then).toISOString()), ...more },
  );
  later.push(server);
  return server;
}
const stopAll = () => Promise.all(later.splice(0).map((server) => server.stop()));
const minutesFrom = (at: Date | string | null, minutes: number): Date =>
  new Date(new Date(at ?? 0).getTime() + minutes * 60_000);

/** What the system wrote on a ticket, in the order in which it did. */
async function byItself(number: string): Promise<string[]> {
  const { rows } = await world.database.query<{
    event: string;
    actor_role: string;
    payload: { after?: { clock?: string; reminder?: number } };
  }>(
    "select event, actor_role, payload::json as payload from audit_entries where subject_type = 'ticket' and subject_id = $1 and actor_kind = 'system' order by id",
    [number],
  );
  return rows.map(({ event, actor_role, payload }) =>
    [actor_role, event, payload.after?.clock ?? payload.after?.reminder].filter((word) => word !== undefined).join(' '),
  );
}
const column = async <T>(number: string, name: string): Promise<T> =>
  (await world.database.query(`select ${name} as value from tickets where number = $1`, [number])).rows[0]?.value as T;

const numbers: Record<'untouched' | 'asked' | 'answered' | 'returned' | 'cancelled' | 'hurried' | 'broken', string> = {
  untouched: '',
  asked: '',
  answered: '',
  returned: '',
  cancelled: '',
  hurried: '',
  broken: '',
};

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

test('who does not answer is reminded once, also after a restart; an answer in time ends the waiting', async () => {
  const due = await column<Date>(numbers.asked, 'next_moment_at');
  const before = await cmsAt(minutesFrom(due, -30));
  const clerk = await signInPortal(before.url, world.accounts.portal[0] as PortalAccount);
  await clerk.commentOnTicket({ number: numbers.answered, body: 'Loket dua dan tiga.', internal: false });
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.asked)).toEqual([]);
  await stopAll();

  for (const minutes of [1, 2]) {
    await cmsAt(minutesFrom(due, minutes));
    await runJob(world.database, 'moments');
    await stopAll();
  }
  expect(await byItself(numbers.asked)).toEqual(['SYSTEM remind 1']);
  expect(await byItself(numbers.returned)).toEqual(['SYSTEM remind 1']);
  expect((await byItself(numbers.answered)).filter((entry) => entry.includes('remind'))).toEqual([]);
});

test('after four days the ticket closes, and says so a day ahead; what was never begun stays open', async () => {
  // A working day ahead the requester is told when, in the history and by letter.
  const closesAt = await column<Date>(numbers.asked, 'unanswered_at');
  const warner = await cmsAt(minutesFrom(await column<Date>(numbers.asked, 'next_moment_at'), 1));
  await runJob(world.database, 'moments');
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.asked)).toEqual(['SYSTEM remind 1', 'SYSTEM willClose']);
  const warned = await signInPortal(warner.url, world.accounts.portal[0] as PortalAccount);
  expect((await warned.listNotices({})).notices[0]).toMatchObject({
    kind: 'willClose',
    number: numbers.asked,
    why: 'requester',
    dueAt: closesAt.toISOString(),
  });
  await stopAll();

  const server = await cmsAt(minutesFrom(closesAt, 1));
  await runJob(world.database, 'moments');
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.asked)).toEqual(['SYSTEM remind 1', 'SYSTEM willClose', 'SYSTEM closeUnanswered']);
  expect(await byItself(numbers.returned)).toEqual(['SYSTEM remind 1']);
  expect(await column(numbers.returned, 'status')).toBe('WAITING_REQUESTER');
  expect(await column(numbers.answered, 'status')).toBe('IN_PROGRESS');

  const clerk = await signInPortal(server.url, world.accounts.portal[0] as PortalAccount);
  const ticket = await clerk.getTicket({ number: numbers.asked });
  expect(ticket).toMatchObject({
    status: 'RESOLVED',
    resolutionSummary: 'Ditutup karena tidak ada tanggapan dari pemohon.',
  });
  expect(ticket.actions).toContain('reopen');
  expect((await clerk.getTimeline({ number: numbers.asked })).map(({ event }) => event)).toEqual([
    'submit',
    'claim',
    'askRequester',
    'remind',
    'willClose',
    'closeUnanswered',
  ]);
});

test('of what ended or came at short notice nothing was ever told', async () => {
  for (const number of [numbers.cancelled, numbers.hurried]) {
    expect(await byItself(number)).toEqual([]);
    expect(await column(number, 'next_moment_at')).toBeNull();
  }
});

/** The next Monday but one on which people work, at seven in the morning on their clock. */
async function monday(): Promise<Date> {
  const DAY_MS = 86_400_000;
  const { rows } = await world.database.query<{ day: string }>('select date::text as day from holidays');
  const today = Math.floor((Date.now() + 7 * 3_600_000) / DAY_MS);
  for (let day = today + 7; ; day += 1) {
    const date = new Date(day * DAY_MS);
    if (date.getUTCDay() === 1 && !rows.some((row) => row.day === date.toISOString().slice(0, 10))) return date;
  }
}

test('on the first working morning of a week officers have their list and leaders the week in brief, once; a click ends it', async () => {
  const mailbox = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? '', `morning-${process.pid}`));
  const at = await monday();
  // The cms of the days before would carry letters too, into nowhere, and its own would go first.
  await stopAll();
  await world.database.query("delete from pgboss.job where name = 'letters'; delete from letters");
  const server = await cmsAt(at, { SMTP_URL: mailbox.smtpUrl });
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'digests')).toBe('completed');
  const { portal, staff } = world.accounts;
  const account = staff.find(({ name }) => name === 'Galih Ramadhan') as StaffAccount;
  const list = await mailbox.next(account.email, 'Daftar kerja pagi');
  expect(list.text).toContain(`${numbers.answered}: `);
  expect(list.text).toMatch(/Terlambat \(\d+\)/);
  expect(list.text).toContain('Kenapa saya menerima ini? Anda petugas meja layanan.');
  expect(await mailbox.headerOf(list, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');

  const chief = portal.find(({ role }) => role === 'LEADER') as PortalAccount;
  const week = await mailbox.next(chief.email, 'Ringkasan pekan');
  const day = (ahead: number) => new Date(at.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  const leader = await signInPortal(server.url, chief);
  const summary = await leader.getReport({ report: 'summary', from: day(-7), to: day(-1) });
  const open = summary.rows.find(({ cells }) => cells['key'] === 'open')?.cells;
  expect(open?.['current']).toBeGreaterThan(0);
  expect(week.text).toContain(`${open?.['label']}: ${open?.['current']}`);
  // What could not be measured has no line.
  expect(summary.rows.map(({ cells }) => cells['current'])).toContain(null);
  expect(week.text).not.toMatch(/: –$/m);
  await until('all have left', async () => (await mailbox.all()).length > 2);
  for (const { email } of [account, chief])
    expect((await mailbox.lettersTo(email)).filter(({ subject }) => /pagi|pekan/.test(subject))).toHaveLength(1);

  const address = /<(.*)>/.exec((await mailbox.headerOf(list, 'List-Unsubscribe')) ?? '')?.[1] ?? '';
  expect(list.text).toContain(`Berhenti menerima surat seperti ini: ${address}`);
  const code = new URL(address).searchParams.get('kode') ?? '';
  const officer = await signInStaff(server.url, account);
  await expect(leader.stopDigest({ code: code.replace('.morning.', '.week.') })).rejects.toMatchObject({
    code: 'linkSpent',
  });
  expect(await leader.stopDigest({ code })).toEqual({ digest: 'morning' });
  expect((await officer.getNoticeChoices({})).preferences.channels).toEqual({ morning: { mail: false } });
  await stopAll();
  await mailbox.close();
});
