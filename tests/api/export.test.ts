import { createHash } from 'node:crypto';
import http from 'node:http';
import { createClient } from 'strapi-plugin-ticketing/client';
import { cellText, tabulate, type Report } from 'strapi-plugin-ticketing/domain';
import { entriesSince, lastEntryId } from '../support/entries';
import { readPdf } from '../support/pdf';
import { bare, openWorld, outage, type Person, type World } from '../support/world';
import { readWorkbook, type ReadCell, type ReadSheet } from '../support/xlsx';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const csvOf = async (
  person: Person,
  request: Omit<Parameters<Person['exportTickets']>[0], 'format'> = {},
): Promise<string> =>
  Buffer.from(await (await person.exportTickets({ format: 'csv', ...request })).arrayBuffer()).toString('utf8');
const linesOf = async (
  person: Person,
  request: Omit<Parameters<Person['exportTickets']>[0], 'format'> = {},
): Promise<Record<string, unknown>[]> =>
  (await (await person.exportTickets({ format: 'jsonl', ...request })).text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

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

const sheetsOf = async (
  person: Person,
  request: Omit<Parameters<Person['exportTickets']>[0], 'format'> = {},
): Promise<ReadSheet[]> =>
  readWorkbook(await (await person.exportTickets({ format: 'xlsx', ...request })).arrayBuffer());
const sheetOf = async (...asked: Parameters<typeof sheetsOf>): Promise<readonly (readonly ReadCell[])[]> =>
  (await sheetsOf(...asked))[0]?.rows ?? [];
const COLUMNS = 'number,title,status,submittedAt,resolvedAt,reopenCount,resolution';

test('a workbook says cell by cell what the list says: real numbers, real dates in WIB, text that is no formula', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage({ title: '=1+1 & <b>tebal</b>' }));
  await world.database.query(
    "update tickets set submitted_at = '2026-11-20 20:30:00', reopen_count = 2 where number = $1",
    [number],
  );
  const [head, ...rows] = await sheetOf(clerk, { columns: COLUMNS, sort: 'number' });
  expect(head).toEqual([
    'Nomor',
    'Judul',
    'Status',
    'Diajukan (WIB)',
    'Selesai (WIB)',
    'Dibuka kembali (kali)',
    'Terhadap tenggat',
  ]);
  const lines = await linesOf(clerk, { columns: COLUMNS, sort: 'number' });
  const onTheWall = (at: unknown) =>
    at === null ? null : { date: new Date(Date.parse(at as string) + 7 * 3_600_000).toISOString().slice(0, 16) };
  const toMinute = (cell: ReadCell = null) =>
    cell !== null && typeof cell === 'object' ? { date: cell.date.slice(0, 16) } : cell;
  const read = rows.map(([no, title, , at, end, count]) => [no, title, toMinute(at), toMinute(end), count]);
  expect(read).toEqual(
    lines.map((line) => [
      line['number'],
      line['title'],
      onTheWall(line['submittedAt']),
      onTheWall(line['resolvedAt']),
      line['reopenCount'],
    ]),
  );
  const own = rows.find(([no]) => no === number);
  expect(own?.[1]).toBe('=1+1 & <b>tebal</b>');
  expect(toMinute(own?.[3])).toEqual({ date: '2026-11-21T03:30' });
  expect(own?.[5]).toBe(2);
  const [sheet] = await sheetsOf(clerk, { columns: 'number,title', q: number });
  expect(sheet).toMatchObject({ name: 'Tiket', frozenRows: 1, filter: 'A1:B2' });
});

test('a file says of the deadline what the ticket’s page says', async () => {
  const officer = await world.staff('Laila Safitri');
  const lines = await linesOf(officer, { columns: 'number,resolution' });
  for (const verdict of ['RUNNING', 'PAUSED', 'LATE', 'ON_TIME', 'NOT_COUNTED'] as const) {
    const line = lines.find(({ resolution }) => resolution === verdict);
    const { sla } = await officer.getTicket({ number: line?.['number'] as string });
    expect(sla.resolution).toBe(verdict);
  }
});

