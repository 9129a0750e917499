import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { tracedStatement } from './tracing';

/** What may stand in a statement as a value. An array is PostgreSQL's array: `= any(${codes})`. */
export type SqlValue = string | number | boolean | Date | null | readonly string[] | readonly number[];

/** A piece of SQL that carries its values. A piece inside a piece brings its values along, in their order. */
export class Sql {
  constructor(
    /** The text with `?` where a value stands. */
    readonly text: string,
    readonly values: readonly SqlValue[],
  ) {}
}

/** The tag: sql`… where t.number = ${number} and ${scope}`. Strings are values, never text. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  let text = texts[0] ?? '';
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (part instanceof Sql) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += texts[index + 1] ?? '';
  });
  return new Sql(text, values);
}

/** Text of our own as a piece, such as the name of a column out of a table of ours. Never what a person typed. */
export const trusted = (text: string): Sql => new Sql(text, []);

/** A number of ours as text of the statement, where it decides the plan: with a limit it cannot see, each call is planned anew. */
export const whole = (number: number): Sql => trusted(String(Math.trunc(number)));

/**
 * A value that the planner does not see (2026-11-30). One it sees makes the plan for this very moment look cheaper than the
 * one that is kept, and the statement is planned anew each time; `pg_prepared_statements` tells which are.
 */
export const hidden = (value: SqlValue, type: 'text' | 'timestamp'): Sql => sql`(select ${value}::${trusted(type)})`;

/** Pieces one after the other, with a word of ours between them. */
export const joined = (pieces: readonly Sql[], separator: string): Sql =>
  new Sql(
    pieces.map(({ text }) => text).join(separator),
    pieces.flatMap(({ values }) => values),
  );

const combine = (pieces: readonly Sql[], word: 'and' | 'or', empty: Sql): Sql =>
  pieces.length === 0 ? empty : sql`(${joined(pieces, ` ${word} `)})`;
/** True when each piece is; true of none. */
export const all = (pieces: readonly Sql[]): Sql => combine(pieces, 'and', sql`true`);
/** True when one piece is; false of none. */
export const any = (pieces: readonly Sql[]): Sql => combine(pieces, 'or', sql`false`);

/** `column = value, …` of an update; the names of columns are ours. */
export const settingOf = (columns: Readonly<Record<string, SqlValue>>): Sql =>
  joined(
    Object.entries(columns).map(([column, value]) => sql`${trusted(column)} = ${value}`),
    ', ',
  );
/** `(column, …) values (value, …)` of an insert of one row. */
export const rowOf = (columns: Readonly<Record<string, SqlValue>>): Sql =>
  sql`(${trusted(Object.keys(columns).join(', '))}) values (${joined(
    Object.values(columns).map((value) => sql`${value}`),
    ', ',
  )})`;

/** Rows as a list inside another row; instants in it are best asked for as epoch ms. */
export const listOf = (rows: Sql): Sql => sql`(select coalesce(json_agg(x), '[]') from (${rows}) x)`;

type Values = readonly unknown[];
interface Statement {
  readonly sql: string;
  readonly bindings: Values;
  readonly options: { readonly name?: string };
}
/** The layer of knex below its builders: it has pool, transactions and events, and sends a text as it is. */
interface Wire {
  acquireConnection(): Promise<object>;
  query(connection: object, statement: Statement): Promise<{ response: { rows: unknown[] } }>;
  releaseConnection(connection: object): Promise<void>;
}

/**
 * Sends a statement whose values stand as `$1`, `$2`, … . Not by `raw`, which takes every text apart and puts it together
 * again: of a statement of two thousand letters that costs more than its way to PostgreSQL.
 */
async function send<Row>(on: Knex, text: string, values: Values, name?: string): Promise<Row[]> {
  const wire = on.client as Wire;
  const connection = await wire.acquireConnection();
  try {
    const { response } = await tracedStatement(text, () =>
      wire.query(connection, { sql: text, bindings: values, options: name ? { name } : {} }),
    );
    return response.rows as Row[];
  } finally {
    await wire.releaseConnection(connection);
  }
}

const numbered = (text: string): string => {
  let place = 0;
  return text.replaceAll('?', () => `$${(place += 1)}`);
};

/** Rows of a statement, typed at the call. Strapi leaves jsonb as text, so statements read such columns as `::json`. */
export const rowsOf = <Row>(on: Knex, { text, values }: Sql): Promise<Row[]> => send<Row>(on, numbered(text), values);

/** Runs a statement whose answer nobody reads. */
export async function run(on: Knex, statement: Sql): Promise<void> {
  await rowsOf(on, statement);
}

/** So many statements are kept prepared by each connection, which holds their plans in memory; others are planned anew. */
const MOST_NAMES = 200;
/** Texts as they are sent and their names, so that the same words are always the same prepared statement. */
const known = new Map<string, { readonly text: string; readonly name: string }>();

function sendNamed<Row>(on: Knex, text: string, values: Values, toSent = (given: string) => given): Promise<Row[]> {
  let statement = known.get(text);
  if (!statement && known.size < MOST_NAMES) {
    const name = `t_${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
    statement = { text: toSent(text), name };
    known.set(text, statement);
  }
  return send<Row>(on, statement?.text ?? toSent(text), values, statement?.name);
}

/**
 * Rows of a statement that looks something up by its key: named, so that PostgreSQL parses and plans it once a
 * connection.
 * Not for statements planned by their values, such as a report's days: a plan for any days is a slow plan for most.
 */
export const rowsByKey = <Row>(on: Knex, { text, values }: Sql): Promise<Row[]> =>
  sendNamed<Row>(on, text, values, numbered);

/** A connection for a library that writes its own SQL, always the same texts: they are named as ours are. */
export const lending = (on: Knex) => ({
  executeSql: async (text: string, values: Values = []): Promise<{ rows: never[] }> => ({
    rows: await sendNamed<never>(on, text, values),
  }),
});
