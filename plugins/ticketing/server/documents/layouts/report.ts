import type { Content, TableCell } from 'pdfmake/interfaces';
import type { DocumentContent } from '../content';
import { chartSvg } from './chart';
import { paper, textWidth, titleBlock } from './frame';
import { caption, cut, facts, heading, LONGEST, paragraph, table } from './parts';

/** From so many columns on a paper lies on its long side. */
const WIDE = 6;
/** Points a number needs at least. */
const LABEL = 150;
const FONTS = { few: 9, many: 7.5 } as const;

/** A report: what it is of, its picture, its table, and at the end what every number means. */
export function reportPaper({ frame, body }: DocumentContent<'report'>) {
  const isWide = body.columns.length >= WIDE;
  const isList = body.columns.some(({ isText }) => isText);
  const width = textWidth(frame.identity, isWide);
  const fontSize = body.columns.length > WIDE * 1.5 ? FONTS.many : FONTS.few;
  const numbers = (cells: readonly string[], more: object = {}): TableCell[] =>
    cells.map((text, place) => ({
      text: cut(text, LONGEST.cell),
      alignment: body.columns[place]?.isText ? 'left' : 'right',
      ...more,
    }));
  const rows = body.rows.map(({ label, isBelow, isSmall, cells }): TableCell[] => [
    { text: `${label}${isSmall ? ' *' : ''}`, margin: [isBelow ? 10 : 0, 0, 0, 0] },
    ...numbers(cells),
  ]);
  const sums = body.sums.map(({ label, cells }): TableCell[] => [
    { text: label, bold: true },
    ...numbers(cells, { bold: true }),
  ]);
  const { attachment } = body;
  return paper(
    frame,
    `${body.title} ${body.subtitle[0] ?? ''}`.trim(),
    [
      titleBlock([body.title.toUpperCase()]),
      ...body.subtitle.map((text): Content => ({ text, alignment: 'center', margin: [0, 0, 0, 2] })),
      ...(body.chart ? [{ svg: chartSvg(body.chart, width), font: 'Arimo', margin: [0, 10, 0, 8] } as Content] : []),
      ...(body.facts.length > 0 ? [{ stack: [facts(body.facts)], margin: [0, 8, 0, 4] } as Content] : []),
      body.rows.length === 0
        ? paragraph('Tidak ada tiket dalam periode ini.', { margin: [0, 12, 0, 6] })
        : table(
            [isList ? 'auto' : LABEL, ...body.columns.map(() => '*' as const)],
            [body.heading, ...body.columns.map(({ label }) => label)],
            [...rows, ...sums],
            { fontSize },
          ),
      ...body.notes.map((text): Content => paragraph(text, { fontSize: 8.5, margin: [0, 3, 0, 2] })),
      heading('Definisi'),
      ...body.definitions.map(({ label, text }): Content => ({
        text: [{ text: `${label}. `, bold: true }, text],
        fontSize: 8.5,
        margin: [0, 0, 0, 3],
      })),
      heading('Parameter'),
      { stack: [facts(body.parameters)], fontSize: 8.5 },
      {
        unbreakable: true,
        fontSize: 8.5,
        stack: [
          caption('Data di dalam berkas ini'),
          paragraph(
            `Baris, parameter, dan definisi laporan ini ikut sebagai lampiran ${attachment.name} di dalam berkas PDF, sehingga siapa pun dapat menjumlahkannya kembali.`,
            { margin: [0, 0, 0, 2] },
          ),
          { text: ['SHA-256 lampiran: ', { text: attachment.sha256, bold: true }] },
        ],
      },
    ],
    {
      isWide,
      files: [{ name: attachment.name, description: `Data ${body.title}`, text: attachment.text }],
    },
  );
}
