import { dayLater, wibDay } from '../../../plugins/ticketing/domain';
import { file, formFor, setService } from '../../support/desk';
import { verifyFacts } from '../../support/verify';
import { outage, type Person } from '../../support/world';
import { world } from './stage';

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
        byUnit: totals?.['unmeasured'],
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
      unmeasured: Number(before['unmeasured' as keyof typeof before]) + 1,
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
