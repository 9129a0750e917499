import type { Category, FieldType, FormField, Priority, Service, SlaTarget, WorkKind } from '../../domain';

/** A service with what the server needs of it beyond the catalogue. */
export interface ServiceRecord {
  readonly id: number;
  readonly isActive: boolean;
  readonly service: Service;
  readonly targetFor: (priority: Priority) => SlaTarget;
  readonly eventFields: { readonly start: string; readonly end: string } | null;
}

/** The shapes in which Strapi hands out master data, and the one seam where they become the domain's. */
export interface FieldRow {
  key: string;
  label: string;
  type: FieldType;
  required: boolean | null;
  help: string | null;
  options: string[] | null;
  accept: string[] | null;
  min: number | null;
  max: number | null;
  pattern: string | null;
  suffix: string | null;
  /** `SINCE`: of something that has happened already. */
  eventMoment: 'START' | 'END' | 'SINCE' | null;
  englishLabel: string | null;
  englishHelp: string | null;
  englishOptions: string[] | null;
}
export interface SlaRow {
  calendar: string;
  responseMinutes: number;
  resolutionMinutes: number;
  mode: 'DURATION' | 'EVENT';
  minimumNoticeDays: number | null;
  scope: string | null;
}
export interface CategoryRow {
  id: number;
  code: string;
  name: string;
  description: string | null;
  englishName: string | null;
  englishDescription: string | null;
  englishScope: string | null;
  icon: string | null;
  order: number | null;
  isActive: boolean | null;
  parent: { code: string; isActive: boolean | null } | null;
  team: { code: string; name: string } | null;
  kind: WorkKind | null;
  defaultPriority: Priority | null;
  isConfidential: boolean | null;
  hasSensitiveAttachments: boolean | null;
  attachmentKinds: string[] | null;
  requiresLetter: boolean | null;
  approver: string | null;
  requiresDisposition: boolean | null;
  requiresAssignmentLetter: boolean | null;
  keywords: string[] | null;
  sla: SlaRow | null;
  fields: FieldRow[];
}
export interface PriorityRow {
  code: Priority;
  name: string;
  example: string | null;
  responseMinutes: number;
  resolutionMinutes: number;
}
/** A field as Strapi keeps it, with nothing left out; when what it asks about is, each of its readers says in its way. */
export const toBareField = (row: FieldRow): Omit<FormField, 'isPast'> => ({
  key: row.key,
  label: row.label,
  type: row.type,
  required: row.required === true,
  help: row.help ?? null,
  options: row.options ?? [],
  accept: row.accept ?? [],
  min: row.min === null ? null : Number(row.min),
  max: row.max === null ? null : Number(row.max),
  pattern: row.pattern ?? null,
  suffix: row.suffix ?? null,
  englishLabel: row.englishLabel || null,
  englishHelp: row.englishHelp || null,
  englishOptions: row.englishOptions ?? [],
});
const toField = (row: FieldRow): FormField => ({ ...toBareField(row), isPast: row.eventMoment === 'SINCE' });

interface PriorityTarget {
  readonly code: Priority;
  readonly responseMinutes: number;
  readonly resolutionMinutes: number;
}
export const WORKING_HOURS = 'JAM_KERJA';

/** What a ticket of this service is promised: the service's own target, else that of the ticket's priority. */
export const targetsOf =
  (row: CategoryRow, { sla: { scope, ...own } }: Service, priorities: readonly PriorityTarget[]) =>
  (priority: Priority): SlaTarget => {
    const byPriority = row.sla ? undefined : priorities.find(({ code }) => code === priority);
    return {
      ...own,
      ...(byPriority && {
        responseMinutes: byPriority.responseMinutes,
        resolutionMinutes: byPriority.resolutionMinutes,
      }),
      ...(scope ? { scope } : {}),
    };
  };

/** The catalogue shows a service without targets of its own with those of its default priority. */
export function toService(row: CategoryRow, priorities: readonly PriorityTarget[]): Service {
  const defaultPriority = row.defaultPriority ?? 'MEDIUM';
  const byPriority = priorities.find(({ code }) => code === defaultPriority);
  const sla = row.sla ?? {
    calendar: WORKING_HOURS,
    responseMinutes: byPriority?.responseMinutes ?? 240,
    resolutionMinutes: byPriority?.resolutionMinutes ?? 1350,
    mode: 'DURATION' as const,
    minimumNoticeDays: null,
    scope: null,
  };
  return {
    code: row.code,
    name: row.name,
    kind: row.kind ?? 'REQUEST',
    team: { code: row.team?.code ?? '', name: row.team?.name ?? '' },
    defaultPriority,
    isConfidential: row.isConfidential === true,
    hasSensitiveAttachments: row.hasSensitiveAttachments === true,
    attachmentKinds: row.attachmentKinds ?? [],
    requiresLetter: row.requiresLetter === true,
    approver: row.approver ?? null,
    requiresDisposition: row.requiresDisposition === true,
    requiresAssignmentLetter: row.requiresAssignmentLetter === true,
    keywords: row.keywords ?? [],
    sla: {
      calendar: sla.calendar,
      responseMinutes: sla.responseMinutes,
      resolutionMinutes: sla.resolutionMinutes,
      mode: sla.mode,
      minimumNoticeDays: sla.minimumNoticeDays ?? null,
      scope: sla.scope ?? null,
    },
    fields: row.fields.map(toField),
    englishName: row.englishName || null,
    englishScope: row.englishScope || null,
  };
}

export const toCategories = (rows: readonly CategoryRow[], services: ReadonlyMap<string, ServiceRecord>): Category[] =>
  rows
    .filter((row) => !row.parent && row.isActive !== false)
    .map((row) => ({
      code: row.code,
      name: row.name,
      description: row.description ?? '',
      icon: row.icon ?? '',
      englishName: row.englishName || null,
      englishDescription: row.englishDescription || null,
      services: rows
        .filter(({ parent }) => parent?.code === row.code)
        .flatMap(({ code }) => {
          const found = services.get(code);
          return found?.isActive ? [found.service] : [];
        }),
    }));

/** Which two form fields say when the event begins and ends; null for services without one. */
export function eventFieldsOf(row: CategoryRow): { start: string; end: string } | null {
  const start = row.fields.find(({ eventMoment }) => eventMoment === 'START')?.key;
  const end = row.fields.find(({ eventMoment }) => eventMoment === 'END')?.key;
  return start && end ? { start, end } : null;
}
