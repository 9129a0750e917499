import type { Knex } from 'knex';
import { rowsByKey, sql } from '../database/sql';

/** Answers that are remembered of one state, and no more: what people ask at once is a few dashboards. */
const MOST_ANSWERS = 200;

/**
 * What of all transactions is visible, in PostgreSQL's own words. A replica's snapshot does not tell one running transaction
 * from another, so there it is how far it has got: what is visible there changes only by what it takes over.
 */
const STATE = sql`select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text
  else pg_current_snapshot()::text end as state`;

interface Answers<Answer> {
  readonly state: string;
  readonly of: Map<string, Promise<Answer>>;
}

/** Answers a question, out of memory where it was asked before. */
export type Recall<Answer> = (question: string, make: () => Promise<Answer>) => Promise<Answer>;

/**
 * Answers that are made once of one state of the database: the same question says the same as long as no transaction has
 * ended since. Whoever writes, and then asks, is told anew. The question names everything but the database that the
 * answer depends on. The state is looked at when `on` is given, once for all questions that are asked together.
 */
export function onceInAState<Answer>(): (on: Knex) => Promise<Recall<Answer>> {
  const remembered = new WeakMap<Knex, Answers<Answer>>();
  const answersOf = async (on: Knex): Promise<Answers<Answer>['of']> => {
    const [row] = await rowsByKey<{ state: string }>(on, STATE);
    const state = row?.state ?? '';
    const known = remembered.get(on);
    if (known?.state === state && known.of.size < MOST_ANSWERS) return known.of;
    const of: Answers<Answer>['of'] = new Map();
    remembered.set(on, { state, of });
    return of;
  };
  return async (on) => {
    const of = await answersOf(on);
    return (question, make) => recall(of, question, make);
  };
}

function recall<Answer>(of: Map<string, Promise<Answer>>, question: string, make: () => Promise<Answer>) {
  const known = of.get(question);
  if (known) return known;
  const answer = make();
  of.set(question, answer);
  answer.catch(() => of.delete(question));
  return answer;
}
