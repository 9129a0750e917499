import { DATE_ORDERS, type DateOrder } from './moments';
import { IMPORT_FIELDS, SOURCE_CODE, SOURCE_LIMITS, WORDED_FIELDS, type ImportField, type WordedField } from './fields';

/** Another system's words, and what they are called here; `*` stands for all that are not named. */
export type ValueTable = Readonly<Record<string, string>>;
/** How the list of another system is read. */
export interface ImportMapping {
  /** `code` and a line's `id` together are by what a ticket is known again; `name` is shown to people. */
  readonly source: { readonly code: string; readonly name: string };
  /** By the head of a column; `*` stands for all that are not named. Of several for one field the first that is filled. */
  readonly columns: Readonly<Record<string, ImportField>>;
  readonly values: Readonly<Partial<Record<WordedField, ValueTable>>>;
  /** What an empty cell means. */
  readonly defaults: Readonly<Partial<Record<WordedField, string>>>;
  readonly dateOrder: DateOrder;
  /** Numbers begin anew each year, as on sheets of paper: a line is known by year and number. */
  readonly numbersRestart: boolean;
}

/** What is wrong with a mapping file: where, and which words are allowed there. */
export interface MappingFault {
  readonly where: string;
  readonly allowed: readonly string[];
}
export type ReadMapping =
  | { readonly mapping: ImportMapping; readonly faults?: never }
  | { readonly faults: readonly MappingFault[]; readonly mapping?: never };

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const PARTS = ['source', 'columns', 'values', 'defaults', 'dateOrder', 'numbersRestart'] as const;
const EMPTY: ImportMapping = {
  source: { code: '', name: '' },
  columns: {},
  values: {},
  defaults: {},
  dateOrder: 'dayFirst',
  numbersRestart: false,
};

/** Everything in it that is not as it should be. */
function faultsOf(given: Json): MappingFault[] {
  const among = (where: string, value: unknown, allowed: readonly string[]): MappingFault[] =>
    typeof value === 'string' && allowed.includes(value) ? [] : [{ where, allowed }];
  const each = (where: string, value: unknown, check: (place: string, inner: unknown) => MappingFault[]) =>
    value === undefined
      ? []
      : isObject(value)
        ? Object.entries(value).flatMap(([key, inner]) => check(`${where}."${key}"`, inner))
        : [{ where, allowed: ['{ … }'] }];
  const text = (where: string, value: unknown): MappingFault[] =>
    typeof value === 'string' && value.trim() !== '' ? [] : [{ where, allowed: ['"…"'] }];
  const worded = (where: string, value: unknown, check: (place: string, inner: unknown) => MappingFault[]) =>
    each(where, value, (place, inner) => {
      const name = place.slice(where.length + 2, -1);
      return [...among(place, name, WORDED_FIELDS), ...check(place, inner)];
    });
  const source = isObject(given['source']) ? given['source'] : {};
  const { code, name } = source;
  return [
    ...Object.keys(given).flatMap((key) => among(key, key, PARTS)),
    ...(code !== undefined && (typeof code !== 'string' || !SOURCE_CODE.test(code))
      ? [{ where: 'source.code', allowed: ['a-z 0-9 -'] }]
      : []),
    ...(name !== undefined && (typeof name !== 'string' || name.trim() === '' || name.length > SOURCE_LIMITS.name)
      ? [{ where: 'source.name', allowed: [`1–${SOURCE_LIMITS.name}`] }]
      : []),
    ...each('columns', given['columns'], (place, inner) => among(place, inner, IMPORT_FIELDS)),
    ...worded('values', given['values'], (place, inner) => each(place, inner, text)),
    ...worded('defaults', given['defaults'], text),
    ...(given['dateOrder'] === undefined ? [] : among('dateOrder', given['dateOrder'], DATE_ORDERS)),
    ...(given['numbersRestart'] === undefined || typeof given['numbersRestart'] === 'boolean'
      ? []
      : [{ where: 'numbersRestart', allowed: ['true', 'false'] }]),
  ];
}

/** A mapping file over a preset, or over nothing: what it says goes before what the preset says. */
export function readMapping(given: unknown, preset: ImportMapping | null): ReadMapping {
  const base = preset ?? EMPTY;
  if (!isObject(given)) return { faults: [{ where: '', allowed: ['{ … }'] }] };
  const faults = faultsOf(given);
  if (faults.length > 0) return { faults };
  const said = given as Partial<ImportMapping>;
  const values = Object.fromEntries(
    WORDED_FIELDS.map((field) => [field, { ...base.values[field], ...said.values?.[field] }]),
  );
  const mapping: ImportMapping = {
    source: { ...base.source, ...said.source },
    // The file's own heads come first, so that of two columns for one field its own is looked at first.
    columns: {
      ...said.columns,
      ...Object.fromEntries(Object.entries(base.columns).filter(([k]) => !said.columns?.[k])),
    },
    values,
    defaults: { ...base.defaults, ...said.defaults },
    dateOrder: said.dateOrder ?? base.dateOrder,
    numbersRestart: said.numbersRestart ?? base.numbersRestart,
  };
  if (mapping.source.code === '') return { faults: [{ where: 'source.code', allowed: ['a-z 0-9 -'] }] };
  return mapping.source.name === ''
    ? { mapping: { ...mapping, source: { ...mapping.source, name: mapping.source.code } } }
    : { mapping };
}
