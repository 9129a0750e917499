import type { CsvLine } from '../csv';
import { LIMITS } from '../limits';
import { fold } from '../text';
import { UNIT_CODE, UNIT_LISTS, UNIT_NAME } from '../units';
import { oneLine, type ImportFault, type ImportFaultCode } from './faults';

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
export interface UnitColumn {
  readonly place: number;
  readonly head: string;
  readonly field: UnitField | null;
}
export const unitColumnsOf = (heads: readonly string[]): UnitColumn[] =>
  heads.map((head, place) => ({ place, head: oneLine(head).trim(), field: HEADS[fold(head)] ?? null }));
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
  const faults: ImportFault[] = [];
  const cell = (field: UnitField) => {
    const column = columns.find((each) => each.field === field);
    return { column: column?.head ?? field, value: column ? (line.cells[column.place] ?? '').trim() : '' };
  };
  const fault = (code: ImportFaultCode, field: UnitField, limit?: number): void => {
    const { column, value } = cell(field);
    faults.push({ line: line.line, code, column, value: oneLine(value), ...(limit && { limit }) });
  };
  const text = (field: UnitField, longest: number): string | null => {
    const { value } = cell(field);
    if (value.length > longest) fault('tooLong', field, longest);
    return oneLine(value, longest) || null;
  };
  if (line.fault) return { faults: [{ line: line.line, code: line.fault, column: '', value: '' }] };
  const code = cell('code').value.toUpperCase();
  const before = lines.get(code);
  if (code === '') fault('required', 'code');
  else if (!UNIT_CODE.test(code)) fault('wrongCode', 'code');
  else if (before !== undefined) fault('twice', 'code', before);
  const name = text('name', UNIT_NAME) ?? '';
  if (name === '') fault('required', 'name');
  const parent = cell('parent').value.toUpperCase() || null;
  if (parent !== null && (parent === code || !(isThere(parent) || lines.has(parent)))) fault('unknownParent', 'parent');
  const workDays = Number(cell('workDays').value || 5);
  if (![5, 6, 7].includes(workDays)) fault('wrongDays', 'workDays');
  const aliases = cell('aliases')
    .value.split(/[|,]/)
    .map((alias) => alias.trim())
    .filter(Boolean);
  if (aliases.length > UNIT_LISTS.aliases) fault('tooLong', 'aliases', UNIT_LISTS.aliases);
  else if (aliases.some((alias) => alias.length > LIMITS.name)) fault('tooLong', 'aliases', LIMITS.name);
  const [shortName, kind] = [text('shortName', LIMITS.name), text('kind', LIMITS.name)];
  return faults.length > 0 ? { faults } : { unit: { code, name, shortName, kind, parent, workDays, aliases } };
}
