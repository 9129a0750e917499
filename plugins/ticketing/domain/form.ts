import { LIMITS } from './limits';
import { firstIssues, type Issue, type IssueCode } from './refusal';
import { isDay, wibDay, wibInstant } from './wib';

/** The fourteen kinds of field a service may ask for. */
export const FIELD_TYPES = [
  'text',
  'textarea',
  'number',
  'select',
  'multiselect',
  'boolean',
  'date',
  'datetime',
  'file',
  'url',
  'domain',
  'email',
  'phone',
  'nip',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** One field of a service's form, as the catalogue carries it. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly help: string | null;
  readonly options: readonly string[];
  /** File extensions without a dot, for `file`. */
  readonly accept: readonly string[];
  readonly min: number | null;
  readonly max: number | null;
  /** A regular expression the whole text must match. */
  readonly pattern: string | null;
  /** Unit shown behind the field. */
  readonly suffix: string | null;
  /** A day or moment of something that has happened already, such as since when a line is down. */
  readonly isPast: boolean;
  /** The same in English; null, or no options, where nobody has written it. Options stand in the order of `options`. */
  readonly englishLabel: string | null;
  readonly englishHelp: string | null;
  readonly englishOptions: readonly string[];
}

export type FormValue = string | number | boolean | readonly string[];
export type FormValues = Readonly<Record<string, FormValue>>;

/** Longest text, in characters, that each type may hold. */
export const TEXT_LIMITS: Readonly<Partial<Record<FieldType, number>>> = {
  text: 300,
  textarea: 5000,
  url: 500,
  domain: 253,
  email: LIMITS.email,
  phone: LIMITS.phone,
  nip: LIMITS.nip,
};

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** Local minute in WIB as an HTML datetime field sends it, or a full instant. */
const MOMENT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;
export const PHONE_FORMAT = /^\+?[\d][\d\s().-]{5,18}$/;
export const EMAIL_FORMAT = /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]+$/;
export const NIP_FORMAT = /^\d{18}$/;
export const FORMATS: Readonly<Partial<Record<FieldType, RegExp>>> = {
  date: DAY,
  datetime: MOMENT,
  url: /^https?:\/\/[^\s/$.?#][^\s]*$/i,
  domain: /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i,
  email: EMAIL_FORMAT,
  phone: PHONE_FORMAT,
  nip: NIP_FORMAT,
};

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

type Checked = { readonly value: FormValue } | { readonly code: IssueCode; readonly limit?: string | number };

/** Whether a whole text is as a field's pattern asks: `fits` of `pattern.ts`, which a page loads only where one is asked. */
export type Fits = (pattern: string, text: string) => boolean;

/** Digits, and perhaps a fraction. */
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
/** "1.250" is over a thousand to one reader and little more than one to another: better asked than guessed. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

function checkNumber(field: FormField, given: unknown): Checked {
  if (typeof given === 'string' && (AMBIGUOUS.test(given.trim()) || /^[+-]?\d{1,3}([.,]\d{3}){2,}/.test(given.trim())))
    return { code: 'thousands' };
  const value =
    typeof given === 'number'
      ? given
      : typeof given === 'string' && NUMBER.test(given.trim())
        ? Number(given.replace(',', '.'))
        : Number.NaN;
  if (!Number.isFinite(value)) return { code: 'wrongType' };
  if (field.min !== null && value < field.min) return { code: 'tooSmall', limit: field.min };
  if (field.max !== null && value > field.max) return { code: 'tooLarge', limit: field.max };
  return { value };
}

/** Whether a day, or a minute, in WIB is still to come. */
const liesAhead = (value: string, now: number): boolean =>
  value.length === 10 ? value > wibDay(now) : wibInstant(value) > now;

/** A name below a domain of ours is typed alone or with it: `dinas`, `dinas.bukittinggikota.go.id`. Kept is the whole. */
function checkSubdomain(field: FormField, suffix: string, given: string, fits: Fits): Checked {
  const typed = given.trim().toLowerCase();
  const name = typed.endsWith(suffix) ? typed.slice(0, -suffix.length) : typed;
  const value = name + suffix;
  if (value.length > (TEXT_LIMITS.domain ?? 0)) return { code: 'tooLong', limit: TEXT_LIMITS.domain ?? 0 };
  return FORMATS.domain?.test(value) && (!field.pattern || fits(field.pattern, name))
    ? { value }
    : { code: 'wrongFormat' };
}

function checkText(field: FormField, given: unknown, now: number, fits: Fits): Checked {
  if (typeof given !== 'string') return { code: 'wrongType' };
  if (field.type === 'domain' && field.suffix?.startsWith('.')) return checkSubdomain(field, field.suffix, given, fits);
  // A NIP is often written in groups: 19850101 201001 1 001.
  const value = field.type === 'nip' ? given.replace(/[\s.]/g, '') : given.trim();
  const longest = TEXT_LIMITS[field.type] ?? 300;
  if (value.length > longest) return { code: 'tooLong', limit: longest };
  const format = FORMATS[field.type];
  if (format && !format.test(value)) return { code: 'wrongFormat' };
  if ((field.type === 'date' || field.type === 'datetime') && !isDay(value.slice(0, 10)))
    return { code: 'wrongFormat' };
  if (field.isPast && liesAhead(value, now)) return { code: 'inFuture' };
  if (field.pattern && !fits(field.pattern, value)) return { code: 'wrongFormat' };
  return { value };
}

function checkChoices(field: FormField, given: unknown): Checked {
  const chosen = Array.isArray(given) ? given : [given];
  if (!chosen.every((choice): choice is string => typeof choice === 'string')) return { code: 'wrongType' };
  const strange = chosen.find((choice) => !field.options.includes(choice));
  return strange === undefined
    ? { value: [...new Set(chosen)] }
    : { code: 'notInList', limit: field.options.join(', ') };
}

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false, on: true, ya: true, tidak: false };
function checkBoolean(given: unknown): Checked {
  const value = typeof given === 'boolean' ? given : TRUTHS[String(given).toLowerCase()];
  return value === undefined ? { code: 'wrongType' } : { value };
}

