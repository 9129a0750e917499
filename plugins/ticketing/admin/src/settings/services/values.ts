import {
  WORKING_DAY_MINUTES,
  type FieldMoment,
  type FieldType,
  type KeptField,
  type KeptService,
  type Priority,
  type ServiceBook,
  type ShelvedService,
  type WorkKind,
} from '../../../../domain';
import type { Request } from '../../../../domain/contract';

export const DURATION_UNITS = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
/** How long something may take, as people say it. */
export interface Typed {
  readonly amount: string;
  readonly unit: DurationUnit;
}

/** One field as it is typed; `row` tells it from the others while it has no key. Choices stand one a line. */
export interface TypedField {
  readonly row: string;
  readonly key: string | null;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly help: string;
  readonly options: string;
  readonly accept: readonly string[];
  readonly min: string;
  readonly max: string;
  readonly pattern: string;
  readonly suffix: string;
  readonly moment: FieldMoment | '';
  readonly englishLabel: string;
  readonly englishHelp: string;
  readonly englishOptions: string;
}

/** A service as it is typed. `version` is that of what the typing began with. */
export interface TypedService {
  readonly version: string;
  readonly code: string;
  readonly group: string;
  readonly name: string;
  readonly kind: WorkKind;
  readonly team: string;
  readonly defaultPriority: Priority;
  readonly approver: string;
  readonly requiresLetter: boolean;
  readonly requiresDisposition: boolean;
  readonly requiresAssignmentLetter: boolean;
  readonly isConfidential: boolean;
  readonly hasSensitiveAttachments: boolean;
  readonly attachmentKinds: readonly string[];
  readonly keywords: string;
  readonly reference: string;
  readonly englishName: string;
  readonly englishScope: string;
  /** Whether it promises by itself, and not by the ticket's priority. */
  readonly hasTarget: boolean;
  readonly calendar: string;
  readonly response: Typed;
  readonly resolution: Typed;
  readonly mode: 'DURATION' | 'EVENT';
  readonly minimumNoticeDays: string;
  readonly scope: string;
  readonly fields: readonly TypedField[];
}

const WHOLE_DAY_MINUTES = 1440;
const minutesIn = (unit: DurationUnit, isAroundTheClock: boolean): number =>
  unit === 'minutes' ? 1 : unit === 'hours' ? 60 : isAroundTheClock ? WHOLE_DAY_MINUTES : WORKING_DAY_MINUTES;
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
/** Digits as the city writes them, `2,5`, for a machine; what is no number stays as it was typed, to be refused. */
const decimal = (text: string): string => text.trim().replace(',', '.');

/** Minutes in the greatest unit that says them whole. */
export function typedDuration(minutes: number, isAroundTheClock: boolean): Typed {
  const unit =
    (['days', 'hours'] as const).find((each) => minutes % minutesIn(each, isAroundTheClock) === 0) ?? 'minutes';
  return { amount: String(minutes / minutesIn(unit, isAroundTheClock)), unit };
}
/** The minutes of what was typed; the text itself where it is no number, nothing where there is none. */
export function minutesOf({ amount, unit }: Typed, isAroundTheClock: boolean): number | string | undefined {
  const text = decimal(amount);
  const count = Number(text);
  if (text === '') return undefined;
  return Number.isFinite(count) ? Math.round(count * minutesIn(unit, isAroundTheClock)) : amount;
}
export const isAroundTheClock = ({ calendars }: ServiceBook, code: string): boolean =>
  calendars.find((calendar) => calendar.code === code)?.isAroundTheClock === true;

let rows = 0;
const nextRow = (): string => `new-${Date.now()}-${(rows += 1)}`;
export const newField = (): TypedField => ({
  ...{ row: nextRow(), key: null, label: '', type: 'text', required: false, help: '', options: '', accept: [] },
  ...{ min: '', max: '', pattern: '', suffix: '', moment: '' },
  ...{ englishLabel: '', englishHelp: '', englishOptions: '' },
});
const numeral = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
const typedField = (field: KeptField): TypedField => ({
  ...field,
  row: field.key,
  help: field.help ?? '',
  options: field.options.join('\n'),
  min: numeral(field.min),
  max: numeral(field.max),
  pattern: field.pattern ?? '',
  suffix: field.suffix ?? '',
  moment: field.moment ?? '',
  englishLabel: field.englishLabel ?? '',
  englishHelp: field.englishHelp ?? '',
  englishOptions: field.englishOptions.join('\n'),
});

