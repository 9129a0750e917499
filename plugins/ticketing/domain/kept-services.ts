import type { Service, WorkKind } from './catalog';
import { FIELD_TYPES, type FieldType, type FormField } from './form';
import type { Named } from './named';
import type { Priority } from './priority';
import type { Issue } from './refusal';
import { HEAD_OF_OFFICE } from './routing';
import { fold } from './text';

/** When something asked about is: the beginning or the end of an event, or since when (it has happened already). */
export const FIELD_MOMENTS = ['START', 'END', 'SINCE'] as const;
export type FieldMoment = (typeof FIELD_MOMENTS)[number];

/** One field of a form as administrators keep it. */
export interface KeptField extends Omit<FormField, 'isPast'> {
  readonly moment: FieldMoment | null;
}
/** The same as it is said: a new one has no key yet. */
export type SaidField = Omit<KeptField, 'key'> & { readonly key: string | null };

/** A service's own promise, in working minutes of its calendar. */
export type KeptTarget = Service['sla'];

/** All that is said of a service but its code and its place. `sla` is null where the ticket's priority promises. */
export interface SaidService<F = SaidField> {
  /** Code of the category it belongs to. */
  readonly group: string;
  readonly name: string;
  readonly kind: WorkKind;
  readonly team: string;
  readonly defaultPriority: Priority;
  /** A team's code, or `HEAD_OF_OFFICE`. */
  readonly approver: string | null;
  readonly requiresLetter: boolean;
  readonly requiresDisposition: boolean;
  readonly requiresAssignmentLetter: boolean;
  readonly isConfidential: boolean;
  readonly hasSensitiveAttachments: boolean;
  readonly attachmentKinds: readonly string[];
  readonly keywords: readonly string[];
  readonly reference: string | null;
  readonly englishName: string | null;
  readonly englishScope: string | null;
  readonly sla: KeptTarget | null;
  readonly fields: readonly F[];
}
/** A service as administrators keep it. `version` goes back with a change, so that nobody overwrites another unseen. */
export interface KeptService extends SaidService<KeptField> {
  readonly id: number;
  readonly code: string;
  readonly isActive: boolean;
  readonly version: string;
}

/** A service as a list shows it. */
export interface ShelvedService extends Named {
  readonly id: number;
  readonly isActive: boolean;
  readonly kind: WorkKind;
  readonly team: Named | null;
  readonly defaultPriority: Priority;
  readonly approver: string | null;
  readonly isConfidential: boolean;
  readonly keywords: readonly string[];
  readonly sla: Pick<KeptTarget, 'calendar' | 'responseMinutes' | 'resolutionMinutes' | 'mode'> | null;
  /** How many fields its form has. */
  readonly fields: number;
}
export interface KeptCategory extends Named {
  readonly id: number;
  readonly version: string;
  readonly description: string | null;
  readonly englishName: string | null;
  readonly englishDescription: string | null;
  readonly icon: string | null;
  readonly isActive: boolean;
  readonly services: readonly ShelvedService[];
}
/** The whole catalogue, also what is out of use, and what a service may be given to. Both in their kept order. */
export interface ServiceBook {
  readonly categories: readonly KeptCategory[];
  readonly teams: readonly Named[];
  readonly calendars: readonly (Named & { readonly isAroundTheClock: boolean })[];
}

/** Longest texts in characters, longest lists, and the longest promise in working minutes. */
export const SERVICE_LIMITS = {
  name: 200,
  description: 1000,
  reference: 1000,
  scope: 500,
  keyword: 80,
  keywords: 40,
  fields: 60,
  label: 200,
  help: 500,
  option: 150,
  options: 60,
  pattern: 200,
  suffix: 60,
  minutes: 525_600,
  noticeDays: 365,
  value: 1_000_000_000,
} as const;
/** Pictures a category may have; the portal draws each of them. */
export const CATEGORY_ICONS = [
  ...(['wifi', 'server', 'globe', 'mail', 'app', 'browser', 'video', 'camera', 'signature'] as const),
  ...(['shield', 'chart', 'plug', 'laptop', 'school', 'megaphone', 'lock', 'clipboard', 'dots'] as const),
] as const;
export type CategoryIcon = (typeof CATEGORY_ICONS)[number];
export const SERVICE_CODE = /^[A-Z0-9-]{1,40}$/;
export const FIELD_KEY = /^[a-z][a-z0-9_]{0,79}$/;
const LONGEST_MADE_KEY = 60;

const CHOICES: readonly FieldType[] = ['select', 'multiselect'];
const WRITTEN: readonly FieldType[] = FIELD_TYPES.filter(
  (type) => ![...CHOICES, 'boolean', 'date', 'datetime', 'file', 'number'].includes(type),
);
/** Which kinds of field each of a field's properties means something for. */
export const FIELD_PROPERTIES = {
  options: CHOICES,
  accept: ['file'],
  min: ['number'],
  max: ['number'],
  pattern: WRITTEN,
  suffix: [...WRITTEN.filter((type) => type !== 'textarea'), 'number'],
  moment: ['date', 'datetime'],
} as const satisfies Readonly<Record<string, readonly FieldType[]>>;
export const hasProperty = (type: FieldType, property: keyof typeof FIELD_PROPERTIES): boolean =>
  (FIELD_PROPERTIES[property] as readonly FieldType[]).includes(type);
/** A day is no beginning of an event: clocks count from a minute. */
export const momentsOf = (type: FieldType): readonly FieldMoment[] =>
  type === 'datetime' ? FIELD_MOMENTS : type === 'date' ? ['SINCE'] : [];

