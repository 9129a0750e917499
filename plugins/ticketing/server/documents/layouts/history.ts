import type { Content, TableCell } from 'pdfmake/interfaces';
import { wibText } from '../../../domain';
import type { DocumentContent, HistoryPart } from '../content';
import { paper, titleBlock } from './frame';
import { cut, facts, fileList, formFacts, heading, LONGEST, paragraph, table, type Fact } from './parts';
import { moment, ticketFacts } from './ticket-facts';

/** Most entries and characters of a history on paper; the rest is counted, and stays in the system. */
const MOST = { entries: 400, characters: 120_000 } as const;

/** A row of up to so many characters surely fits on one page. */
const FITS_A_PAGE = 800;

const entryText = ({ text, facts: told }: HistoryPart, longest: number): string =>
  [text && cut(text, longest), ...told.map(([name, value]) => `${name}: ${cut(value, LONGEST.cell)}`)]
    .filter(Boolean)
    .join('\n');

/** Entries as rows, the oldest first, until the paper is full; then how many are left. */
export function entryTable(entries: readonly HistoryPart[], longest: number = LONGEST.answer): Content[] {
  const rows: TableCell[][] = [];
  let [characters, longestRow] = [0, 0];
  for (const entry of entries.slice(0, MOST.entries)) {
    const text = entryText(entry, longest);
    characters += text.length;
    longestRow = Math.max(longestRow, text.length);
    if (characters > MOST.characters) break;
    rows.push([
      { text: wibText(entry.at) },
      { text: cut(entry.by, LONGEST.cell) },
      {
        stack: [
          { text: entry.isInternal ? `${entry.what} (internal)` : entry.what, bold: true },
          ...(text ? [{ text }] : []),
        ],
      },
    ]);
  }
  const left = entries.length - rows.length;
  return [
    table([97, 100, '*'], ['Waktu', 'Pelaku', 'Kejadian'], rows, {
      fontSize: 9,
      dontBreakRows: longestRow <= FITS_A_PAGE,
    }),
    ...(left > 0
      ? [
          paragraph(`${left.toLocaleString('id-ID')} kejadian berikutnya tidak dicetak; seluruhnya ada di sistem.`, {
            margin: [0, 8, 0, 6],
          }),
        ]
      : []),
  ];
}

/** A ticket and all that happened to it, as far as who prints it may read. */
export function history({ frame, body }: DocumentContent<'history'>) {
  const { ticket, contact } = body;
  const given: Fact[] = formFacts(body.form);
  return paper(frame, `Riwayat Tiket ${ticket.number}`, [
    titleBlock(['RIWAYAT TIKET']),
    facts([
      ...ticketFacts(frame, ticket),
      ['Status', body.status],
      ['Prioritas', ticket.priority],
      ['Petugas', body.assignee],
      ['Diajukan', moment(ticket.submittedAt)],
      ['Selesai', moment(body.resolvedAt)],
      ['Narahubung', `${contact.name}, ${contact.phone}`],
    ]),
    heading('Uraian permohonan'),
    paragraph(body.description, { alignment: 'left' }),
    ...(given.length ? [heading('Isian formulir layanan'), facts(given, 180)] : []),
    ...(body.result ? [heading('Hasil pekerjaan'), paragraph(body.result, { alignment: 'left' })] : []),
    heading('Lampiran'),
    fileList(body.files),
    heading('Riwayat'),
    ...entryTable(body.entries),
  ]);
}
