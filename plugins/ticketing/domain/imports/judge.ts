import type { CsvLine } from '../csv';
import { EMAIL_FORMAT, PHONE_FORMAT } from '../form';
import { LIMITS } from '../limits';
import type { Priority } from '../priority';
import { REQUEST_LIMITS, type Channel } from '../request';
import type { Status } from '../status';
import { wibYear } from '../wib';
import type { ImportColumn, Wording } from './columns';
import { plainNumber, type ImportFault } from './faults';
import { SOURCE_LIMITS } from './fields';
import { LineReader, type ImportGround } from './line-reader';
import type { ImportMapping } from './mapping';
import type { ImportedTicket } from './ticket';

const [, LONGEST_TITLE] = REQUEST_LIMITS.title;
const [, LONGEST_DESCRIPTION] = REQUEST_LIMITS.description;

/** A long title is shortened, and begins the description as a whole; of one of both the other is made. */
function texts(title: string, description: string): { readonly title: string; readonly description: string } {
  const head = title || (description.split('\n')[0] ?? '').trim();
  if (head.length <= LONGEST_TITLE) return { title: head, description: description || head };
  const cut = `${head.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
  return { title: cut, description: title ? [head, description].filter(Boolean).join('\n\n') : description };
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
    messages: [],
  };
  return { ticket };
}
