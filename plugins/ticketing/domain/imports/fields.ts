/**
 * What a column of another system's list may hold of a ticket. `extra` is kept on the ticket under the column's own name,
 * `ignore` is left out on purpose.
 */
export const IMPORT_FIELDS = [
  'id',
  'number',
  'title',
  'description',
  'status',
  'priority',
  'category',
  'unit',
  'contactName',
  'contactEmail',
  'contactPhone',
  'channel',
  'assignee',
  'submittedAt',
  'updatedAt',
  'resolvedAt',
  'closedAt',
  'solution',
  'extra',
  'ignore',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Fields whose words are another system's, and are put into ours by a table. */
export const WORDED_FIELDS = [
  'status',
  'priority',
  'category',
  'unit',
  'channel',
] as const satisfies readonly ImportField[];
export type WordedField = (typeof WORDED_FIELDS)[number];

/** Most that is read of one file: bytes, lines, columns, characters of a cell; and of bad lines that are named. */
export const IMPORT_BOUNDS = {
  bytes: 64 * 1024 * 1024,
  lines: 200_000,
  cells: 200,
  characters: 32_767,
  named: 500,
  mapping: 1024 * 1024,
} as const;

export const SOURCE_LIMITS = { code: 40, name: 60, id: 80, extras: 30, extra: 2000 } as const;
/** By what a source is known for good, such as `glpi`; a second system of the same kind has another. */
export const SOURCE_CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
