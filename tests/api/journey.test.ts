import type { Life, Step } from '../bench/city/life';
import { SEARCH_ROWS } from '../bench/city/load';
import { settle, type City } from '../bench/city/office';
import { written } from '../bench/city/write';
import { file, formFor, setService } from '../support/desk';
import { verifyFacts } from '../support/verify';
import { openWorld, outage, type World } from '../support/world';

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
  await officer.commentOnTicket({ number, body: 'Jangan tampil', internal: true });
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
