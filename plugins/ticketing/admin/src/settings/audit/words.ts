import type { Words } from '../../../../domain';
import type { Key } from '../../words';
import id from '../../translations/id.json';

const isKey = (key: string): key is Key => key in id;
type Say = (key: Key) => string;

/** What an event of the log is called: a ticket's by the domain, others by us; a new one by its own name. */
export function eventName(event: string, w: Words, t: Say): string {
  const own = `audit.event.${event}`;
  if (isKey(own)) return t(own);
  return (w.event as Readonly<Record<string, string>>)[event] ?? event;
}
/** What an entry is about, by its kind. */
export function subjectName(type: string, t: Say): string {
  const key = `audit.type.${type.replace(/^api::([a-z-]+)\..*$/, '$1')}`;
  return isKey(key) ? t(key) : type;
}
/** Kinds that can be chosen; what else there is, is found by its number. */
export const SUBJECTS = [
  'ticket',
  'setting',
  'portal-account',
  'staff-account',
  'api-token',
  'export',
  'guide',
  'ready-reply',
  'webhook',
] as const;