test('chosen entries of the history come along, notes to those alone who may read them', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Laila Safitri')];
  const { number } = await clerk.submitTicket(outage({ title: 'Perkembangan ikut' }));
  await clerk.commentOnTicket({ number, body: 'Sudah dicoba restart.' });
  await officer.commentOnTicket({ number, body: 'Rahasia dapur.', internal: true });
  await officer.actOnTicket({ number, action: 'verify' });
  const asked = { q: number, columns: 'number', progress: 'comment,note,status' };
  const [hers] = await linesOf(clerk, asked);
  expect((hers?.['progress'] as { event: string }[]).map(({ event }) => event)).toEqual([
    'submit',
    'comment',
    'verify',
  ]);
  const [all] = await linesOf(officer, asked);
  expect((all?.['progress'] as { event: string; text: string | null }[]).map(({ text }) => text)).toContain(
    'Rahasia dapur.',
  );
  const [, row] = await sheetOf(clerk, { q: number, columns: 'number', progress: 'comment' });
  expect(row?.[1]).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2} .+ menulis: Sudah dicoba restart\.$/);
  expect(await csvOf(clerk, { q: number, columns: 'number' })).not.toContain('Perkembangan');
});

test('commas where somebody chose them; contacts are masked in every format for those who may not see them', async () => {
  const [clerk, leader] = [await world.clerk(), await world.leader()];
  const { number } = await clerk.submitTicket(outage({ title: 'Satu, dua; tiga' }));
  expect(await csvOf(clerk, { q: number, columns: 'number,title', separator: 'comma' })).toBe(
    `\uFEFFNomor,Judul\r\n${number},"Satu, dua; tiga"\r\n`,
  );
  await bare(world, clerk)('get', '/exports/tickets.xlsx?separator=comma').expect(400);
  const asked = { q: number, columns: 'contactPhone' };
  const [, [shown] = []] = await sheetOf(clerk, asked);
  const [, [masked] = []] = await sheetOf(leader, asked);
  expect(shown).toBe('0840-0000-0201');
  expect(masked).not.toBe(shown);
  expect(await csvOf(leader, asked)).not.toContain('0840-0000-0201');
});

type FileOf = Omit<Parameters<Person['getReportFile']>[0], 'format'>;
const PERIOD = { from: '2026-09-01', to: '2026-11-30' };

test('a report leaves as it stands on its page: as CSV, as a workbook of three sheets, and in the reader’s own scope', async () => {
  const [leader, clerk] = [await world.leader(), await world.clerk()];
  const asked: FileOf = { report: 'by-skpd', ...PERIOD };
  const table = tabulate(await leader.getReport(asked), 'id');
  const csv = Buffer.from(await (await leader.getReportFile({ format: 'csv', ...asked })).arrayBuffer()).toString(
    'utf8',
  );
  const [head, ...lines] = csv.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(head).toContain('SKPD;Masuk (tiket)');
  expect(lines).toHaveLength(table.rows.length + (table.totals ? 1 : 0) + (table.confidential ? 1 : 0));
  expect(lines.at(-1)).toMatch(new RegExp(`^Jumlah;${String(table.totals?.[0]?.value)};`));

  const response = await leader.getReportFile({ format: 'xlsx', ...asked });
  expect(response.headers.get('content-disposition')).toContain('laporan-by-skpd-2026-09-01-2026-11-30.xlsx');
  const [figures, definitions, parameters] = await readWorkbook(await response.arrayBuffer());
  expect([figures?.name, definitions?.name, parameters?.name]).toEqual(['Angka', 'Definisi', 'Parameter']);
  expect(figures?.rows.slice(1, 1 + table.rows.length).map(([, ...cells]) => cells)).toEqual(
    table.rows.map(({ cells }) => cells.map(({ value }) => value)),
  );
  expect(definitions?.rows).toContainEqual([table.definitions[0]?.label, table.definitions[0]?.text, 1]);
  expect(parameters?.rows).toContainEqual(['Periode', '2026-09-01 – 2026-11-30']);

  // An SKPD has the very same report, of its own tickets alone.
  const [own] = await readWorkbook(await (await clerk.getReportFile({ format: 'xlsx', ...asked })).arrayBuffer());
  expect(own?.rows.slice(1, -1)).toHaveLength(1);
  await bare(world, leader)('get', '/reports/by-skpd.docx').expect(404);
  await bare(world, leader)('get', '/reports/nothing.csv').expect(404);
});

