import fs from 'node:fs';
import path from 'node:path';
import {
  dayLater,
  definitionOf,
  isCount,
  isStock,
  isTimes,
  REPORTS,
  ticketsBehind,
  wibDay,
  type DimensionId,
} from '../../plugins/ticketing/domain';
import type { Life, Step } from '../bench/city/life';
import { loadCity, SEARCH_ROWS } from '../bench/city/load';
import { settle, type City } from '../bench/city/office';
import { written } from '../bench/city/write';
import { file, formFor, setService } from '../support/desk';
import { connect } from '../support/databases';
import { runJob } from '../support/jobs';
import { officeOf, told } from '../support/office';
import { lifeOf, recounted, type Life as Recounted } from '../support/recount';
import { verifyFacts } from '../support/verify';
import { openWorld, outage, type Person, type World } from '../support/world';

/** What sums of months are, as each boot tells the database. */
const DEFINITION = path.join(__dirname, '../../database/sql/087-ticket-sums.sql');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const figures = async (): Promise<Record<string, number | null>> => {
  const { rows } = await (await world.leader()).getReport({ report: 'summary' });
  return Object.fromEntries(rows.map(({ cells }) => [String(cells['key']), cells['current'] as number | null]));
};

test('a clerk asks, an officer claims, asks back, the clerk answers, the officer resolves, and the leader sees the numbers move', async () => {
  const [clerk, officer, leader] = [await world.clerk(), await world.staff('Galih Ramadhan'), await world.leader()];
  const before = await figures();

  const submitted = await clerk.submitTicket(outage());
  expect(submitted.number).toMatch(/^TIK-\d{4}-\d{5}$/);
  const { number } = submitted;
  expect(await clerk.getTicket({ number })).toMatchObject({
    ...submitted,
    status: 'NEW',
    priority: 'HIGH',
    skpd: { code: 'DISDIKBUD' },
    team: { code: 'TIM-INFRA' },
    actions: ['cancel'],
  });
  expect((await officer.listTickets({ status: 'NEW' })).rows.map((row) => row.number)).toContain(number);
  expect(await figures()).toMatchObject({
    open: (before['open'] ?? 0) + 1,
    new: (before['new'] ?? 0) + 1,
    submitted: (before['submitted'] ?? 0) + 1,
  });

  const claimed = await officer.actOnTicket({ number, action: 'claim' });
  expect(claimed).toMatchObject({
    status: 'IN_PROGRESS',
    assignee: { name: 'Galih Ramadhan' },
    sla: { response: 'ON_TIME' },
  });
  expect(claimed.verifiedAt).not.toBeNull();
  expect(
    await officer.actOnTicket({ number, action: 'askRequester', question: 'Apakah lampu modem menyala merah?' }),
  ).toMatchObject({ status: 'WAITING_REQUESTER', sla: { resolution: 'PAUSED' } });
  expect(await clerk.commentOnTicket({ number, body: 'Ya, merah.' })).toMatchObject({ status: 'IN_PROGRESS' });
  await officer.commentOnTicket({ number, body: 'ODP lantai 2 rusak.', internal: true });
  expect(
    await officer.actOnTicket({
      number,
      action: 'resolve',
      resolutionSummary: 'Konektor diganti, koneksi kembali normal.',
      workDone: 'Ganti konektor',
      effortMinutes: 45,
    }),
  ).toMatchObject({ status: 'RESOLVED', sla: { resolution: 'ON_TIME' } });

  expect(await figures()).toMatchObject({
    open: before['open'],
    new: before['new'],
    resolved: (before['resolved'] ?? 0) + 1,
  });
  const seen = await leader.getTicket({ number });
  expect(seen).toMatchObject({ resolutionSummary: 'Konektor diganti, koneksi kembali normal.', actions: [] });
  const resolved = await leader.getReport({ report: 'summary' });
  const drill = resolved.rows.find(({ cells }) => cells['key'] === 'resolved')?.drill ?? {};
  expect((await leader.listTickets(drill)).rows.map((row) => row.number)).toContain(number);
});

test('the history tells what happened in order, and keeps internal notes from the clerk and the leader', async () => {
  const [clerk, officer, leader] = [await world.clerk(), await world.staff('Galih Ramadhan'), await world.leader()];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  const seen = await clerk.getTicket({ number });
  await officer.commentOnTicket({ number, body: 'Jangan tampil', internal: true });
  // Nor can it be told from a time that moves, by which lists are sorted.
  expect((await clerk.getTicket({ number })).updatedAt).toBe(seen.updatedAt);
  await officer.actOnTicket({
    number,
    action: 'waitThirdParty',
    party: 'Penyedia internet',
    reason: 'Menunggu teknisi',
  });
  const events = async (person: typeof clerk) => (await person.getTimeline({ number })).map(({ event }) => event);
  expect(await events(officer)).toEqual(['submit', 'claim', 'comment', 'waitThirdParty']);
  expect(await events(clerk)).toEqual(['submit', 'claim', 'waitThirdParty']);
  expect(await events(leader)).toEqual(['submit', 'claim', 'waitThirdParty']);
});

