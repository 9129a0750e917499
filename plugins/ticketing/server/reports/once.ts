import type { Knex } from 'knex';
import { rowsByKey, rowsOf, sql, type Sql } from '../database/sql';

/** Questions that are remembered of one state, and no more: what people ask at once is a few dashboards. */
const MOST_ANSWERS = 200;

interface Answers {
  /** What of all transactions is visible, in PostgreSQL's own words. */
  readonly state: string;
  readonly of: Map<string, Promise<object[]>>;
}
const remembered = new WeakMap<Knex, Answers>();

async function answersOf(on: Knex): Promise<Answers> {
  const [row] = await rowsByKey<{ state: string }>(on, sql`select pg_current_snapshot()::text as state`);
  const state = row?.state ?? '';
  const known = remembered.get(on);
  if (known?.state === state && known.of.size < MOST_ANSWERS) return known;
  const fresh: Answers = { state, of: new Map() };
  remembered.set(on, fresh);
  return fresh;
}

/**
 * The rows of a statement that only reads, asked once of one state of the database: the same words with the same values
 * say the same as long as no transaction has ended since. Whoever writes, and then reads, is told anew.
 */
export async function askedOnce<Row extends object>(on: Knex, statement: Sql): Promise<Row[]> {
  const { of } = await answersOf(on);
  const question = JSON.stringify([statement.text, statement.values]);
  const known = of.get(question);
  if (known) return known as Promise<Row[]>;
  const answer = rowsOf<Row>(on, statement);
  of.set(question, answer);
  answer.catch(() => of.delete(question));
  return answer;
}
