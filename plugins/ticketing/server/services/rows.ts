import { createHash } from 'node:crypto';
import { Refusal, type KeptCategory, type KeptField, type KeptService, type ShelvedService } from '../../domain';
import { UID } from '../database/content-types';
import { toBareField, type CategoryRow, type FieldRow } from '../desk/catalogue-rows';
import type { Desk } from '../desk/desk';

/** A category or a service as Strapi keeps it, with what only its keepers need. */
export interface BookRow extends CategoryRow {
  readonly documentId: string;
  readonly reference: string | null;
}

/** All of them in their order, from inside the running transaction where there is one. */
export const bookRows = ({ strapi }: Desk): Promise<BookRow[]> =>
  strapi.db.query(UID.category).findMany({
    populate: { parent: true, team: true, sla: true, fields: true },
    orderBy: { order: 'asc', code: 'asc' } as never,
  }) as Promise<BookRow[]>;

export const isService = ({ parent }: BookRow): boolean => parent !== null;

/** What two who edit the same thing compare: it changes with anything that is said of it, and with nothing else. */
const versionOf = (said: object): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);

const toField = (row: FieldRow): KeptField => ({ ...toBareField(row), moment: row.eventMoment });

export function toService(row: BookRow): KeptService {
  const said = {
    group: row.parent?.code ?? '',
    name: row.name,
    kind: row.kind ?? ('REQUEST' as const),
    team: row.team?.code ?? '',
    defaultPriority: row.defaultPriority ?? ('MEDIUM' as const),
    approver: row.approver || null,
    requiresLetter: row.requiresLetter === true,
    requiresDisposition: row.requiresDisposition === true,
    requiresAssignmentLetter: row.requiresAssignmentLetter === true,
    isConfidential: row.isConfidential === true,
    hasSensitiveAttachments: row.hasSensitiveAttachments === true,
    attachmentKinds: row.attachmentKinds ?? [],
    keywords: row.keywords ?? [],
    reference: row.reference || null,
    englishName: row.englishName || null,
    englishScope: row.englishScope || null,
    sla: row.sla && {
      calendar: row.sla.calendar,
      responseMinutes: row.sla.responseMinutes,
      resolutionMinutes: row.sla.resolutionMinutes,
      mode: row.sla.mode,
      minimumNoticeDays: row.sla.minimumNoticeDays ?? null,
      scope: row.sla.scope || null,
    },
    fields: row.fields.map(toField),
  };
  return { id: row.id, code: row.code, isActive: row.isActive !== false, version: versionOf(said), ...said };
}

const toShelved = (row: BookRow): ShelvedService => {
  const { id, code, name, isActive, kind, defaultPriority, approver, isConfidential, keywords, sla, fields } =
    toService(row);
  return {
    ...{ id, code, name, isActive, kind, defaultPriority, approver, isConfidential, keywords, sla },
    team: row.team && { code: row.team.code, name: row.team.name },
    fields: fields.length,
  };
};

export function toCategory(row: BookRow, rows: readonly BookRow[]): KeptCategory {
  const said = {
    name: row.name,
    description: row.description || null,
    icon: row.icon || null,
    englishName: row.englishName || null,
    englishDescription: row.englishDescription || null,
  };
  return {
    ...{ id: row.id, code: row.code, isActive: row.isActive !== false, version: versionOf(said) },
    ...said,
    services: rows.filter(({ parent }) => parent?.code === row.code).map(toShelved),
  };
}

/** The row of a service, or of a category. */
export function rowAt(rows: readonly BookRow[], id: number, wanted: 'service' | 'category' | 'either'): BookRow {
  const row = rows.find((each) => each.id === id);
  if (!row || (wanted !== 'either' && isService(row) !== (wanted === 'service'))) throw new Refusal('notFound');
  return row;
}