test('colleagues of the same SKPD share their tickets; another SKPD gets 404 everywhere', async () => {
  const [clerk, colleague, stranger] = [await world.clerk(), await world.colleague(), await world.stranger()];
  const { number } = await clerk.submitTicket(outage());
  expect(await colleague.getTicket({ number })).toMatchObject({ number });
  const attempts = [
    () => stranger.getTicket({ number }),
    () => stranger.getTimeline({ number }),
    () => stranger.listAttachments({ number }),
    () => stranger.commentOnTicket({ number, body: 'Halo' }),
    () => stranger.actOnTicket({ number, action: 'cancel', reason: 'x' }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
  expect((await stranger.listTickets({ q: number })).rows).toEqual([]);
});

test('a coordinator files for a caller, and the account with that address may follow it', async () => {
  const coordinator = await world.staff('Laila Safitri');
  const ticket = await coordinator.submitTicket(outage({ skpd: 'DISDIKBUD', channel: 'PHONE', priority: 'URGENT' }));
  expect(await (await world.clerk()).getTicket({ number: ticket.number })).toMatchObject({
    ...ticket,
    channel: 'PHONE',
    priority: 'URGENT',
    skpd: { code: 'DISDIKBUD' },
    requester: { name: 'Ratih Kusuma' },
  });
});

test('a clerk cancels while new, asks to cancel later, and an officer confirms', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const first = await clerk.submitTicket(outage());
  expect(await clerk.actOnTicket({ number: first.number, action: 'cancel', reason: 'Sudah normal' })).toMatchObject({
    status: 'CANCELLED',
    actions: [],
  });
  const second = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number: second.number, action: 'claim' });
  await expect(
    clerk.actOnTicket({ number: second.number, action: 'cancel', reason: 'Sudah normal' }),
  ).rejects.toMatchObject({ code: 'wrongStatus' });
  await expect(officer.actOnTicket({ number: second.number, action: 'cancel', reason: 'x' })).rejects.toMatchObject({
    code: 'wrongStatus',
  });
  await clerk.actOnTicket({ number: second.number, action: 'requestCancel', reason: 'Sudah normal' });
  expect(
    await officer.actOnTicket({ number: second.number, action: 'cancel', reason: 'Sesuai permintaan pemohon' }),
  ).toMatchObject({ status: 'CANCELLED' });
});

test('words may follow the one tap, once', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  expect(await clerk.actOnTicket({ number, action: 'rate', rating: 2 })).toMatchObject({
    rating: 2,
    ratingComment: null,
    actions: ['reopen', 'rate', 'explainRating'],
  });
  expect(
    await clerk.actOnTicket({ number, action: 'explainRating', ratingComment: 'Menunggu terlalu lama' }),
  ).toMatchObject({ rating: 2, ratingComment: 'Menunggu terlalu lama', actions: ['reopen', 'rate'] });
  expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({
    event: 'explainRating',
    text: 'Menunggu terlalu lama',
  });
});

test('a resolved ticket is rated with one tap that can be put right for an hour, and reopened within its window', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  expect(await clerk.actOnTicket({ number, action: 'rate', rating: 4, ratingComment: 'Cepat' })).toMatchObject({
    rating: 4,
  });
  expect(await clerk.actOnTicket({ number, action: 'rate', rating: 3 })).toMatchObject({
    rating: 3,
    ratingComment: 'Cepat',
  });
  // The hour goes by from the first tap on.
  await world.database.query("update tickets set rated_at = rated_at - interval '61 minutes' where number = $1", [
    number,
  ]);
  await expect(clerk.actOnTicket({ number, action: 'rate', rating: 1 })).rejects.toMatchObject({ code: 'wrongStatus' });
  expect(await clerk.actOnTicket({ number, action: 'reopen', reason: 'Putus lagi' })).toMatchObject({
    status: 'IN_PROGRESS',
    reopenCount: 1,
  });
});

