import { createHash } from 'node:crypto';
import http from 'node:http';
import { createClient } from 'strapi-plugin-ticketing/client';
import { cellText, type Report, tabulate } from 'strapi-plugin-ticketing/domain';
import { entriesSince, lastEntryId } from '../../support/entries';
import { readPdf } from '../../support/pdf';
import { bare, outage } from '../../support/world';
import { readWorkbook } from '../../support/xlsx';
import { linesOf, world } from './stage';
import { type FileOf, sheetOf } from './workbook';

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
