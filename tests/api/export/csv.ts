import { entriesSince, lastEntryId } from '../../support/entries';
import { bare, outage, type Person } from '../../support/world';
import { csvOf, linesOf, world } from './stage';

test('a clerk takes away what the list shows, as a spreadsheet in Indonesia opens it', async () => {
  const clerk = await world.clerk();
  await clerk.submitTicket(outage({ title: '=HYPERLINK("http://x";"klik") mati' }));
  const response = await clerk.exportTickets({ format: 'csv' });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="tiket-\d{4}-\d{2}-\d{2}\.csv"/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  expect(
    text.startsWith(
      '\uFEFFNomor;Judul;Status;Prioritas;Layanan;SKPD;Petugas;Diajukan (WIB);Tenggat penyelesaian ' +
        '(WIB);Selesai (WIB);Terlambat\r\n',
    ),
  ).toBe(true);
  expect(text).toContain(`;"'=HYPERLINK(""http://x"";""klik"") mati";Baru;`);
  expect(text).toMatch(/;\d{4}-\d{2}-\d{2} \d{2}:\d{2};/);
  const { pagination } = await clerk.listTickets({ pageSize: 1 });
  expect(text.trimEnd().split('\r\n')).toHaveLength(pagination.total + 1);
});

test('moments are in WIB, words in the language asked for', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage({ title: 'Waktu dalam berkas' }));
  await world.database.query("update tickets set submitted_at = '2026-11-20 20:30:00' where number = $1", [number]);
  expect(await csvOf(clerk, { q: number, columns: 'number,submittedAt' })).toBe(
    `\uFEFFNomor;Diajukan (WIB)\r\n${number};2026-11-21 03:30\r\n`,
  );
  const { text } = await bare(world, clerk)('get', `/exports/tickets.csv?q=${number}&columns=status,isOverdue`)
    .set('accept-language', 'en')
    .buffer(true);
  expect(text).toBe('\uFEFFStatus;Overdue\r\nNew;No\r\n');
});

test('columns and filters are those of the contract, and nothing else', async () => {
  const clerk = await world.clerk();
  const to = bare(world, clerk);
  await to('get', '/exports/tickets.csv?columns=number,password').expect(400);
  await to('get', '/exports/tickets.csv?page=2').expect(400);
  await to('get', '/exports/tickets.csv?status=LATE').expect(400);
  await to('get', '/exports/tickets.exe').expect(404);
  const rows = await linesOf(clerk, { status: 'RESOLVED', sort: 'number', columns: 'number,status' });
  const { rows: listed } = await clerk.listTickets({ status: 'RESOLVED', sort: 'number', pageSize: 100 });
  expect(rows).toEqual(listed.map(({ number, status }) => ({ number, status })));
});

test('programs get codes and instants, one JSON object a line', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage({ title: 'Baris JSON' }));
  const [row] = await linesOf(clerk, {
    q: number,
    columns: 'number,title,status,priority,submittedAt,resolvedAt,isOverdue,contactPhone',
  });
  expect(row).toEqual({
    number,
    title: 'Baris JSON',
    status: 'NEW',
    priority: 'HIGH',
    submittedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    resolvedAt: null,
    isOverdue: false,
    contactPhone: '0840-0000-0201',
  });
});

test('everyone takes away their own: the clerk the unit’s, the officer the work in hand, the coordinator and the leader all', async () => {
  const [clerk, stranger, officer, coordinator, leader] = [
    await world.clerk(),
    await world.stranger(),
    await world.staff('Galih Ramadhan'),
    await world.staff('Laila Safitri'),
    await world.leader(),
  ];
  const codes = async (person: Person) => new Set((await linesOf(person, { columns: 'skpd' })).map(({ skpd }) => skpd));
  const {
    rows: [unit],
  } = await clerk.listTickets({ pageSize: 1 });
  expect([...(await codes(clerk))]).toEqual([unit?.skpd.name]);
  expect([...(await codes(stranger))]).not.toContain(unit?.skpd.name);
  expect(new Set((await linesOf(officer, { columns: 'assignee' })).map(({ assignee }) => assignee))).toEqual(
    new Set(['Galih Ramadhan']),
  );
  const [all, hers] = [(await linesOf(coordinator)).length, (await linesOf(leader)).length];
  const {
    rows: [count],
  } = await world.database.query<{ all: number; open: number }>(
    'select count(*)::int as all, (count(*) filter (where not coalesce(is_confidential, false)))::int as ' +
      'open from tickets',
  );
  expect([all, hers]).toEqual([count?.all, count?.open]);
  expect(count?.all).not.toBe(count?.open);
});

test('who took what away is on record: filters, columns and how many rows', async () => {
  const clerk = await world.clerk();
  const since = await lastEntryId(world);
  const rows = await linesOf(clerk, { status: 'RESOLVED', columns: 'number,title' });
  const [entry] = await entriesSince(world, since, 'export');
  expect(entry).toMatchObject({
    event: 'export',
    actor_kind: 'portal',
    actor_name: clerk.name,
    actor_role: 'REQUESTER',
    payload: {
      after: {
        format: 'jsonl',
        columns: ['number', 'title'],
        filters: { status: ['RESOLVED'], sort: '-submittedAt' },
        rows: rows.length,
      },
    },
  });
});
