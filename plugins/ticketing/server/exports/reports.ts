import {
  fileRows,
  reportCsv,
  tabulate,
  wibInstant,
  words,
  type Days,
  type Language,
  type ReportTable,
  type Unit,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import { Refusal } from '../../domain';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { reportDocument } from '../documents/report';
import { readReport } from '../reports/read';
import { workbook, XLSX_MIME, type Sheet, type SheetColumn } from '../sheets/workbook';
import { writeDown } from './record';

export interface MadeFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

const FORMATS: Partial<Record<Unit, NonNullable<SheetColumn['format']>>> = {
  count: 'whole',
  minutes: 'whole',
  wholeMinutes: 'whole',
  percent: 'percent',
  rating: 'decimal',
  day: 'day',
};

/** The table as fileRows has it, as a sheet: its columns' formats stand where every number of a column is of one kind. */
function figures(table: ReportTable, language: Language): Sheet {
  const [heads = [], ...rows] = fileRows(table, language);
  const isSummary = table.report.by === 'measure';
  const formats = table.columns.flatMap(({ unit }) => {
    const format = isSummary ? undefined : FORMATS[unit];
    return table.isCompared ? [format, format] : [format];
  });
  const before = isSummary ? 2 : 1;
  return {
    name: words(language).figure.figures,
    columns: heads.map((head, place) => {
      const format = formats[place - before];
      return { header: String(head), width: place === 0 ? 44 : 18, ...(format && { format }) };
    }),
    // A day is a date to a spreadsheet, to be sorted and reckoned with.
    rows: rows.map((row) =>
      row.map((cell, place) =>
        formats[place - before] === 'day' && typeof cell === 'string' ? new Date(wibInstant(`${cell}T00:00`)) : cell,
      ),
    ),
  };
}

function sheetsOf(table: ReportTable, language: Language): Sheet[] {
  const { figure } = words(language);
  return [
    figures(table, language),
    {
      name: figure.definitions,
      columns: [
        { header: figure.name, width: 36 },
        { header: figure.meaning, width: 110 },
        { header: figure.version, width: 10 },
      ],
      rows: table.definitions.map(({ label, text, version }) => [label, text, version]),
    },
    {
      name: figure.parameters,
      columns: [
        { header: figure.name, width: 36 },
        { header: figure.value, width: 80 },
      ],
      rows: [
        ...table.aside.map(({ label, cell }) => [label, cell.value] as const),
        ...table.parameters,
        ...table.notes.map((note) => [figure.note, note] as const),
      ],
    },
  ];
}

type Asked = Parsed<'getReportFile'>;

/** A report as a file, of the very object that its page shows. A paper is in Indonesian, as all of them are. */
export async function reportFile(
  desk: Desk,
  caller: Caller,
  { format, separator, ...asked }: Asked,
): Promise<MadeFile & { readonly days: Days }> {
  const language = format === 'pdf' ? 'id' : caller.language;
  const report = await readReport(desk, { ...caller, language }, asked);
  const table = tabulate(report, language);
  const { from, to } = report;
  const name = `laporan-${report.report}-${from}-${to}.${format}`;
  const bytes =
    format === 'pdf'
      ? await reportDocument(desk, caller, name, table)
      : format === 'xlsx'
        ? await workbook(sheetsOf(table, language))
        : Buffer.from(reportCsv(table, language, separator ?? 'semicolon'));
  const mime = { pdf: 'application/pdf', xlsx: XLSX_MIME, csv: 'text/csv; charset=utf-8' }[format];
  return { name, mime, bytes, days: { from, to } };
}

/** A report to take away; that it was is written down. */
export async function exportReport(desk: Desk, caller: Caller, request: Asked): Promise<MadeFile> {
  const { format, separator, ...asked } = request;
  if (separator && format !== 'csv')
    throw new Refusal('unknownParameter', { issues: [{ field: 'separator', code: 'unknown' }] });
  const { days, ...file } = await reportFile(desk, caller, request);
  await writeDown(desk, caller, 'reports', { format, ...asked, ...days });
  return file;
}