/** A field without what its kind has no use for, left over from when it was of another kind. */
export const tidyField = <F extends SaidField>(field: F): F => ({
  ...field,
  options: hasProperty(field.type, 'options') ? [...new Set(field.options)] : [],
  englishOptions: hasProperty(field.type, 'options') ? field.englishOptions : [],
  accept: hasProperty(field.type, 'accept') ? [...new Set(field.accept)] : [],
  min: hasProperty(field.type, 'min') ? field.min : null,
  max: hasProperty(field.type, 'max') ? field.max : null,
  pattern: hasProperty(field.type, 'pattern') ? field.pattern : null,
  suffix: hasProperty(field.type, 'suffix') ? field.suffix : null,
  moment: field.moment && momentsOf(field.type).includes(field.moment) ? field.moment : null,
});

/** A key made of a label: `Gedung/lokasi` is `gedung_lokasi`; one that is taken gets a number. */
export function fieldKey(label: string, taken: ReadonlySet<string>): string {
  const words = fold(label).replaceAll(' ', '_').slice(0, LONGEST_MADE_KEY).replace(/_+$/, '');
  const stem = FIELD_KEY.test(words) ? words : `isian_${words}`.replace(/_+$/, '');
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}_${count}`;
    if (!taken.has(key)) return key;
  }
}
/** Fields with keys: those that have one keep it, whatever they are called now. */
export function keyedFields(fields: readonly SaidField[]): KeptField[] {
  const taken = new Set(fields.flatMap(({ key }) => key ?? []));
  return fields.map((field) => {
    const key = field.key ?? fieldKey(field.label, taken);
    taken.add(key);
    return { ...tidyField(field), key };
  });
}

const isRepeated = (values: readonly (string | null)[], index: number): boolean =>
  values[index] !== null && values.indexOf(values[index] ?? null) < index;

/** `isPattern` of `pattern.ts`. */
type IsPattern = (pattern: string) => boolean;

/** What stands against a form. `kept` are the keys there are already; null where the form is new. */
export function formIssues(given: readonly SaidField[], kept: readonly string[] | null, isPattern: IsPattern): Issue[] {
  const fields = given.map(tidyField);
  const labels = fields.map(({ label }) => fold(label));
  const keys = fields.map(({ key }) => key);
  const events = fields.map(({ moment }) => (moment === 'SINCE' ? null : moment));
  return fields.flatMap(({ key, type, options, englishOptions, min, max, pattern }, index): Issue[] => {
    const at = `fields.${index}`;
    return [
      ...(isRepeated(labels, index) ? [{ field: `${at}.label`, code: 'known' } as const] : []),
      ...(isRepeated(keys, index) || (key !== null && kept && !kept.includes(key))
        ? [{ field: `${at}.key`, code: 'unsuitable' } as const]
        : []),
      ...(CHOICES.includes(type) && options.length === 0
        ? [{ field: `${at}.options`, code: 'required' } as const]
        : []),
      ...(englishOptions.length > 0 && englishOptions.length !== options.length
        ? [{ field: `${at}.englishOptions`, code: 'otherCount', limit: options.length } as const]
        : []),
      ...(min !== null && max !== null && max < min
        ? [{ field: `${at}.max`, code: 'tooSmall', limit: min } as const]
        : []),
      ...(pattern !== null && !isPattern(pattern) ? [{ field: `${at}.pattern`, code: 'wrongFormat' } as const] : []),
      ...(isRepeated(events, index) ? [{ field: `${at}.moment`, code: 'known' } as const] : []),
    ];
  });
}

interface Around {
  readonly categories: readonly Pick<Named, 'code'>[];
  readonly teams: readonly Pick<Named, 'code'>[];
  readonly calendars: readonly Pick<Named, 'code'>[];
  readonly isPattern: IsPattern;
}
const isIn = (rows: readonly Pick<Named, 'code'>[], code: string): boolean => rows.some((row) => row.code === code);

function targetIssues({ sla, fields }: Pick<SaidService, 'sla' | 'fields'>, { calendars }: Around): Issue[] {
  if (!sla) return [];
  const moments = fields.map(tidyField).map(({ moment }) => moment);
  return [
    ...(isIn(calendars, sla.calendar) ? [] : [{ field: 'sla.calendar', code: 'unsuitable' } as const]),
    // An event's resolution counts from its end, its response from the request: there either may be the longer one.
    ...(sla.mode === 'DURATION' && sla.responseMinutes > sla.resolutionMinutes
      ? [{ field: 'sla.responseMinutes', code: 'afterResolution' } as const]
      : []),
    ...(sla.mode === 'EVENT' && !(moments.includes('START') && moments.includes('END'))
      ? [{ field: 'sla.mode', code: 'noEvent' } as const]
      : []),
  ];
}

/** What stands against a service, among the categories, teams and calendars there are. */
export function serviceIssues(said: SaidService, around: Around, kept: readonly string[] | null): Issue[] {
  const { group, team, approver } = said;
  return [
    ...(isIn(around.categories, group) ? [] : [{ field: 'group', code: 'unsuitable' } as const]),
    ...(isIn(around.teams, team) ? [] : [{ field: 'team', code: 'unsuitable' } as const]),
    ...(approver === null || approver === HEAD_OF_OFFICE || isIn(around.teams, approver)
      ? []
      : [{ field: 'approver', code: 'unsuitable' } as const]),
    ...targetIssues(said, around),
    ...formIssues(said.fields, kept, around.isPattern),
  ];
}
