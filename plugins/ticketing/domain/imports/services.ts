import type { CsvLine } from '../csv';
import {
  SERVICE_CODE,
  SERVICE_LIMITS,
  serviceIssues,
  type KeptCategory,
  type KeptService,
  type KeptTarget,
  type SaidService,
  type ServiceBook,
} from '../kept-services';
import type { Named } from '../named';
import { PRIORITIES, type Priority } from '../priority';
import { fold } from '../text';
import type { ImportFault, ImportFaultCode } from './faults';
import { ListLine } from './list-line';
import { PRIORITY_WORDS } from './presets';
import { durationIn, KIND_WORDS, yesOrNo, type ServiceColumn, type ServiceField } from './service-columns';

/** What there is here before the list; of a service whole, so that what the list does not say stays as it is. */
export interface ServiceGround {
  readonly book: ServiceBook;
  readonly services: ReadonlyMap<string, KeptService>;
  /** The calendar of a promise that names none. */
  readonly calendar: string;
  readonly isPattern: (pattern: string) => boolean;
}
/** What the lines above have said. */
export interface ListedBefore {
  readonly codes: Map<string, number>;
  readonly groups: Named[];
}
/** What a line changes of what is here; targets in working minutes. */
export interface ServiceChange {
  readonly field: ServiceField;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}
interface Listed {
  readonly line: number;
  readonly code: string;
  readonly isActive: boolean;
  /** Empty for what is new, and for what is here just as the line says. */
  readonly changes: readonly ServiceChange[];
}
export type ListedGroup = Listed & {
  readonly is: 'group';
  readonly before: KeptCategory | null;
  readonly said: Pick<KeptCategory, 'name' | 'description' | 'icon' | 'englishName' | 'englishDescription'>;
};
export type ListedService = Listed & {
  readonly is: 'service';
  readonly before: KeptService | null;
  readonly said: SaidService;
};
export type JudgedService =
  { readonly listed: ListedGroup | ListedService } | { readonly faults: readonly ImportFault[] };

type Reader = ListLine<ServiceField>;
type Change = readonly [ServiceField, ServiceChange['from'], ServiceChange['to']];
const changed = (pairs: readonly Change[]): ServiceChange[] =>
  pairs.filter(([, from, to]) => from !== to).map(([field, from, to]) => ({ field, from, to }));

/** One of these by its code or its name; `otherwise` where the cell is empty. */
function named(reader: Reader, field: ServiceField, rows: readonly Named[], fault: ImportFaultCode, otherwise: string) {
  const { value } = reader.cell(field);
  if (value === '') return otherwise;
  const row =
    rows.find(({ code }) => fold(code) === fold(value)) ?? rows.find(({ name }) => fold(name) === fold(value));
  if (!row) reader.fault(fault, field);
  return row?.code ?? '';
}
function worded<T extends string>(
  reader: Reader,
  field: ServiceField,
  words: Readonly<Record<string, string>>,
  fault: ImportFaultCode,
  otherwise: T,
): T {
  const { value } = reader.cell(field);
  if (value === '') return otherwise;
  const [, word] = Object.entries(words).find(([each]) => fold(each) === fold(value)) ?? [];
  if (word === undefined) reader.fault(fault, field);
  return (word ?? otherwise) as T;
}
function standing(reader: Reader, before: { readonly isActive: boolean } | null): boolean {
  const { value } = reader.cell('isActive');
  const said = value === '' ? (before?.isActive ?? true) : yesOrNo(value);
  if (said === null) reader.fault('notYesOrNo', 'isActive');
  return said ?? true;
}

/** The promise, where the line or what is here has one: each half that is not said stays. */
function targetIn(reader: Reader, before: KeptTarget | null, { book, calendar }: ServiceGround): KeptTarget | null {
  const [response, resolution] = [reader.cell('response'), reader.cell('resolution')];
  const code = named(reader, 'calendar', book.calendars, 'unknownCalendar', before?.calendar ?? calendar);
  if (before === null && response.value === '' && resolution.value === '') return null;
  const isAroundTheClock = book.calendars.find((each) => each.code === code)?.isAroundTheClock === true;
  const minutes = (field: 'response' | 'resolution', otherwise: number | undefined): number => {
    const { column, value } = reader.cell(field);
    if (value === '') {
      if (otherwise === undefined) reader.fault('required', field);
      return otherwise ?? 1;
    }
    const said = durationIn(value, column, isAroundTheClock);
    if (said === null) reader.fault('wrongDuration', field);
    return said ?? 1;
  };
  return {
    mode: 'DURATION',
    minimumNoticeDays: null,
    scope: null,
    ...before,
    calendar: code,
    responseMinutes: minutes('response', before?.responseMinutes),
    resolutionMinutes: minutes('resolution', before?.resolutionMinutes),
  };
}

/** The column in which what stands against a service is told. */
const FAULTS: Readonly<Record<string, readonly [ServiceField, ImportFaultCode]>> = {
  group: ['group', 'unknownGroup'],
  team: ['team', 'unknownTeam'],
  'sla.calendar': ['calendar', 'unknownCalendar'],
  'sla.responseMinutes': ['response', 'responseAfterResolution'],
};