test('a report on paper carries its rows inside, with the hash that is printed, and they add up to its totals', async () => {
  const leader = await world.leader();
  const since = await lastEntryId(world);
  const response = await leader.getReportFile({ report: 'by-category', format: 'pdf', ...PERIOD });
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const paper = await readPdf(bytes);
  const [inside] = paper.files;
  const hash = createHash('sha256')
    .update(inside?.text ?? '')
    .digest('hex');
  const text = paper.text.replace(/\s+/g, '');
  expect(text).toContain(hash);
  expect(text).toContain('1September2026sampai30November2026');
  const { report } = JSON.parse(inside?.text ?? '{}') as { report: Report };
  const received = report.rows.map(({ cells }) => Number(cells['received']));
  expect(received.reduce((sum, count) => sum + count, 0)).toBe(report.totals?.['received']);
  const table = tabulate(report, 'id');
  for (const { label, cells } of table.rows) {
    expect(text).toContain(label.replace(/\s+/g, ''));
    for (const cell of cells) expect(text).toContain(cellText(cell, 'id').replace(/\s+/g, ''));
  }
  // Whoever holds the paper has it added up again, without an account; a doctored one shows.
  const anybody = createClient((place, init) => fetch(`${world.cms.url}/api/ticketing${place}`, init));
  const fileOf = (part: Uint8Array) => ({ name: 'laporan.pdf', blob: new Blob([Buffer.from(part)]) });
  const checked = await anybody.verifyFile({ file: fileOf(bytes) });
  const sum = report.totals?.['received'];
  expect(checked).toMatchObject({ verdict: 'REPORT', document: null, report: { sha256: hash, from: PERIOD.from } });
  expect(checked.report?.totals).toContainEqual({ measure: 'received', stated: sum, added: sum });
  expect(checked.report?.totals.every(({ stated, added }) => stated === added)).toBe(true);
  const inAPdf = (said: string) =>
    Buffer.from(`%PDF-1.7\n1 0 obj\n<<\n/Type /EmbeddedFile\n/Length ${Buffer.byteLength(said)}\n>>\nstream\n${said}`);
  const doctored = JSON.stringify({ report: { ...report, totals: { ...report.totals, received: Number(sum) + 1 } } });
  expect((await anybody.verifyFile({ file: fileOf(inAPdf(doctored)) })).report?.totals).toContainEqual({
    ...{ measure: 'received', stated: Number(sum) + 1, added: sum },
  });
  for (const said of ['{"report":', '{"report":{"rows":[]}}', 'x'])
    expect(await anybody.verifyFile({ file: fileOf(inAPdf(said)) })).toEqual({ verdict: 'UNKNOWN', document: null });
  for (const { label } of table.definitions) expect(text).toContain(`${label.replace(/\s+/g, '')}.`);
  expect(paper.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  const [entry] = await entriesSince(world, since, 'export');
  expect(entry).toMatchObject({
    actor_name: leader.name,
    payload: { after: { format: 'pdf', report: 'by-category' } },
  });
});

test('an officer takes away the own month as proof: figures, activities, tickets and their Berita Acara', async () => {
  const [clerk, officer, leader] = [await world.clerk(), await world.staff('Galih Ramadhan'), await world.leader()];
  const { number } = await clerk.submitTicket(outage({ title: 'Pekerjaan untuk bukti kinerja' }));
  const chief = await world.staff('Laila Safitri');
  await chief.actOnTicket({ number, action: 'assign', assignee: (await officer.getMe({})).actor.id });
  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Konektor diganti.', effortMinutes: 45 });
  await officer.readDocument({ number, kind: 'completion-report' });
  const { submittedAt } = await officer.getTicket({ number });
  const month = new Date(Date.parse(submittedAt) + 7 * 3_600_000).toISOString().slice(0, 7);
  const [summary, work, activities] = await readWorkbook(
    await (await officer.getPerformanceFile({ format: 'xlsx', month })).arrayBuffer(),
  );
  expect(summary?.rows).toContainEqual(['Petugas', 'Galih Ramadhan']);
  const line = work?.rows.find(([own]) => own === number);
  expect(line).toContain('Konektor diganti.');
  expect(line?.at(-1)).toMatch(/^[0-9A-Z-]{10,}$/);
  expect(activities?.rows.map(([what]) => what)).toContain('Menyelesaikan pekerjaan');
  const paper = await readPdf(
    new Uint8Array(await (await officer.getPerformanceFile({ format: 'pdf', month })).arrayBuffer()),
  );
  expect(paper.text).toContain('BUKTI KINERJA');
  expect(paper.text.replace(/\s+/g, ' ')).toContain('Galih Ramadhan');
  await expect(leader.getPerformanceFile({ format: 'pdf', month })).rejects.toMatchObject({ code: 'notAllowed' });
});

test('thousands of tickets leave whole, and whoever goes away ends the query', async () => {
  await world.database
    .query(`insert into tickets (document_id, number, title, description, status, priority, impact, urgency, channel, category_id, skpd_id, contact_name, contact_phone, form, is_confidential, submitted_at, created_at, updated_at, published_at, reopen_count, paused_minutes, is_paused, is_short_notice)
    select md5(n::text), 'TIK-2001-' || lpad(n::text, 5, '0'), 'Tiket banyak ' || n, repeat('Uraian panjang ', 300), 'NEW', 'LOW', 'SMALL', 'LOW', 'WEB', t.category_id, t.skpd_id, 'Ratih', '0840', '[]', false, now() - interval '400 days', now(), now(), now(), 0, 0, false, false
    from generate_series(1, 3000) n, (select category_id, skpd_id from tickets where skpd_id = (select id from skpd where code = 'DISDIKBUD') limit 1) t`);
  const clerk = await world.clerk();
  const all = await linesOf(clerk, { columns: 'number,description', q: 'banyak' });
  expect(new Set(all.map(({ number }) => number)).size).toBe(3000);
  const [, ...rows] = await sheetOf(clerk, { columns: 'number', q: 'banyak' });
  expect(new Set(rows.map(([number]) => number)).size).toBe(3000);

  const busy = async () =>
    (
      await world.database.query(
        "select pid from pg_stat_activity where datname = current_database() and (query like 'fetch%' or query like 'declare%') and state <> 'idle'",
      )
    ).rowCount;
  await new Promise<void>((resolve) => {
    const request = http.get(
      `${world.cms.url}/api/ticketing/exports/tickets.jsonl?columns=number,description`,
      { headers: { authorization: `Bearer ${clerk.token}` } },
      (response) => {
        response.once('data', () => {
          response.pause();
          setTimeout(() => {
            request.destroy();
            resolve();
          }, 300);
        });
      },
    );
  });
  const patience = Date.now() + 10_000;
  while ((await busy()) !== 0 && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await busy()).toBe(0);
  // Its place is free again: more exports than run at once are all answered, one after the other.
  for (let turn = 0; turn < 6; turn += 1)
    expect((await linesOf(clerk, { columns: 'number', q: 'banyak' })).length).toBe(3000);
});
