import type { CsvLine } from '../csv';
import { LIMITS } from '../limits';
import { fold } from '../text';
import { plainNumber, plainText, type ImportFault } from './faults';
import { SOURCE_LIMITS } from './fields';
import { ListLine, listColumns, type ListColumn } from './list-line';
import type { ImportMapping } from './mapping';
import { momentIn } from './moments';

/** What a column of a list of messages holds; `ticket` is its number in the former system. */
export const MESSAGE_FIELDS = ['ticket', 'at', 'author', 'text', 'isInternal'] as const;
export type MessageField = (typeof MESSAGE_FIELDS)[number];
export type MessageColumn = ListColumn<MessageField>;

const HEADS: Readonly<Record<string, MessageField>> = {
  id: 'ticket',
  'ticket id': 'ticket',
  'tickets id': 'ticket',
  'items id': 'ticket',
  ticket: 'ticket',
  'ticket number': 'ticket',
  tiket: 'ticket',
  no: 'ticket',
  'no tiket': 'ticket',
  'nomor tiket': 'ticket',
  'no register': 'ticket',
  date: 'at',
  'date created': 'at',
  'date creation': 'at',
  created: 'at',
  tanggal: 'at',
  waktu: 'at',
  writer: 'author',
  user: 'author',
  author: 'author',
  poster: 'author',
  from: 'author',
  oleh: 'author',
  penulis: 'author',
  nama: 'author',
  content: 'text',
  description: 'text',
  body: 'text',
  message: 'text',
  isi: 'text',
  komentar: 'text',
  catatan: 'text',
  pesan: 'text',
  private: 'isInternal',
  'is private': 'isInternal',
  type: 'isInternal',
  jenis: 'isInternal',
  internal: 'isInternal',
};
export const messageColumnsOf = (heads: readonly string[]): MessageColumn[] => listColumns(HEADS, heads);
export const missingMessageColumns = (columns: readonly MessageColumn[]): MessageField[] =>
  (['ticket', 'at', 'author', 'text'] as const).filter((field) => !columns.some((column) => column.field === field));

/** A message of another system, in our words. `at` in epoch ms; an internal one is shown to staff alone. */
export interface ImportedMessage {
  readonly line: number;
  readonly at: number;
  readonly author: string;
  readonly text: string;
  readonly isInternal: boolean;
}
export type JudgedMessage =
  { readonly ticket: string; readonly message: ImportedMessage } | { readonly faults: readonly ImportFault[] };

/** Most messages of one ticket that are taken over. */
export const MOST_MESSAGES = 500;
/** osTicket says N of a note, M and R of what the requester reads; GLPI and sheets say whether it is private. */
const INTERNAL = /^(?:n|note|internal|pribadi|private|ya|yes|y|1|true|catatan internal)$/;
const PUBLIC = /^(?:|m|r|message|response|publik|umum|public|tidak|no|0|false)$/;

/** What one line of a list of messages is. Numbers that begin anew each year are told apart by theirs: `2025-12`. */
export function judgeMessage(
  line: CsvLine,
  columns: readonly MessageColumn[],
  { dateOrder, numbersRestart }: Pick<ImportMapping, 'dateOrder' | 'numbersRestart'>,
  now: number,
): JudgedMessage {
  if (line.fault) return { faults: [{ line: line.line, code: line.fault, column: '', value: '' }] };
  const reader = new ListLine(line, columns);
  const number = reader.text('ticket', SOURCE_LIMITS.id) ?? '';
  const ticket = plainNumber(number);
  if (ticket === '') reader.fault('required', 'ticket');
  else if (numbersRestart && /^\d+$/.test(ticket)) reader.fault('yearOfNumber', 'ticket');
  const author = reader.text('author', LIMITS.name) ?? '';
  if (author === '') reader.fault('required', 'author');
  const when = reader.cell('at').value;
  const at = momentIn(when, dateOrder);
  if (when === '') reader.fault('required', 'at');
  else if (at === null) reader.fault('wrongDate', 'at');
  else if (at > now) reader.fault('inFuture', 'at');
  const text = plainText(reader.cell('text').value);
  if (text === '') reader.fault('required', 'text');
  else if (text.length > LIMITS.comment) reader.fault('tooLong', 'text', LIMITS.comment);
  const kind = fold(reader.cell('isInternal').value);
  if (!INTERNAL.test(kind) && !PUBLIC.test(kind)) reader.fault('publicOrInternal', 'isInternal');
  if (reader.faults.length > 0 || at === null) return { faults: reader.faults };
  return { ticket, message: { line: line.line, at, author, text, isInternal: INTERNAL.test(kind) } };
}

/** Messages that a ticket's history can tell, in their order, and of the others why not. */
export function messagesFor(
  messages: readonly ImportedMessage[],
  submittedAt: number,
): { readonly told: readonly ImportedMessage[]; readonly faults: readonly ImportFault[] } {
  const sorted = [...messages].sort((a, b) => a.at - b.at || a.line - b.line);
  const late = sorted.filter(({ at }) => at >= submittedAt);
  const fault =
    (code: 'beforeTicket' | 'tooManyMessages') =>
    ({ line, author }: ImportedMessage): ImportFault => ({
      ...{ line, code, column: '', value: author },
      ...(code === 'tooManyMessages' && { limit: MOST_MESSAGES }),
    });
  return {
    told: late.slice(0, MOST_MESSAGES),
    faults: [
      ...sorted.filter(({ at }) => at < submittedAt).map(fault('beforeTicket')),
      ...late.slice(MOST_MESSAGES).map(fault('tooManyMessages')),
    ],
  };
}