function judgeGroup(reader: Reader, code: string, name: string, { book }: ServiceGround): ListedGroup {
  const before = book.categories.find((each) => each.code === code) ?? null;
  for (const field of ['team', 'kind', 'priority', 'calendar', 'response', 'resolution'] as const)
    if (reader.cell(field).value !== '') reader.fault('notForGroup', field);
  const description = reader.text('description', SERVICE_LIMITS.description) ?? before?.description ?? null;
  const isActive = standing(reader, before);
  const { icon = null, englishName = null, englishDescription = null } = before ?? {};
  const pairs: readonly Change[] = [
    ['name', before?.name ?? null, name],
    ['description', before?.description ?? null, description],
    ['isActive', before?.isActive ?? true, isActive],
  ];
  return {
    ...{ is: 'group', line: reader.line.line, code, isActive, before },
    said: { name, description, icon, englishName, englishDescription },
    changes: before ? changed(pairs) : [],
  };
}

function judgeOne(reader: Reader, code: string, name: string, ground: ServiceGround, groups: readonly Named[]) {
  const { book, services, isPattern } = ground;
  const before = services.get(code) ?? null;
  // A team that is no longer given work stays where it is until somebody chooses another.
  const teams = [...book.teams, ...(before ? [bare(before.team)] : [])];
  if (before === null)
    for (const field of ['team', 'kind'] as const) if (reader.cell(field).value === '') reader.fault('required', field);
  const priorities = { ...Object.fromEntries(PRIORITIES.map((each) => [each, each])), ...PRIORITY_WORDS };
  const said: SaidService = {
    ...{ approver: null, requiresLetter: false, requiresDisposition: false, requiresAssignmentLetter: false },
    ...{ isConfidential: false, hasSensitiveAttachments: false, attachmentKinds: [], keywords: [] },
    ...{ englishName: null, englishScope: null, fields: [] },
    ...(before && bareService(before)),
    name,
    group: named(reader, 'group', groups, 'unknownGroup', ''),
    team: named(reader, 'team', teams, 'unknownTeam', before?.team ?? ''),
    kind: worded(reader, 'kind', KIND_WORDS, 'unknownKind', before?.kind ?? 'REQUEST'),
    defaultPriority: worded<Priority>(
      reader,
      'priority',
      priorities,
      'unknownServicePriority',
      before?.defaultPriority ?? 'MEDIUM',
    ),
    reference: reader.text('description', SERVICE_LIMITS.reference) ?? before?.reference ?? null,
    sla: targetIn(reader, before?.sla ?? null, ground),
  };
  const isActive = standing(reader, before);
  if (reader.faults.length === 0)
    for (const issue of serviceIssues(
      said,
      {
        ...book,
        categories: groups,
        teams: [...teams, ...(before?.approver ? [bare(before.approver)] : [])],
        isPattern,
      },
      before && before.fields.map(({ key }) => key),
    )) {
      const [field, fault] = FAULTS[issue.field] ?? (['code', 'notAccepted'] as const);
      reader.fault(fault, field);
    }
  const pairs: readonly Change[] = [
    ['group', before?.group ?? null, said.group],
    ['name', before?.name ?? null, name],
    ['team', before?.team ?? null, said.team],
    ['kind', before?.kind ?? null, said.kind],
    ['priority', before?.defaultPriority ?? null, said.defaultPriority],
    ['calendar', before?.sla?.calendar ?? null, said.sla?.calendar ?? null],
    ['response', before?.sla?.responseMinutes ?? null, said.sla?.responseMinutes ?? null],
    ['resolution', before?.sla?.resolutionMinutes ?? null, said.sla?.resolutionMinutes ?? null],
    ['description', before?.reference ?? null, said.reference],
    ['isActive', before?.isActive ?? true, isActive],
  ];
  const listed: ListedService = {
    ...{ is: 'service', line: reader.line.line, code, isActive, before, said },
    changes: before ? changed(pairs) : [],
  };
  return listed;
}
const bare = (code: string): Named => ({ code, name: code });
function bareService({ id: _, code: __, isActive: ___, version: ____, ...said }: KeptService): SaidService {
  return said;
}

/**
 * What one line of a list of services is: a category, or a service of a category that is here or stands above. An empty
 * cell leaves what is here as it is. What may be said of a service is asked of the very rules of the settings.
 */
export function judgeService(
  line: CsvLine,
  columns: readonly ServiceColumn[],
  above: ListedBefore,
  ground: ServiceGround,
): JudgedService {
  if (line.fault) return { faults: [{ line: line.line, code: line.fault, column: '', value: '' }] };
  const reader: Reader = new ListLine(line, columns);
  const code = reader.code('code', SERVICE_CODE, above.codes) ?? '';
  const isGroup = reader.cell('group').value === '';
  if (isGroup && ground.services.has(code)) reader.fault('serviceAsGroup', 'code');
  if (!isGroup && ground.book.categories.some((each) => each.code === code)) reader.fault('groupAsService', 'code');
  const name = reader.text('name', SERVICE_LIMITS.name) ?? '';
  if (name === '') reader.fault('required', 'name');
  const groups: Named[] = [...above.groups, ...ground.book.categories];
  const listed = isGroup ? judgeGroup(reader, code, name, ground) : judgeOne(reader, code, name, ground, groups);
  if (reader.faults.length > 0) return { faults: reader.faults };
  above.codes.set(code, line.line);
  if (isGroup) above.groups.push({ code, name });
  return { listed };
}