function check(field: FormField, given: unknown, now: number, fits: Fits): Checked {
  switch (field.type) {
    case 'number':
      return checkNumber(field, given);
    case 'boolean':
      return checkBoolean(given);
    case 'multiselect':
      return checkChoices(field, given);
    case 'select':
      return typeof given === 'string' && field.options.includes(given)
        ? { value: given }
        : { code: 'notInList', limit: field.options.join(', ') };
    default:
      return checkText(field, given, now, fits);
  }
}

/**
 * Checks what was typed into a service's form, the same on the portal and on the server. Files travel beside the form,
 * as attachments, so `file` fields are no part of the values. Returns clean values and every issue at once. What has
 * happened lies before `now` (epoch ms).
 */
export function checkForm(
  fields: readonly FormField[],
  given: Readonly<Record<string, unknown>>,
  now: number,
  fits: Fits,
): { values: Record<string, FormValue>; issues: Issue[] } {
  const values: Record<string, FormValue> = {};
  const issues: Issue[] = [];
  for (const field of fields.filter(({ type }) => type !== 'file')) {
    const answer = given[field.key];
    if (isBlank(answer)) {
      if (field.required) issues.push({ field: `form.${field.key}`, code: 'required' });
      continue;
    }
    const checked = check(field, answer, now, fits);
    if ('value' in checked) values[field.key] = checked.value;
    else issues.push({ field: `form.${field.key}`, ...checked });
  }
  const known = new Set(fields.map(({ key }) => key));
  for (const key of Object.keys(given)) if (!known.has(key)) issues.push({ field: `form.${key}`, code: 'unknown' });
  return { values, issues: firstIssues(issues) };
}
