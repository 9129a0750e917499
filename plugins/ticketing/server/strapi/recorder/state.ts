import type { Core } from '@strapi/strapi';
import { CORE_STORE, isSecretName, isSetting, subjectOf, type Subject } from './subjects';

/** A subject at one moment: its columns as JSON, and its secrets, which are compared and never kept. */
export interface State {
  readonly label: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}
interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly mappedBy?: string;
  readonly target?: string;
  readonly component?: string;
  readonly components?: readonly string[];
}
type Row = Readonly<Record<string, unknown>>;
type Populate = Record<string, unknown>;

const BOOKKEEPING = [
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
  '__component',
  '__type',
  '__pivot',
];

const attributesOf = (strapi: Core.Strapi, uid: string): [string, Attribute][] =>
  Object.entries(
    (strapi.getModel(uid as 'admin::user') as unknown as { attributes?: Record<string, Attribute> } | undefined)
      ?.attributes ?? {},
  ).filter(([name]) => !BOOKKEEPING.includes(name));

/** Of relations those that are this row's own to set; the far end of another's says nothing new. */
const isOwn = ({ type, relation, mappedBy }: Attribute, name: string, also: readonly string[] = []): boolean =>
  type === 'media' || (type === 'relation' && !relation?.startsWith('morph') && (!mappedBy || also.includes(name)));

function populateOf(strapi: Core.Strapi, uid: string, also?: readonly string[]): Populate {
  return Object.fromEntries(
    attributesOf(strapi, uid).flatMap(([name, attribute]): [string, unknown][] => {
      if (attribute.type === 'component' && attribute.component)
        return [[name, { populate: populateOf(strapi, attribute.component) }]];
      if (attribute.type === 'dynamiczone')
        return [
          [
            name,
            {
              on: Object.fromEntries(
                (attribute.components ?? []).map((each) => [each, { populate: populateOf(strapi, each) }]),
              ),
            },
          ],
        ];
      return isOwn(attribute, name, also) ? [[name, true]] : [];
    }),
  );
}

/** A related row as people know it: a permission by what it allows, anything else by its code or name. */
function referenceOf(row: Row): string {
  if (typeof row['action'] !== 'string')
    return String(row['code'] ?? row['type'] ?? row['email'] ?? row['key'] ?? row['name'] ?? row['id']);
  const { fields } = (row['properties'] ?? {}) as { fields?: readonly string[] };
  const conditions = (row['conditions'] ?? []) as readonly string[];
  return [
    row['action'],
    row['subject'],
    fields && `[${fields.join(',')}]`,
    conditions.length > 0 && `{${conditions.join(',')}}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function valueOf(strapi: Core.Strapi, { type, component }: Attribute, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'relation' || type === 'media')
    return Array.isArray(value) ? value.map(referenceOf).sort() : referenceOf(value as Row);
  const partOf = (part: Row) => valuesOf(strapi, component ?? String(part['__component']), part);
  if (type === 'component' || type === 'dynamiczone')
    return Array.isArray(value) ? value.map(partOf) : partOf(value as Row);
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function valuesOf(
  strapi: Core.Strapi,
  uid: string,
  row: Row,
  { secrets = [], quiet = [], with: also }: Partial<Subject> = {},
): Record<string, unknown> {
  const seen = attributesOf(strapi, uid).filter(
    ([name, attribute]) =>
      attribute.type !== 'password' &&
      !secrets.includes(name) &&
      !quiet.includes(name) &&
      (!['relation', 'media'].includes(attribute.type) || isOwn(attribute, name, also)),
  );
  return Object.fromEntries(seen.map(([name, attribute]) => [name, valueOf(strapi, attribute, row[name])]));
}

/** A setting's JSON, one line per leaf, so that an entry holds the switch that was turned and not its whole panel. */
function leavesOf(value: unknown, path: readonly string[] = []): [string, unknown][] {
  if (value && typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  return [[path.join('.') || 'value', value ?? null]];
}

function settingOf({ key, value, type }: Row): State | null {
  if (typeof key !== 'string' || !isSetting(key)) return null;
  const leaves = leavesOf(type === 'string' || typeof value !== 'string' ? value : (JSON.parse(value) as unknown));
  const isSecret = ([path]: [string, unknown]) => isSecretName(path.slice(path.lastIndexOf('.') + 1));
  return {
    label: key,
    values: Object.fromEntries(leaves.filter((leaf) => !isSecret(leaf))),
    secrets: Object.fromEntries(leaves.filter(isSecret)),
  };
}

const labelOf = (row: Row): string =>
  [row['code'] ?? row['email'] ?? row['key'] ?? row['date'], row['fullName'] ?? row['name']]
    .filter((part) => typeof part === 'string')
    .join(' · ') || String(row['id']);

/**
 * The subject as it stands, seen from inside the running transaction; null when there is none, or none worth recording.
 */
export async function readState(strapi: Core.Strapi, uid: string, id: number): Promise<State | null> {
  const subject = subjectOf(uid);
  if (!subject) return null;
  const row = (await strapi.db.query(uid as 'admin::user').findOne({
    where: { id },
    populate: (uid === CORE_STORE ? {} : populateOf(strapi, uid, subject.with)) as never,
  })) as Row | null;
  if (!row) return null;
  if (uid === CORE_STORE) return settingOf(row);
  const secrets = Object.fromEntries((subject.secrets ?? []).map((name) => [name, row[name] ?? null]));
  return { label: labelOf(row), values: valuesOf(strapi, uid, row, subject), secrets };
}
