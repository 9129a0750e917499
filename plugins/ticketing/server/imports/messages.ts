import {
  IMPORT_BOUNDS,
  judgeMessage,
  messageColumnsOf,
  missingMessageColumns,
  type ImportedMessage,
  type ImportMapping,
  type MessageField,
} from '../../domain/imports';
import { openSmallList, type ListListener, type ListRefused } from './small-list';

/** Messages of a former system by the number of their ticket there, and how many lines were wrong. */
export interface Messages {
  readonly of: ReadonlyMap<string, readonly ImportedMessage[]>;
  readonly bad: number;
}
export const NO_MESSAGES: Messages = { of: new Map(), bad: 0 };

/** Reads the second list of an import: who said what on which ticket, and when. */
export async function readMessages(
  path: string,
  mapping: ImportMapping,
  listener: ListListener<MessageField>,
  now: number,
): Promise<Messages | ListRefused<MessageField>> {
  const manner = { columnsOf: messageColumnsOf, missing: missingMessageColumns, most: IMPORT_BOUNDS.lines };
  const list = await openSmallList(path, manner);
  if ('missing' in list) return list;
  listener.opened(list.columns);
  const of = new Map<string, ImportedMessage[]>();
  let bad = list.faults.length;
  for (const line of list.lines) {
    const judged = judgeMessage(line, list.columns, mapping, now);
    if ('faults' in judged) {
      bad += 1;
      listener.bad(judged.faults);
      continue;
    }
    const before = of.get(judged.ticket);
    if (before) before.push(judged.message);
    else of.set(judged.ticket, [judged.message]);
  }
  listener.bad(list.faults);
  return { of, bad };
}