describe('the figures of a leader', () => {
  const PERIOD = { from: '2020-01-01', to: '2035-12-31' } as const;
  const GROUPINGS = ['by-status', 'by-skpd', 'by-category', 'by-priority'] as const;

  test('have Baru, Diproses with both waitings, and Selesai as their spine, and tell rejected from cancelled', async () => {
    const [leader, clerk, officer] = [await world.leader(), await world.clerk(), await world.staff('Galih Ramadhan')];
    for (const action of ['askRequester', 'waitThirdParty'] as const) {
      const { number } = await clerk.submitTicket(outage());
      await officer.actOnTicket({ number, action: 'claim' });
      await officer.actOnTicket({
        number,
        action,
        ...(action === 'askRequester' ? { question: 'Loket mana?' } : { party: 'Penyedia', reason: 'Menunggu.' }),
      });
    }
    const { rows: truth } = await world.database.query<{ status: string; count: number }>(
      'select status, count(*)::int as count from tickets where not coalesce(is_confidential, false) group by 1',
    );
    const counted = (...statuses: string[]): number =>
      truth.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
    const expected = {
      new: counted('NEW'),
      inProgress: counted('IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY'),
      resolved: counted('RESOLVED'),
      rejected: counted('REJECTED'),
      cancelled: counted('CANCELLED'),
    };
    expect(Math.min(...Object.values(expected))).toBeGreaterThan(0);
    for (const report of GROUPINGS) {
      const { rows, totals } = await leader.getReport({ report, ...PERIOD });
      expect([report, totals]).toEqual([report, expect.objectContaining(expected)]);
      for (const { cells } of rows)
        expect(
          ['new', 'inProgress', 'resolved', 'rejected', 'cancelled'].reduce((sum, key) => sum + Number(cells[key]), 0),
        ).toBe(cells['received']);
      expect(rows.reduce((sum, { cells }) => sum + Number(cells['received']), 0)).toBe(totals?.['received']);
    }
    const byStatus = await leader.getReport({ report: 'by-status', ...PERIOD });
    expect(byStatus.rows.map(({ cells }) => cells['label'])).toEqual([
      'Baru',
      'Diproses',
      'Selesai',
      'Ditolak',
      'Dibatalkan',
    ]);
    const inProgress = byStatus.rows.find(({ cells }) => cells['code'] === 'IN_PROGRESS');
    expect(inProgress?.below?.map(({ cells }) => cells['label'])).toEqual([
      'Diproses',
      'Menunggu Pemohon',
      'Menunggu Pihak Ketiga',
    ]);

    const summary = await leader.getReport({ report: 'summary', ...PERIOD });
    const lines = new Map(summary.rows.map((row) => [row.cells['key'], row]));
    const current = (key: string) => lines.get(key)?.cells['current'];
    expect([current('new'), current('inProgress'), current('rejected'), current('cancelled')]).toEqual([
      expected.new,
      expected.inProgress,
      expected.rejected,
      expected.cancelled,
    ]);
    expect(current('open')).toBe(expected.new + expected.inProgress);
    expect(lines.get('inProgress')?.below?.reduce((sum, { cells }) => sum + Number(cells['current']), 0)).toBe(
      expected.inProgress,
    );
    // Every number leads to exactly its tickets.
    const all = [
      ...byStatus.rows,
      ...(inProgress?.below ?? []),
      ...summary.rows,
      ...(lines.get('inProgress')?.below ?? []),
    ];
    for (const { cells, drill } of all) {
      const number = cells['received'] ?? cells['current'];
      if (!drill || typeof number !== 'number' || cells['key'] === 'onTime') continue;
      const { pagination } = await leader.listTickets({ ...drill, pageSize: 1 });
      expect([cells['key'] ?? cells['code'], pagination.total]).toEqual([cells['key'] ?? cells['code'], number]);
    }
  });

  test('count what was asked for at short notice apart, and never as on time', async () => {
    const [coordinator, clerk] = [await world.staff('Laila Safitri'), await world.clerk()];
    const read = async () => {
      const { rows } = await coordinator.getReport({ report: 'summary', ...PERIOD });
      const { totals } = await coordinator.getReport({ report: 'by-skpd', ...PERIOD });
      return {
        ...Object.fromEntries(rows.map(({ cells }) => [String(cells['key']), cells['current']])),
        byUnit: totals?.['shortNotice'],
        onTimeByUnit: totals?.['onTime'],
      };
    };
    const before = await read();
    const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const { number } = await file(clerk, 'VCN-01', {
      form: { ...(await formFor(clerk, 'VCN-01')), mulai_acara: soon(-1), selesai_acara: soon(1) },
    });
    expect((await clerk.getTicket({ number })).sla.isShortNotice).toBe(true);
    await coordinator.actOnTicket({ number, action: 'claim' });
    await coordinator.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Rapat berjalan.' });
    expect(await read()).toMatchObject({
      resolved: Number(before['resolved' as keyof typeof before]) + 1,
      shortNotice: Number(before['shortNotice' as keyof typeof before]) + 1,
      byUnit: Number(before.byUnit) + 1,
      onTime: before['onTime' as keyof typeof before],
      onTimeByUnit: before.onTimeByUnit,
    });
    expect((await clerk.listTickets({ shortNotice: 'true', pageSize: 100 })).rows.map((row) => row.number)).toContain(
      number,
    );
  });

  test('never average working minutes with those of a clock that never stops', async () => {
    const coordinator = await world.staff('Laila Safitri');
    const {
      rows: [truth],
    } = await world.database.query<{ working: string; always: string }>(
      `select round(avg(t.resolution_minutes) filter (where s.calendar <> '24X7'))::text as working, round(avg(t.resolution_minutes) filter (where s.calendar = '24X7'))::text as always
      from tickets t join categories_cmps l on l.entity_id = t.category_id and l.field = 'sla' join components_service_slas s on s.id = l.cmp_id where t.status = 'RESOLVED'`,
    );
    const { rows } = await coordinator.getReport({ report: 'summary', ...PERIOD });
    const current = (key: string) => rows.find(({ cells }) => cells['key'] === key)?.cells['current'];
    expect([current('resolutionMinutes'), current('resolutionMinutesAlways')]).toEqual([
      Number(truth?.working),
      Number(truth?.always),
    ]);
    expect(truth?.working).not.toBe(truth?.always);
  });

  test('and a category is all that hangs below it in the tree, whatever it is called', async () => {
    const leader = await world.leader();
    await setService(world, 'NET-02', { code: 'KABEL-9' });
    const { rows } = await leader.getReport({ report: 'by-category', ...PERIOD });
    for (const { cells, drill } of rows)
      expect([cells['code'], (await leader.listTickets({ ...drill, pageSize: 1 })).pagination.total]).toEqual([
        cells['code'],
        cells['received'],
      ]);
    const codes = async (category: string) =>
      new Set((await leader.listTickets({ category, pageSize: 100 })).rows.map((row) => row.category.code));
    expect(await codes('NET')).toContain('KABEL-9');
    expect(await codes('KABEL-9')).toEqual(new Set(['KABEL-9']));
    await setService(world, 'KABEL-9', { code: 'NET-02' });
  });

  test('tell each reader what is theirs, and of confidential tickets only how many there are', async () => {
    const counted = async (where: string): Promise<number> =>
      Number(
        (
          await world.database.query<{ n: number }>(`select count(*)::int as n from tickets t join skpd s on
        s.id = t.skpd_id where ${where}`)
        ).rows[0]?.n,
      );
    const read = async (person: Promise<Person>) => (await person).getReport({ report: 'by-skpd', ...PERIOD });
    const [leader, clerk, coordinator] = await Promise.all([
      read(world.leader()),
      read(world.clerk()),
      read(world.staff('Laila Safitri')),
    ]);
    const secret = await counted('t.is_confidential');
    expect(secret).toBeGreaterThan(0);
    expect([leader.totals?.['received'], leader.confidential?.['received']]).toEqual([
      await counted('not t.is_confidential'),
      secret,
    ]);
    expect(leader.notes.map(({ code }) => code)).toContain('confidential');
    expect([coordinator.totals?.['received'], coordinator.confidential]).toEqual([await counted('true'), null]);
    expect(clerk.rows.map(({ cells }) => cells['code'])).toEqual(['DISDIKBUD']);
    expect(clerk.confidential).toBeNull();

    const officer = await world.staff('Galih Ramadhan');
    const mine = await officer.getReport({ report: 'workload', ...PERIOD });
    expect(mine.rows.map(({ cells }) => cells['label'])).toEqual(['Galih Ramadhan']);
    expect(Number(mine.rows[0]?.cells['effortMinutes'])).toBeGreaterThan(0);

    const [backlog, workload] = await (await world.staff('Laila Safitri')).listReports({ names: 'backlog,workload' });
    expect([backlog?.report, workload?.report]).toEqual(['backlog', 'workload']);
    const nobody = workload?.rows.find(({ cells }) => cells['code'] === 'none');
    expect([nobody?.cells['open'], nobody?.cells['capacityMinutes']]).toEqual([
      await counted(
        `t.assignee_id is null and t.status in ('NEW', 'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY')`,
      ),
      null,
    ]);
    expect(
      workload?.rows.find(({ cells }) => cells['label'] === 'Galih Ramadhan')?.cells['capacityMinutes'],
    ).toBeGreaterThan(0);
    // Leave takes its working hours from whoever is away, from their team, and from nobody else.
    const [laila, today] = [await world.staff('Laila Safitri'), wibDay(Date.now())];
    const capacity = async (by: 'officer' | 'team', from: number, to: number) => {
      const days = { from: dayLater(today, from), to: dayLater(today, to) };
      const { rows } = await laila.getReport({ report: 'workload', by, ...days });
      return new Map(rows.map(({ cells }) => [cells['label'], Number(cells['capacityMinutes'])]));
    };
    const lost = (await capacity('officer', -20, -7)).get(officer.name) ?? 0;
    const before = [await capacity('officer', -30, -1), await capacity('team', -30, -1)];
    const away = { officer: (await officer.getMe({})).actor.id, firstDay: dayLater(today, -20) };
    const [entry] = await laila.addLeave({ ...away, lastDay: dayLater(today, -7) });
    expect(entry?.officer.name).toBe(officer.name);
    expect([lost > 0, (entry?.workingDays ?? 0) > 0, (entry?.workingDays ?? 0) <= 10]).toEqual([true, true, true]);
    const after = [await capacity('officer', -30, -1), await capacity('team', -30, -1)];
    const changes = after.map((now, at) =>
      [...now].flatMap(([name, minutes]) => {
        const less = (before[at]?.get(name) ?? 0) - minutes;
        return Number.isNaN(less) || less === 0 ? [] : [[name, less]];
      }),
    );
    expect(changes[0]).toEqual([[officer.name, lost]]);
    expect(changes[1]?.map(([, less]) => less)).toEqual([lost]);
    const refused = [
      { ...away, lastDay: dayLater(today, -20) },
      { ...away, lastDay: dayLater(today, -21) },
      { ...away, officer: 999_999, lastDay: today },
    ];
    for (const wrong of refused) await expect(laila.addLeave(wrong)).rejects.toMatchObject({ code: 'invalid' });
    await expect(officer.addLeave({ ...away, lastDay: today })).rejects.toMatchObject({ code: 'notAllowed' });
    expect(await laila.removeLeave({ id: entry?.id ?? 0 })).toEqual([]);
    expect(await capacity('officer', -30, -1)).toEqual(before[0]);
    await expect(officer.getReport({ report: 'by-skpd', compare: 'range' })).rejects.toMatchObject({
      code: 'missingFields',
    });
  });

  test('hang on a wall as counts alone, by a link that is made once, shows nothing else, and can be taken back', async () => {
    const [leader, admin] = [await world.leader(), await world.staff('Administrator Demo')];
    const today = wibDay(Date.now());
    const wall = await leader.readWallboard({});
    const summary = await leader.getReport({ report: 'summary', from: today, to: today });
    const lines = new Map(summary.rows.map(({ cells }) => [cells['key'], cells['current']]));
    expect(Object.entries(wall.counts)).toEqual(Object.keys(wall.counts).map((key) => [key, lines.get(key)]));
    expect(Object.keys(wall.counts)).toEqual(['open', 'unassigned', 'overdue', 'dueToday', 'resolved']);
    const trend = await leader.getReport({ report: 'trend', from: today, to: today });
    expect(wall.backlog).toEqual(trend.rows.map(({ cells }) => ({ month: cells['month'], open: cells['open'] })));
    const teams = await leader.getReport({ report: 'by-team', from: `${today.slice(0, 7)}-01`, to: today });
    expect(wall.teams.map(({ name, onTime }) => [name, onTime])).toEqual(
      teams.rows.map(({ cells }) => [cells['label'], cells['onTime']]),
    );

    const refused = admin.createWallboardLink({ name: 'Kemarin', lastDay: dayLater(today, -1) });
    await expect(refused).rejects.toMatchObject({ code: 'invalid' });
    const { address, links } = await admin.createWallboardLink({ name: 'Ruang komando', lastDay: today });
    const token = address.split('/layar/')[1] ?? '';
    const id = links.find(({ name }) => name === 'Ruang komando')?.id ?? '';
    const call = (place: string, more: RequestInit = {}) => fetch(`${world.cms.url}/api/ticketing${place}`, more);
    const shown = await call(`/wallboards/${token}`);
    const { asOf: _, ...counts } = wall;
    const { data } = (await shown.json()) as { data: Record<string, unknown> };
    expect({ ...data, asOf: '' }).toEqual({ ...counts, asOf: '' });
    // It is no key to anything else.
    for (const place of ['/wallboard', '/reports/summary', '/tickets', '/events'])
      expect((await call(place, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    const { rows } = await world.database.query<{ everything: string }>(
      "select coalesce((select json_agg(l)::text from wallboard_links l), '') || (select json_agg(e)::text from audit_entries e where subject_type = 'wallboard-link') as everything",
    );
    expect(rows[0]?.everything).toContain('Ruang komando');
    expect(rows[0]?.everything).not.toContain(token);
    const isOpen = async (): Promise<boolean> => (await call(`/wallboards/${token}`)).status === 200;
    await world.database.query('update wallboard_links set last_day = last_day - 1 where id = $1', [id]);
    expect([await isOpen(), (await admin.listWallboardLinks({}))[0]?.isOver]).toEqual([false, true]);
    await world.database.query('update wallboard_links set last_day = null where id = $1', [id]);
    expect(await isOpen()).toBe(true);
    expect(await admin.removeWallboardLink({ id })).toEqual([]);
    expect(await isOpen()).toBe(false);
    const told = await world.database.query<{ event: string }>(
      'select event from audit_entries where subject_id = $1 order by id',
      [id],
    );
    expect(told.rows.map(({ event }) => event)).toEqual(['create', 'delete']);
  });

  test('are proven equal to the histories by a command, which names one wrong digit and makes it right', async () => {
    expect((await verifyFacts(world.databaseName)).said).toMatch(/sama dengan riwayatnya/);
    const {
      rows: [wronged],
    } = await world.database.query<{ number: string }>(
      `update ticket_facts f set rating = 1 from tickets t where t.id = f.id and f.id = (select id from ticket_facts
        where status = 'RESOLVED' and rating is distinct from 1 order by id limit 1) returning t.number`,
    );
    const found = await verifyFacts(world.databaseName);
    expect([found.code, found.said]).toEqual([1, expect.stringContaining(wronged?.number ?? '–')]);
    expect((await verifyFacts(world.databaseName, 'rebuild')).code).toBe(0);
  });
});

test('the city of the bench is written as people would have made it: rows, entries, facts and words', async () => {
  const { database } = world;
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const lived: string[] = [];
  const file = async () => {
    const { number } = await clerk.submitTicket(outage());
    lived.push(number);
    return number;
  };
  const first = await file();
  await officer.actOnTicket({ number: first, action: 'claim' });
  await officer.commentOnTicket({ number: first, body: 'Sedang kami periksa.' });
  await officer.commentOnTicket({ number: first, body: 'Cek ODP.', internal: true });
  await officer.actOnTicket({ number: first, action: 'askRequester', question: 'Lampu merah?' });
  await clerk.commentOnTicket({ number: first, body: 'Ya.' });
  await officer.actOnTicket({
    number: first,
    action: 'waitThirdParty',
    party: 'Penyedia',
    reason: 'Menunggu teknisi.',
  });
  await officer.actOnTicket({ number: first, action: 'resume' });
  const result = { resolutionSummary: 'Kabel diganti.', workDone: 'Diuji.', effortMinutes: 30 };
  await officer.actOnTicket({ number: first, action: 'resolve', ...result });
  await clerk.actOnTicket({ number: first, action: 'reopen', reason: 'Terjadi lagi.' });
  await officer.actOnTicket({ number: first, action: 'resolve', ...result });
  await clerk.actOnTicket({ number: first, action: 'rate', rating: 3 });
  await officer.actOnTicket({ number: await file(), action: 'reject', reason: 'Di luar lingkup.' });
  await clerk.actOnTicket({ number: await file(), action: 'cancel', reason: 'Tidak diperlukan.' });

  const city = await settle(database);
  const given: Readonly<Record<string, readonly object[]>> = {
    comment: [{ body: 'Sedang kami periksa.' }, { body: 'Cek ODP.', internal: true }, { body: 'Ya.' }],
    askRequester: [{ question: 'Lampu merah?' }],
    waitThirdParty: [{ party: 'Penyedia', reason: 'Menunggu teknisi.' }],
    resolve: [1, 2].map(() => ({ summary: 'Kabel diganti.', workDone: 'Diuji.', effortMinutes: 30 })),
    reopen: [{ reason: 'Terjadi lagi.' }],
    rate: [{ rating: 3 }],
    reject: [{ reason: 'Di luar lingkup.' }],
    cancel: [{ reason: 'Tidak diperlukan.' }],
  };
  for (const number of lived) {
    const { rows: tickets } = await database.query<Record<string, unknown>>(
      'select to_jsonb(t) as row, t.form from tickets t where number = $1',
      [number],
    );
    const there = tickets[0]?.['row'] as Record<string, unknown>;
    const { rows: entries } = await database.query<Record<string, unknown> & { event: string; at: string }>(
      `select event, (extract(epoch from at) * 1000)::bigint::text as at, actor_kind, actor_id, actor_name, actor_role, payload
       from audit_entries where subject_type = 'ticket' and subject_id = $1 order by id`,
      [number],
    );
    const by = (entry: Record<string, unknown> | undefined) =>
      ({
        ...{ kind: entry?.['actor_kind'], id: entry?.['actor_id'], name: entry?.['actor_name'] },
        ...{ role: entry?.['actor_role'], phone: '', email: '' },
      }) as City['clerks'][number];
    const used: Record<string, number> = {};
    const steps = entries.slice(1).map((entry) => {
      const place = (used[entry.event] = (used[entry.event] ?? 0) + 1) - 1;
      return {
        at: Number(entry.at),
        by: by(entry),
        does: entry.event,
        ...given[entry.event]?.[place],
      } as unknown as Step;
    });
    const [service, skpd] = [
      city.services.find(({ code }) => code === 'NET-01') as City['services'][number],
      city.skpd.find(({ code }) => code === 'DISDIKBUD') as City['skpd'][number],
    ];
    const { title, description, impact, urgency, contact } = outage();
    const asked = { number, at: Number(entries[0]?.at), by: by(entries[0]), service, skpd, channel: 'WEB', contact };
    const form = there['form'] as Life['form'];
    const made = written({ ...asked, title, description, impact, urgency, form, steps }, city, Number(there['id']));
    // As rows of the table: instants and JSON in PostgreSQL's own writing. What only the clock waits for is put out.
    const { rows: rewritten } = await database.query<{ row: Record<string, unknown> }>(
      'select to_jsonb(t) as row from json_populate_recordset(null::tickets, $1) t',
      [JSON.stringify([made.ticket])],
    );
    const own = ({ document_id: _, next_moment_at: __, ...row }: Record<string, unknown>) => row;
    expect(own(rewritten[0]?.row ?? {})).toEqual(own(there));
    expect(
      made.entries.map(({ event, at, actor_kind, actor_id, actor_name, actor_role, payload }) => ({
        ...{ event, at: String((at as Date).getTime()), actor_kind, actor_id, actor_name, actor_role },
        payload: JSON.parse(JSON.stringify(payload)) as unknown,
      })),
    ).toEqual(entries);
    const { rows: words } = await database.query<{ kept: string; anew: string }>(
      `select strip(w.words)::text as kept, strip(s.words)::text as anew
       from ticket_search w join (${SEARCH_ROWS}) s on s.ticket_id = w.ticket_id`,
      [there['id'], there['id']],
    );
    expect(words[0]?.anew).toBe(words[0]?.kept);
  }
});

describe('the figures of every report, over a random city of ten years', () => {
  /** One city for everybody who runs this; `CITY_SEED=7 npm test -- api tests/api/journey` looks at another. */
  const seed = Number(process.env['CITY_SEED'] ?? 20261129);
  beforeAll(async () => {
    const beside = await connect(world.databaseName);
    await loadCity(world.database, beside, 400, seed, Date.now());
    await beside.end();
    expect(await runJob(world.database, 'sums')).toBe('completed');
  }, 120_000);

  const FILTERS: readonly Readonly<Record<string, string>>[] = [
    {},
    { skpd: 'DISDIKBUD' },
    { category: 'NET' },
    { status: 'RESOLVED,IN_PROGRESS', priority: 'HIGH,MEDIUM' },
    { team: 'TIM-INFRA', channel: 'WEB' },
    { assignee: 'none' },
  ];
  const fits = ({ keys }: Recounted, filters: Readonly<Record<string, string>>): boolean =>
    Object.entries(filters).every(([name, value]) =>
      value.split(',').includes(keys[name === 'assignee' ? 'officer' : name] ?? ''),
    );
  const MEASURED = REPORTS.filter((report) => report !== 'survey');

  test('equal a naive recount of the histories, to the digit, and lead to exactly their tickets', async () => {
    const { database } = world;
    const [now, office, histories] = [Date.now(), await officeOf(database), await told(database)];
    const today = wibDay(now);
    const periods = [
      { from: '2020-01-01', to: '2035-12-31' },
      { from: dayLater(today, -45), to: dayLater(today, -10) },
      { from: `${today.slice(0, 7)}-01`, to: today },
    ];
    const coordinator = await world.staff('Laila Safitri');
    const lives = [...histories.values()].map((entries) => lifeOf(entries, office, now));
    expect(lives.length).toBeGreaterThan(40);
    const [compared, listed] = [new Set<string>(), new Set<string>()];
    for (const [index, report] of MEASURED.entries())
      for (const by of definitionOf(report).by) {
        const [filters, days] = [
          FILTERS[(index + compared.size) % FILTERS.length] ?? {},
          periods[index % 3] ?? periods[0],
        ];
        const isChosen = definitionOf(report).by.length > 1 && by !== 'ticket';
        const found = await coordinator.getReport({
          ...{ report, ...days, ...filters },
          ...(isChosen && { by: by as DimensionId }),
        });
        const chosen = lives.filter((life) => fits(life, filters));
        for (const row of found.rows) {
          const code = String(row.cells['code'] ?? '');
          const codes = Object.values(row.only ?? {}).flatMap((value) => value.split(','));
          const own = codes.length > 0 ? chosen.filter(({ keys }) => codes.includes(keys[by] ?? '')) : chosen;
          for (const column of row.measure ? [{ key: 'current', measure: row.measure, leads: null }] : found.columns) {
            if (!column.measure || by === 'ticket') continue;
            const isWork = ['effortMinutes', 'effortEntries'].includes(column.measure);
            // Whose work it was stands in the record, and not on the ticket.
            const naive =
              isWork && (by === 'officer' || 'assignee' in filters)
                ? undefined
                : recounted(column.measure, own, row.days ?? found, today);
            // Of each month there is the stock alone.
            const isUntold = by === 'month' && isStock(column.measure) && column.measure !== 'open';
            if (naive === undefined || isUntold) continue;
            compared.add(column.measure);
            const where = [seed, report, by, filters, code, column.measure];
            expect([...where, row.cells[column.key]]).toEqual([...where, naive]);
            const behind = ticketsBehind(found, row, column);
            const isList = isCount(column.measure) && !isTimes(column.measure) && Number(naive) > 0;
            if (!isList || !behind || listed.has(JSON.stringify(behind))) continue;
            listed.add(JSON.stringify(behind));
            const { pagination } = await coordinator.listTickets({ ...behind, pageSize: 1 });
            expect([...where, behind, pagination.total]).toEqual([...where, behind, naive]);
          }
        }
      }
    expect(compared.size).toBeGreaterThan(40);
    expect(listed.size).toBeGreaterThan(60);
  });

  /** Every report by everything it may be asked by: of all, and narrowed by one thing and by two. */
  const answers = async (person: Person) => {
    const all = [];
    for (const report of MEASURED)
      for (const by of definitionOf(report).by) {
        const isChosen = definitionOf(report).by.length > 1 && by !== 'ticket';
        const filters = FILTERS[[0, 1, 0, 4][all.length % 4] ?? 0];
        const said = await person.getReport({
          ...{ report, from: '2018-03-15', to: '2035-12-31', ...filters },
          ...(isChosen && { by: by as DimensionId }),
        });
        all.push({ ...said, asOf: '' });
      }
    return all;
  };
  const sumsOf = async (what: string): Promise<number> =>
    Number((await world.database.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n);

  test('are read from sums of months and days and say what the facts say, to the digit, also right after one changed', async () => {
    const { database } = world;
    const coordinator = await world.staff('Laila Safitri');
    expect(await sumsOf('fresh_stretches()')).toBeGreaterThan(100);
    const {
      rows: [old],
    } = await database.query<{ number: string; day: string }>(
      `select t.number, wib_day(t.submitted_at)::text as day from tickets t join ticket_facts f on f.id = t.id
        where f.status = 'RESOLVED' and f.rating is null and not f.is_confidential and f.resolved_at < now() - interval
        '3 months' order by t.id limit 1`,
    );
    // A number of a sum that is wrong is seen in the report, and named by the command.
    const received = async () =>
      (await coordinator.getReport({ report: 'by-skpd', from: '2010-01-01' })).totals?.['received'];
    const right = Number(await received());
    await database.query(`update ticket_sums set received = received + 7 where ctid = (select ctid from ticket_sums
      where dimension = 'skpd' order by since limit 1)`);
    expect(await received()).toBe(right + 7);
    const found = await verifyFacts(world.databaseName);
    expect([found.code, found.said]).toEqual([1, expect.stringMatching(/Jumlah sejak \d{4}-\d{2}-01 tidak sama/)]);
    await database.query('select sum_stretch(since, until) from ticket_sums order by since limit 1');
    const mended = await verifyFacts(world.databaseName);
    expect([await received(), mended]).toMatchObject([right, { code: 0 }]);

    // Somebody changes what lies years back: its month is read from the facts until it is summed again.
    const isFresh = () => sumsOf(`fresh_stretches() where '${old?.day}' >= since and '${old?.day}' < until`);
    expect(await isFresh()).toBe(1);
    await database.query("update tickets set rating = 1, priority = 'LOW' where number = $1", [old?.number]);
    expect(await isFresh()).toBe(0);
    const changed = await answers(coordinator);
    await database.query('insert into stale_days select since from summed_stretches');
    expect(await answers(coordinator)).toEqual(changed);
    expect(await runJob(database, 'sums')).toBe('completed');
    expect([await isFresh(), await answers(coordinator)]).toEqual([1, changed]);

    // A month in its days says the same; once it is over it takes their place.
    const days = `from generate_series(date_trunc('month', '${old?.day}'::timestamp), date_trunc('month', '${old?.day}'::timestamp)
      + interval '1 month' - interval '1 day', interval '1 day') d`;
    const isMonth = `where since = date_trunc('month', '${old?.day}'::timestamp)::date`;
    await database.query(`delete from summed_stretches ${isMonth}`);
    await database.query(`select sum_stretch(d::date, d::date + 1) ${days}`);
    expect(await sumsOf(`fresh_stretches() f where exists (select ${days} where f.since = d::date)`)).toBeGreaterThan(
      27,
    );
    expect(await answers(coordinator)).toEqual(changed);
    expect(await runJob(database, 'sums')).toBe('completed');
    expect(await sumsOf(`fresh_stretches() f where exists (select ${days} where f.since = d::date)`)).toBe(1);
    expect([await isFresh(), await answers(coordinator)]).toEqual([1, changed]);

    // As each boot does it: a definition that stayed spoils nothing, another one every sum that was made before it.
    const define = async () => void (await database.query(fs.readFileSync(DEFINITION, 'utf8')));
    await define();
    expect(await isFresh()).toBe(1);
    await database.query("comment on function ticket_sums_now(date, date) is 'an earlier one'");
    await define();
    expect(await sumsOf('fresh_stretches()')).toBe(0);
    await define();
    expect(await runJob(database, 'sums')).toBe('completed');
    expect([await isFresh(), await answers(coordinator)]).toEqual([1, changed]);
    await database.query('update tickets set rating = null where number = $1', [old?.number]);
  });
});
