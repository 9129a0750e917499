import {
  cellText,
  firstDayOf,
  lastDayOf,
  Refusal,
  type ReportName,
  tabulate,
  words,
  type Report,
  type ReportTable,
  type TicketEvent,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { reading } from '../database/replica';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { reportDocument } from '../documents/report';
import { readReport } from '../reports/read';
import { workbook, XLSX_MIME, type Sheet } from '../sheets/workbook';
import { writeDown } from './record';
import type { MadeFile } from './reports';

/** Figures of a month that stand at its head, by their keys in the summary. */
const HEAD = ['resolved', 'onTime', 'responseMinutes', 'resolutionMinutes', 'effortMinutes', 'rating', 'open'] as const;
type Line = readonly [label: string, value: string];

/** What somebody did on tickets in these days, by kind, the most first. */
const activitiesOf = (desk: Desk, id: number, { from, to }: Pick<Report, 'from' | 'to'>) =>
  reading(desk.strapi, (on) =>
    rowsOf<{ event: TicketEvent; times: number }>(
      on,
      sql`select event, count(*)::int as times from audit_entries
      where subject_type = 'ticket' and actor_kind = 'staff' and actor_id = ${id}
        and wib_day(at) between ${from}::date and ${to}::date
      group by event order by times desc, event`,
    ),
  );

/** The Berita Acara in force of these tickets: ticket number to code. */
async function papersOf(desk: Desk, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ ticket_number: string; code: string }>(
    connection(desk.strapi),
    sql`select ticket_number, code from issued_documents
      where kind = 'completion-report' and replaced_at is null and ticket_number = any(${numbers})`,
  );
  return new Map(rows.map(({ ticket_number, code }) => [ticket_number, code]));
}

/** The list of completed tickets, with the code of each one's Berita Acara. */
async function withPapers(desk: Desk, table: ReportTable): Promise<ReportTable> {
  const papers = await papersOf(
    desk,
    table.rows.map(({ label }) => label),
  );
  const label = words('id').document['completion-report'];
  return {
    ...table,
    columns: [...table.columns, { key: 'paper', label, unit: 'text', measure: null }],
    rows: table.rows.map((row) => ({
      ...row,
      cells: [...row.cells, { value: papers.get(row.label) ?? null, unit: 'text', leads: null, before: null }],
    })),
  };
}

const headOf = (summary: ReportTable): Line[] => {
  const keys: readonly string[] = HEAD;
  return summary.rows
    .filter(({ code }) => keys.includes(code))
    .map(({ label, cells }) => [label, cellText(cells[0] ?? { value: null, unit: 'text' }, 'id')] as const);
};

function sheetsOf(lines: readonly Line[], activities: readonly Line[], table: ReportTable): Sheet[] {
  const { figure, performance } = words('id');
  const pairs = (name: string, rows: readonly Line[]): Sheet => ({
    name,
    columns: [
      { header: figure.name, width: 48 },
      { header: figure.value, width: 32 },
    ],
    rows,
  });
  return [
    pairs(performance.title, [...lines, ...table.parameters]),
    {
      name: words('id').report.completed,
      columns: [
        { header: table.heading, width: 18 },
        ...table.columns.map(({ label }) => ({ header: label, width: 28 })),
      ],
      rows: table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    },
    pairs(performance.activities, activities),
  ];
}

/**
 * Bukti kinerja: what the officer who asks did in a month: figures, activities, completed tickets with their Berita Acara.
 * In Indonesian, as it is filed with the office. Throws `notAllowed` for whoever is no member of staff.
 */
export async function exportPerformance(
  desk: Desk,
  caller: Caller,
  { format, month }: Parsed<'getPerformanceFile'>,
): Promise<MadeFile> {
  const { actor } = caller;
  if (actor.kind !== 'staff') throw new Refusal('notAllowed');
  const own = { ...caller, language: 'id' as const };
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  const read = (report: ReportName) => readReport(desk, own, { report, ...days, assignee: actor.id });
  const summary = tabulate(await read('summary'), 'id');
  const done = tabulate(await read('completed'), 'id');
  // Everybody in the list is the one who asks.
  const place = done.columns.findIndex(({ key }) => key === 'officer');
  const table = await withPapers(desk, {
    ...done,
    columns: done.columns.filter((_, at) => at !== place),
    rows: done.rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => at !== place) })),
  });
  const { event } = words('id');
  const activities = (await activitiesOf(desk, actor.id, days)).map(({ event: what, times }): Line => [
    event[what].replace(/^./u, (first) => first.toUpperCase()),
    String(times),
  ]);
  const lines: Line[] = [[words('id').role.OFFICER, actor.name], ...headOf(summary)];
  const name = `bukti-kinerja-${month}.${format}`;
  const bytes =
    format === 'xlsx'
      ? await workbook(sheetsOf(lines, activities, table))
      : await reportDocument(desk, own, name, table, {
          title: words('id').performance.title,
          facts: [
            ...lines,
            [words('id').performance.activities, activities.map(([what, times]) => `${what} ${times}×`).join('; ')],
          ],
        });
  await writeDown(desk, caller, 'performance', { format, month });
  return { name, mime: format === 'xlsx' ? XLSX_MIME : 'application/pdf', bytes };
}
