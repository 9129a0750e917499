import { noticeWords, NOTICE_KINDS, type Language, type NoticeKind, type Words } from '../../../../domain';
import id from '../../translations/id.json';
import type { Key, Speech } from '../../words';
import { dayName } from '../hours/week';

const isKey = (key: string): key is Key => key in id;
type Say = Speech['t'];
/** What a reader of the log is spoken to with. */
export type Reader = Pick<Speech, 't' | 'w' | 'language'>;

/** What an event of the log is called: a ticket's by the domain, others by us; a new one by its own name. */
export function eventName(event: string, w: Words, t: Say): string {
  const own = `audit.event.${event}`;
  if (isKey(own)) return t(own);
  return (w.event as Readonly<Record<string, string>>)[event] ?? event;
}

const TYPE = 'audit.type.';
/** What an entry is about, by its kind. */
export function subjectName(type: string, t: Say): string {
  const key = `${TYPE}${type.replace(/^api::([a-z-]+)\..*$/, '$1')}`;
  return isKey(key) ? t(key) : type;
}
/** Kinds that can be chosen; what else there is, is found by its number. */
export const SUBJECTS: readonly string[] = Object.keys(id).flatMap((key) =>
  key.startsWith(TYPE) ? [key.slice(TYPE.length)] : [],
);

/** Which of its kind: a setting by the page it stands on, anything else by what it was called when it was written down. */
export function subjectTitle(
  { id: key, label }: { readonly id: string; readonly label: string | null },
  t: Say,
): string {
  const [, setting] = /^ticketing\.(.+)$/.exec(key) ?? [];
  const own = `audit.setting.${setting ?? ''}`;
  if (isKey(own)) return t(own);
  if (setting?.startsWith('job.')) return t('audit.setting.job', { name: setting.slice(4) });
  return label && label !== key ? label : key;
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = { id: 'Indonesia', en: 'English' };
const isNoticeKind = (kind: string): kind is NoticeKind => (NOTICE_KINDS as readonly string[]).includes(kind);
/** `assigned.id`, as the words of a letter are recorded. */
function letterName(name: string, language: Language, t: Say): string | null {
  const [kind = '', of = ''] = name.split('.');
  if (!isNoticeKind(kind) || !(of in LANGUAGE_NAMES)) return null;
  const title = noticeWords(language).noticeTitle[kind].replace(/:? \{.*\}/, '');
  return t('audit.letterOf', { kind: title, language: LANGUAGE_NAMES[of] ?? of });
}
/** `OFFICER ticket:assign`, as a cell of the matrix is recorded. */
function cellName(name: string, w: Words): string | null {
  const [role = '', permission = ''] = name.split(' ');
  const roles: Readonly<Record<string, string>> = w.role;
  const permissions: Readonly<Record<string, string>> = w.permission;
  const [who, what] = [roles[role], permissions[permission]];
  return who && what ? `${who}: ${what}` : null;
}

/** What a field of an entry is called; one that nobody worded, by its own name. */
export function fieldName(name: string, { t, w, language }: Reader): string {
  const own = `audit.field.${name}`;
  if (isKey(own)) return t(own);
  const fields: Readonly<Record<string, string>> = { ...w.fact, ...w.field };
  return fields[name] ?? cellName(name, w) ?? letterName(name, language, t) ?? name;
}

/** Values that are codes of ours. */
const codesIn = ({ status, priority, role, condition }: Words): Readonly<Record<string, string>> => ({
  ...status,
  ...priority,
  ...role,
  ...condition,
});
/** A stretch of work as people write it: "Senin 07:30–12:00"; null for anything else. */
function stretchWord(value: object, language: Language): string | null {
  const { weekday, opens, closes } = value as Readonly<Record<string, unknown>>;
  return typeof weekday === 'number' && typeof opens === 'string' && typeof closes === 'string'
    ? `${dayName(language, weekday)} ${opens}–${closes}`
    : null;
}

/** A value as a person reads it: codes in words, lists and parts of a whole by their names. */
export function valueWord(value: unknown, reader: Reader): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return reader.t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'string') return codesIn(reader.w)[value] ?? value;
  if (Array.isArray(value)) {
    const parts = value.map((each) => valueWord(each, reader));
    const isWeek = value.every(
      (each) => each && typeof each === 'object' && stretchWord(each as object, reader.language),
    );
    if (isWeek && parts.length > 0) return parts.join(', ');
    return parts.length === 0 ? '–' : parts.join(value.some((each) => typeof each === 'object') ? ' | ' : ', ');
  }
  if (typeof value === 'object')
    return (
      stretchWord(value, reader.language) ??
      Object.entries(value)
        .filter(([, part]) => part !== null && part !== '')
        .map(([name, part]) => `${codesIn(reader.w)[name] ?? fieldName(name, reader)}: ${valueWord(part, reader)}`)
        .join('; ')
    );
  return JSON.stringify(value);
}
