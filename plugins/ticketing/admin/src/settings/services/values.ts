import type { KeptField, KeptService, ServiceBook } from '../../../../domain';
import type { Request } from '../../../../domain/contract';
import { isAroundTheClock, minutesOf, typedDuration } from './durations';
import { decimal, numeral } from './numerals';
import type { TypedField, TypedService } from './typed';

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

let rows = 0;
const nextRow = (): string => `new-${Date.now()}-${(rows += 1)}`;
export const newField = (): TypedField => ({
  ...{ row: nextRow(), key: null, label: '', type: 'text', required: false, help: '', options: '', accept: [] },
  ...{ min: '', max: '', pattern: '', suffix: '', moment: '' },
  ...{ englishLabel: '', englishHelp: '', englishOptions: '' },
});
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