/** What is typed where nothing was said yet. */
export const nothingIn = (book: ServiceBook, group: string): TypedService => ({
  ...{ version: '', code: '', group, name: '', kind: 'REQUEST', team: '', defaultPriority: 'MEDIUM', approver: '' },
  ...{ requiresLetter: false, requiresDisposition: false, requiresAssignmentLetter: false, isConfidential: false },
  ...{ hasSensitiveAttachments: false, attachmentKinds: [], keywords: '', reference: '', hasTarget: true },
  calendar: book.calendars.find((calendar) => !calendar.isAroundTheClock)?.code ?? book.calendars[0]?.code ?? '',
  response: { amount: '', unit: 'hours' },
  resolution: { amount: '', unit: 'days' },
  ...{ mode: 'DURATION', minimumNoticeDays: '', scope: '', fields: [], englishName: '', englishScope: '' },
});

/** A service that is there, as it is typed over. */
export function typedService(service: KeptService, book: ServiceBook): TypedService {
  const {
    sla,
    fields,
    keywords,
    approver,
    reference,
    englishName,
    englishScope,
    id: _,
    isActive: __,
    ...same
  } = service;
  const always = sla !== null && isAroundTheClock(book, sla.calendar);
  const empty = nothingIn(book, service.group);
  return {
    ...empty,
    ...same,
    approver: approver ?? '',
    reference: reference ?? '',
    englishName: englishName ?? '',
    englishScope: englishScope ?? '',
    keywords: keywords.join('\n'),
    fields: fields.map(typedField),
    hasTarget: sla !== null,
    ...(sla && {
      calendar: sla.calendar,
      response: typedDuration(sla.responseMinutes, always),
      resolution: typedDuration(sla.resolutionMinutes, always),
      mode: sla.mode,
      minimumNoticeDays: sla.minimumNoticeDays === null ? '' : String(sla.minimumNoticeDays),
      scope: sla.scope ?? '',
    }),
  };
}

type Body = Omit<Request<'createService'>, 'code'>;
/** The same as the contract wants it. */
export function bodyOf(typed: TypedService, book: ServiceBook): Body {
  const { hasTarget, calendar, response, resolution, mode, minimumNoticeDays, scope, ...rest } = typed;
  const { version: _, code: __, fields, keywords, attachmentKinds, ...same } = rest;
  const always = isAroundTheClock(book, calendar);
  return {
    ...same,
    attachmentKinds: [...attachmentKinds],
    keywords: linesOf(keywords),
    sla: hasTarget
      ? {
          calendar,
          responseMinutes: minutesOf(response, always),
          resolutionMinutes: minutesOf(resolution, always),
          mode,
          minimumNoticeDays: minimumNoticeDays.trim(),
          scope,
        }
      : null,
    fields: fields.map(({ row: ___, options, englishOptions, accept, min, max, moment, ...field }) => ({
      ...field,
      options: linesOf(options),
      englishOptions: linesOf(englishOptions),
      accept: [...accept],
      min: decimal(min),
      max: decimal(max),
      moment: moment || null,
    })),
  };
}

/** Names of what is typed that differs between two, for whoever has to hear what somebody else changed. */
export const differing = (one: TypedService, other: TypedService): (keyof TypedService)[] =>
  (Object.keys(one) as (keyof TypedService)[]).filter(
    (name) => name !== 'version' && JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  );

/** Whether a bound was typed that is a number. */
export const hasNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(decimal(text)));

/** The promise as it is typed; null where the priority promises, or where it is not whole yet. */
export function targetOf(typed: TypedService, book: ServiceBook): ShelvedService['sla'] {
  const always = isAroundTheClock(book, typed.calendar);
  const [responseMinutes, resolutionMinutes] = [minutesOf(typed.response, always), minutesOf(typed.resolution, always)];
  return typed.hasTarget && typeof responseMinutes === 'number' && typeof resolutionMinutes === 'number'
    ? { calendar: typed.calendar, responseMinutes, resolutionMinutes, mode: typed.mode }
    : null;
}
