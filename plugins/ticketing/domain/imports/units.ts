import type { CsvLine } from '../csv';
import { LIMITS } from '../limits';
import { UNIT_CODE, UNIT_LISTS, UNIT_NAME } from '../units';
import type { ImportFault } from './faults';
import { ListLine, listColumns, type ListColumn } from './list-line';

/** What a column of a list of units holds. */
export const UNIT_FIELDS = ['code', 'name', 'shortName', 'kind', 'parent', 'workDays', 'aliases'] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];

/** Heads of such a list, as offices write them. */
const HEADS: Readonly<Record<string, UnitField>> = {
  kode: 'code',
  'kode skpd': 'code',
  code: 'code',
  nama: 'name',
  'nama skpd': 'name',
  'perangkat daerah': 'name',
  name: 'name',
  singkatan: 'shortName',
  'short name': 'shortName',
  jenis: 'kind',
  kind: 'kind',
  induk: 'parent',
  parent: 'parent',
  'hari kerja': 'workDays',
  'work days': 'workDays',
  alias: 'aliases',
  'nama lain': 'aliases',
  aliases: 'aliases',
};
export type UnitColumn = ListColumn<UnitField>;
export const unitColumnsOf = (heads: readonly string[]): UnitColumn[] => listColumns(HEADS, heads);
/** Without code and name no line becomes a unit. */
export const missingUnitColumns = (columns: readonly UnitColumn[]): UnitField[] =>
  (['code', 'name'] as const).filter((field) => !columns.some((column) => column.field === field));

/** A unit as a list has it; its code is by what it is known again. */
export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: string | null;
  readonly parent: string | null;
  readonly workDays: number;
  readonly aliases: readonly string[];
}
export type JudgedUnit = { readonly unit: ListedUnit } | { readonly faults: readonly ImportFault[] };

/**
 * What one line of a list of units is. `lines` has the codes of the lines before it, `isThere` tells of a code that such
 * a unit exists: a parent is there already or stands above. Other names are divided by a bar, or by a comma.
 */
export function judgeUnit(
  line: CsvLine,
  columns: readonly UnitColumn[],
  lines: ReadonlyMap<string, number>,
  isThere: (code: string) => boolean,
): JudgedUnit {
  if (line.fault) return { faults: [{ line: line.line, code: line.fault, column: '', value: '' }] };
  const reader = new ListLine(line, columns);
  const code = reader.code('code', UNIT_CODE, lines) ?? '';
  const name = reader.text('name', UNIT_NAME) ?? '';
  if (name === '') reader.fault('required', 'name');
  const parent = reader.cell('parent').value.toUpperCase() || null;
  if (parent !== null && (parent === code || !(isThere(parent) || lines.has(parent))))
    reader.fault('unknownParent', 'parent');
  const workDays = Number(reader.cell('workDays').value || 5);
  if (![5, 6, 7].includes(workDays)) reader.fault('wrongDays', 'workDays');
  const aliases = reader
    .cell('aliases')
    .value.split(/[|,]/)
    .map((alias) => alias.trim())
    .filter(Boolean);
  if (aliases.length > UNIT_LISTS.aliases) reader.fault('tooLong', 'aliases', UNIT_LISTS.aliases);
  else if (aliases.some((alias) => alias.length > LIMITS.name)) reader.fault('tooLong', 'aliases', LIMITS.name);
  const [shortName, kind] = [reader.text('shortName', LIMITS.name), reader.text('kind', LIMITS.name)];
  const { faults } = reader;
  return faults.length > 0 ? { faults } : { unit: { code, name, shortName, kind, parent, workDays, aliases } };
}
