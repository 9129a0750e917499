import { createHash } from 'node:crypto';
import { cellText, chartOf, writtenDay, writtenMoment, words, type ReportTable, type TableCell } from '../../domain';
import { canonical } from '../audit/entries';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { frameOf } from './issue';
import { render } from './render/pool';

/** What travels inside the paper, in one order of keys, so that its hash can be reckoned by anybody. */
const attachmentOf = ({ report, definitions, parameters }: ReportTable): string =>
  canonical(JSON.parse(JSON.stringify({ report, definitions, parameters })));

const told = (cells: readonly TableCell[]): string[] => cells.map((cell) => cellText(cell, 'id'));

/** Words of a paper that is more than its report. */
export interface Dress {
  readonly title?: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
}

/** A report on paper, in Indonesian as all papers are; `table` is made for that language. */
export async function reportDocument(
  desk: Desk,
  caller: Caller,
  name: string,
  table: ReportTable,
  { title = table.title, facts = [] }: Dress = {},
): Promise<Uint8Array> {
  const { report } = table;
  const { figure, comparison } = words('id');
  const identity = await desk.identity();
  const text = attachmentOf(table);
  return render({
    kind: 'report',
    frame: await frameOf({ desk, caller, identity }, 'PRINTOUT', null),
    body: {
      title,
      subtitle: [
        `${writtenDay(report.from)} sampai ${writtenDay(report.to)}`,
        ...(report.comparison
          ? [
              `Pembanding: ${comparison[report.comparison.kind].toLowerCase()}, ${writtenDay(report.comparison.from)} sampai ${writtenDay(report.comparison.to)}`,
            ]
          : []),
        ...table.narrowed.map(([of, value]) => `${of}: ${value}`),
        `Keadaan pada ${writtenMoment(Date.parse(report.asOf))}`,
      ],
      heading: table.heading,
      facts: [...facts, ...table.aside.map(({ label, cell }) => [label, cellText(cell, 'id')] as const)],
      columns: table.columns.map(({ label, unit }) => ({ label, isText: unit === 'text' })),
      rows: table.rows.map(({ label, isBelow, isSmall, cells }) => ({ label, isBelow, isSmall, cells: told(cells) })),
      sums: [
        ...(table.confidential ? [{ label: figure.confidential, cells: told(table.confidential) }] : []),
        ...(table.totals ? [{ label: figure.total, cells: told(table.totals) }] : []),
      ],
      chart: chartOf(table),
      notes: table.notes,
      definitions: table.definitions,
      parameters: table.parameters,
      attachment: {
        name: name.replace(/\.pdf$/, '.json'),
        text,
        sha256: createHash('sha256').update(text).digest('hex'),
      },
    },
  });
}
