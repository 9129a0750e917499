import type { CsvLine } from '../csv';
import { fold } from '../text';
import { oneLine, type ImportFault, type ImportFaultCode } from './faults';

/** A column of a list of master data: its place, its head, and what it holds; null where its head says nothing. */
export interface ListColumn<Field extends string> {
  readonly place: number;
  readonly head: string;
  readonly field: Field | null;
}
/** Columns by their heads as offices write them; capitals, marks and spaces do not matter. */
export const listColumns = <Field extends string>(
  names: Readonly<Record<string, Field>>,
  heads: readonly string[],
): ListColumn<Field>[] =>
  heads.map((head, place) => ({ place, head: oneLine(head).trim(), field: names[fold(head)] ?? null }));

/** One line of such a list with its faults, being read. */
export class ListLine<Field extends string> {
  readonly faults: ImportFault[] = [];
  constructor(
    readonly line: CsvLine,
    readonly columns: readonly ListColumn<Field>[],
  ) {}

  cell(field: Field): { readonly column: string; readonly value: string } {
    const column = this.columns.find((each) => each.field === field);
    return { column: column?.head ?? field, value: column ? (this.line.cells[column.place] ?? '').trim() : '' };
  }
  fault(code: ImportFaultCode, field: Field, limit?: number | string): void {
    const { column, value } = this.cell(field);
    this.faults.push({ line: this.line.line, code, column, value: oneLine(value), ...(limit && { limit }) });
  }
  text(field: Field, longest: number): string | null {
    const { value } = this.cell(field);
    if (value.length > longest) this.fault('tooLong', field, longest);
    return oneLine(value, longest).trim() || null;
  }
  /** A code in capitals, unlike those of the lines before it; null, with a fault, where it is none. */
  code(field: Field, format: RegExp, lines: ReadonlyMap<string, number>): string | null {
    const code = this.cell(field).value.toUpperCase();
    const before = lines.get(code);
    if (code === '') this.fault('required', field);
    else if (!format.test(code)) this.fault('wrongCode', field);
    else if (before !== undefined) this.fault('twice', field, before);
    else return code;
    return null;
  }
}
