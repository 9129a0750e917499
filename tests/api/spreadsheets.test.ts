import { REPORTS, tabulate, type Report, type ReportTable } from 'strapi-plugin-ticketing/domain';
import { openInOffice } from '../support/office-program';
import { openWorld, outage, type Person, type World } from '../support/world';
import type { ReadCell } from '../support/xlsx';

/** Every file is opened by LibreOffice, and must show what our own answers say: cell by cell, number by number. */

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const COLUMNS = 'number,title,submittedAt,resolvedAt,reopenCount';
/** Titles that a spreadsheet would like to understand, or to cut. */
const TITLES = [
  '=1+1 dihitung',
  '+62 bukan nomor',
  '-5 derajat di ruang server',
  '@SUM(A1) di loket',
  'Koma, titik koma; "kutip" dan <b>tebal</b> & ámpersand',
  'Dua  spasi, tanda ₿ dan 🖨️ serta baris yang panjang',
];
const guarded = (title: string): string => (/^[=+\-@]/.test(title) ? `'${title}` : title);
const onTheWall = (at: unknown): ReadCell =>
  typeof at === 'string' ? { date: new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16) } : null;
const padded = (row: readonly ReadCell[], length: number): ReadCell[] =>
  Array.from({ length }, (_, index) => (row[index] === '' ? null : (row[index] ?? null)));

const bytesOf = async (answer: Promise<Response>): Promise<ArrayBuffer> => (await answer).arrayBuffer();

test('LibreOffice shows of a list what the desk says, as workbook and as CSV', async () => {
  const clerk = await world.clerk();
  for (const title of TITLES) await clerk.submitTicket(outage({ title }));
  const leader = await world.leader();
  const asked = { columns: COLUMNS, sort: 'number' } as const;
  const lines = (await (await leader.exportTickets({ format: 'jsonl', ...asked })).text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => line['title'])).toEqual(expect.arrayContaining(TITLES));
  const opened = await openInOffice({
    'tiket.xlsx': await bytesOf(leader.exportTickets({ format: 'xlsx', ...asked })),
    'tiket.csv': await bytesOf(leader.exportTickets({ format: 'csv', ...asked })),
  });
  const expected = (titleOf: (title: string) => string) =>
    lines.map((line) => [
      line['number'],
      titleOf(String(line['title'])),
      onTheWall(line['submittedAt']),
      onTheWall(line['resolvedAt']),
      line['reopenCount'],
    ]);
  for (const [name, titleOf] of [
    ['tiket.xlsx', (title: string) => title],
    ['tiket.csv', guarded],
  ] as const) {
    const [head, ...rows] = opened[name]?.[0]?.rows ?? [];
    expect(head?.slice(0, 5)).toEqual(['Nomor', 'Judul', 'Diajukan (WIB)', 'Selesai (WIB)', 'Dibuka kembali (kali)']);
    expect(rows.map((row) => padded(row, 5))).toEqual(expected(titleOf));
  }
});

const figuresOf = ({ rows, confidential, totals }: ReportTable): ReadCell[][] =>
  [...rows.map(({ cells }) => cells), ...(confidential ? [confidential] : []), ...(totals ? [totals] : [])].map(
    (cells) =>
      cells.map(({ value, unit }): ReadCell => (unit === 'day' && value !== null ? { date: String(value) } : value)),
  );

async function fileOf(person: Person, report: Report['report'], format: 'xlsx' | 'csv'): Promise<ArrayBuffer> {
  return bytesOf(person.getReportFile({ report, format, from: '2026-09-01', to: '2026-11-30' }));
}

test('LibreOffice shows of every report the figures of its page', async () => {
  const leader = await world.leader();
  const opened = await openInOffice(
    Object.fromEntries(
      await Promise.all(
        REPORTS.flatMap((report) =>
          (['xlsx', 'csv'] as const).map(
            async (format) => [`${report}.${format}`, await fileOf(leader, report, format)] as const,
          ),
        ),
      ),
    ),
  );
  for (const report of REPORTS) {
    const table = tabulate(await leader.getReport({ report, from: '2026-09-01', to: '2026-11-30' }), 'id');
    const figures = figuresOf(table);
    for (const format of ['xlsx', 'csv'] as const) {
      const [, ...rows] = opened[`${report}.${format}`]?.[0]?.rows ?? [];
      // Beside the names; a summary's numbers have units of their own there.
      const from = table.report.by === 'measure' ? 2 : 1;
      const width = table.columns.length;
      expect([report, format, rows.map((row) => padded(row.slice(from), width))]).toEqual([report, format, figures]);
    }
  }
});
