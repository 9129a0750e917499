import type { CsvLine } from '../csv';
import { EMAIL_FORMAT, PHONE_FORMAT } from '../form';
import { LIMITS } from '../limits';
import { PRIORITIES, type Priority } from '../priority';
import { CHANNELS, REQUEST_LIMITS, type Channel } from '../request';
import { isEnded, STATUSES, type Status } from '../status';
import type { FormAnswer } from '../views';
import { wibYear } from '../wib';
import { cellsOf, type ImportColumn, type Wording } from './columns';
import { SOURCE_LIMITS, type ImportField, type WordedField } from './fields';
import type { ImportMapping } from './mapping';
import { momentIn } from './moments';

export const IMPORT_FAULTS = [
  'required',
  'requiredWord',
  'unknownStatus',
  'unknownPriority',
  'unknownCategory',
  'unknownUnit',
  'unknownChannel',
  'wrongDate',
  'inFuture',
  'endsBeforeStart',
  'noEnd',
  'wrongEmail',
  'wrongPhone',
  'tooLong',
  'twice',
  'wrongCode',
  'unknownParent',
  'wrongDays',
  'cellTooLong',
  'tooManyCells',
  'unclosedQuote',
  'tooManyLines',
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number];
/** What is wrong with a line, in which column (by its head), and what stands there. */
export interface ImportFault {
  readonly line: number;
  readonly code: ImportFaultCode;
  readonly column: string;
  readonly value: string;
  readonly limit?: number;
}

/** A ticket of another system, in our words. Instants are epoch ms. */
export interface ImportedTicket {
  readonly line: number;
  readonly source: { readonly id: string; readonly number: string };
  readonly title: string;
  readonly description: string;
  readonly status: Status;
  /** Null: what the service gives. */
  readonly priority: Priority | null;
  readonly service: string;
  readonly unit: string;
  readonly channel: Channel;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string | null };
  /** A name or an e-mail address of whoever handled it there; empty where nobody did. */
  readonly assignee: string;
  readonly submittedAt: number;
  readonly updatedAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  readonly solution: string;
  readonly extras: readonly FormAnswer[];
}

/** What there is here, by any of its names: answers the code, or null. */
export interface ImportGround {
  readonly unit: (text: string) => string | null;
  readonly service: (text: string) => string | null;
}

type Times = Pick<ImportedTicket, 'status' | 'submittedAt' | 'updatedAt' | 'resolvedAt' | 'closedAt'>;

/** When it ended; null while it is open, or where nothing tells. */
export const endOf = ({ status, resolvedAt, closedAt, updatedAt }: Times): number | null =>
  isEnded(status) ? (resolvedAt ?? closedAt ?? updatedAt) : null;

/** A number that was shown with spaces between thousands, as GLPI does, is one number. */
const plainNumber = (text: string): string =>
  /^\d{1,3}(?:[\s\u00A0\u202F]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
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
const [, LONGEST_TITLE] = REQUEST_LIMITS.title;
const [, LONGEST_DESCRIPTION] = REQUEST_LIMITS.description;

/** A long title is shortened, and begins the description as a whole; of one of both the other is made. */
function texts(title: string, description: string): { readonly title: string; readonly description: string } {
  const head = title || (description.split('\n')[0] ?? '').trim();
  if (head.length <= LONGEST_TITLE) return { title: head, description: description || head };
  const cut = `${head.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
  return { title: cut, description: title ? [head, description].filter(Boolean).join('\n\n') : description };
}

/** What stands in a cell, short and on one line: it is shown on a terminal. */
export const oneLine = (value: string, longest = 80): string => value.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, longest);

/** One line with its faults, being read. */
class LineReader {
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
    // Control characters mark what was found in a search, and PostgreSQL takes no zero byte.
    const value = cell.value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
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

export type JudgedLine = { readonly ticket: ImportedTicket } | { readonly faults: readonly ImportFault[] };

/** What one line of another system's list is: a ticket in our words, or everything that is wrong with it. */
export function judgeLine(
  line: CsvLine,
  columns: readonly ImportColumn[],
  mapping: ImportMapping,
  wording: Wording,
  ground: ImportGround,
  now: number,
): JudgedLine {
  if (line.fault) return { faults: [{ line: line.line, code: line.fault, column: '', value: '' }] };
  const reader = new LineReader(line, columns, mapping, wording, ground);
  const id = plainNumber(reader.demanded('id', SOURCE_LIMITS.id));
  const number = reader.text('number', SOURCE_LIMITS.id) || id;
  const { title, description } = texts(reader.text('title', 2000), reader.text('description', LONGEST_DESCRIPTION));
  if (title === '') reader.demanded('title', LONGEST_TITLE);
  const status = reader.code('status') as Status | null;
  const priority = reader.code('priority', true) as Priority | null;
  const service = reader.code('category');
  const unit = reader.code('unit');
  const channel = reader.code('channel', true) as Channel | null;
  const contact = {
    name: reader.text('contactName', LIMITS.name),
    phone: reader.fitting('contactPhone', LIMITS.phone, PHONE_FORMAT, 'wrongPhone'),
    email: reader.fitting('contactEmail', LIMITS.email, EMAIL_FORMAT, 'wrongEmail').toLowerCase() || null,
  };
  const submittedAt = reader.moment('submittedAt');
  if (submittedAt === null && !reader.faults.some(({ code }) => code === 'wrongDate'))
    reader.demanded('submittedAt', 80);
  const [updatedAt, resolvedAt, closedAt] = [
    reader.moment('updatedAt'),
    reader.moment('resolvedAt'),
    reader.moment('closedAt'),
  ];
  const rest = {
    assignee: reader.text('assignee', LIMITS.email),
    solution: reader.text('solution', LONGEST_DESCRIPTION),
    extras: reader.extras(),
  };
  const times = { updatedAt, resolvedAt, closedAt };
  const isReadable = !reader.faults.some(({ code }) => code === 'wrongDate');
  if (status && submittedAt !== null && isReadable) reader.order({ status, submittedAt, ...times }, now);
  if (reader.faults.length > 0 || submittedAt === null || !status || !service || !unit)
    return { faults: reader.faults };
  const ticket: ImportedTicket = {
    line: line.line,
    source: { id: mapping.numbersRestart && /^\d+$/.test(id) ? `${wibYear(submittedAt)}-${id}` : id, number },
    title,
    description,
    status,
    priority,
    service,
    unit,
    channel: channel ?? 'WALK_IN',
    contact,
    submittedAt,
    ...times,
    ...rest,
  };
  return { ticket };
}
