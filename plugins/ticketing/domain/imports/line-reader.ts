import type { CsvLine } from '../csv';
import { PRIORITIES } from '../priority';
import { CHANNELS } from '../request';
import { isEnded, STATUSES } from '../status';
import type { FormAnswer } from '../views';
import { cellsOf, type ImportColumn, type Wording } from './columns';
import { oneLine, plainText, type ImportFault, type ImportFaultCode } from './faults';
import { SOURCE_LIMITS, type ImportField, type WordedField } from './fields';
import type { ImportMapping } from './mapping';
import { momentIn } from './moments';
import { endOf, type Times } from './ticket';

/** What there is here, by any of its names: answers the code, or null. */
export interface ImportGround {
  readonly unit: (text: string) => string | null;
  readonly service: (text: string) => string | null;
}

const CODES: Readonly<Record<Exclude<WordedField, 'category' | 'unit'>, readonly string[]>> = {
  status: STATUSES,
  priority: PRIORITIES,
  channel: CHANNELS,
};
const UNKNOWN = {
  status: 'unknownStatus',
  priority: 'unknownPriority',
  category: 'unknownCategory',
  unit: 'unknownUnit',
  channel: 'unknownChannel',
} as const satisfies Record<WordedField, ImportFaultCode>;

/** One line with its faults, being read. */
export class LineReader {
  readonly faults: ImportFault[] = [];
  constructor(
    readonly line: CsvLine,
    readonly columns: readonly ImportColumn[],
    readonly mapping: ImportMapping,
    readonly wording: Wording,
    readonly ground: ImportGround,
  ) {}

  /** The first filled cell of a field, or its first column with nothing in it. */
  private cell(field: ImportField): { readonly column: string; readonly value: string } {
    const cells = cellsOf(this.columns, field).map(({ place, head }) => ({
      column: head,
      value: (this.line.cells[place] ?? '').trim(),
    }));
    return cells.find(({ value }) => value !== '') ?? cells[0] ?? { column: field, value: '' };
  }
  private fault(code: ImportFaultCode, { column, value }: { column: string; value: string }, limit?: number): void {
    this.faults.push({ line: this.line.line, code, column, value: oneLine(value), ...(limit && { limit }) });
  }

  text(field: ImportField, longest: number): string {
    const cell = this.cell(field);
    const value = plainText(cell.value);
    if (value.length > longest) this.fault('tooLong', cell, longest);
    return value;
  }
  demanded(field: ImportField, longest: number): string {
    const value = this.text(field, longest);
    if (value === '') this.fault('required', this.cell(field));
    return value;
  }
  fitting(field: ImportField, longest: number, format: RegExp, code: ImportFaultCode): string {
    const value = this.text(field, longest);
    if (value !== '' && value.length <= longest && !format.test(value)) this.fault(code, this.cell(field));
    return value;
  }
  moment(field: ImportField): number | null {
    const cell = this.cell(field);
    if (cell.value === '' || /^[-–—]+$/.test(cell.value)) return null;
    const at = momentIn(cell.value, this.mapping.dateOrder);
    if (at === null) this.fault('wrongDate', cell);
    return at;
  }
  /** One of our codes for another system's word; null where there is none, which is a fault unless it may be empty. */
  code(field: WordedField, mayBeEmpty = false): string | null {
    const cell = this.cell(field);
    const given = cell.value || (this.mapping.defaults[field] ?? '');
    if (given === '') {
      if (!mayBeEmpty) this.fault('requiredWord', cell);
      return null;
    }
    const ours = this.wording(field, given);
    const code =
      field === 'unit' || field === 'category'
        ? (field === 'unit' ? this.ground.unit : this.ground.service)(ours)
        : (CODES[field].find((each) => each === ours) ?? null);
    if (code === null) this.fault(UNKNOWN[field], { ...cell, value: given });
    return code;
  }
  extras(): FormAnswer[] {
    const { line } = this;
    return cellsOf(this.columns, 'extra')
      .map(({ head, place }) => ({ head, place, value: (line.cells[place] ?? '').trim() }))
      .filter(({ value }) => value !== '')
      .slice(0, SOURCE_LIMITS.extras)
      .map(({ head, place, value }) => {
        if (value.length > SOURCE_LIMITS.extra) this.fault('tooLong', { column: head, value }, SOURCE_LIMITS.extra);
        return { key: `asal-${place + 1}`, label: head, value };
      });
  }
  /** What ends before it begins, or has yet to come, was mistyped. */
  order(ticket: Times, now: number): void {
    if (ticket.submittedAt > now) this.fault('inFuture', this.cell('submittedAt'));
    if (!isEnded(ticket.status)) return;
    const at = endOf(ticket);
    const field = (['resolvedAt', 'closedAt', 'updatedAt'] as const).find((each) => ticket[each] !== null);
    if (at === null || !field) return this.fault('noEnd', this.cell('resolvedAt'));
    // Of two days without hours the same noon is meant.
    if (at < ticket.submittedAt) this.fault('endsBeforeStart', this.cell(field));
    else if (at > now) this.fault('inFuture', this.cell(field));
  }
}
