import { parseSearch, scopeOf, type ExcerptPart, type SearchTerm } from '../../domain';
import type { Caller } from '../database/caller';
import { excerptOf, hasHit, headlineOptions } from '../database/headline';
import { connection } from '../database/transaction';
import { scopeClause } from './scope';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, joined, all, any, type Sql } from '../database/sql';

const NONE: Sql = sql`false`;

const quoted = (text: string): string => `'${text.replace(/['\\]/g, ' ')}'`;

const meaningThat = (others: readonly string[]): Sql =>
  others.length ? sql` || to_tsquery('indonesian', ${others.map(quoted).join(' | ')})` : sql``;

/**
 * One term as a tsquery. A word is looked for by its stem, as it is written where it may still be growing, and by the
 * `others` that mean the same.
 */
function termSql({ kind, spellings, isPrefix, isExcluded }: SearchTerm, others: readonly string[]): Sql {
  const [text = ''] = spellings;
  const grown = isPrefix ? ':*' : '';
  const clause: Sql =
    kind === 'phrase'
      ? sql`phraseto_tsquery('indonesian', ${text})`
      : kind === 'word'
        ? sql`(to_tsquery('indonesian', ${quoted(text)}) || to_tsquery('simple', ${quoted(text) + grown})${meaningThat(others)})`
        : sql`${spellings.map((spelling) => quoted(spelling) + grown).join(' | ')}::tsquery`;
  return isExcluded ? sql`!! ${clause}` : clause;
}

const queryIn = (typed: string | undefined, othersOf: (term: SearchTerm) => readonly string[]): Sql | null => {
  const terms = parseSearch(typed ?? '').map((term) => termSql(term, othersOf(term)));
  return terms.length ? sql`(${joined(terms, ' && ')})` : null;
};
/** All of what was typed as one tsquery; null where nothing of it can be looked for. */
export const queryOf = (typed: string | undefined): Sql | null => queryIn(typed, ({ others }) => others);

/**
 * Tickets found by these words: internal notes count for whoever may read those of that very ticket. Over
 * `TICKET_FROM`.
 */
export function matching(typed: string | undefined, { actor, policy, now }: Caller): Sql[] {
  if (!typed) return [];
  const query = queryOf(typed);
  if (!query) return [NONE];
  const insider = scopeClause(policy, actor, 'ticket:readInternal', now);
  const found = sql`w.words @@ ${query}`;
  const inside = sql`w.inner_words @@ ${query}`;
  return [
    scopeOf(policy, actor, 'ticket:readInternal').anyOf.length === 0 ? found : any([found, all([inside, insider])]),
  ];
}

const isUnconditional = (alternatives: readonly (readonly unknown[])[]): boolean =>
  alternatives.some((when) => when.length === 0);

/**
 * The same tickets for whoever reads every ticket, who may find half of them by a common word: gathered from the
 * indexes, without
 * unpacking a document. Null for whoever reads one unit's, who is quicker through that unit's tickets.
 */
export function gathering(typed: string | undefined, caller: Caller): Sql[] | null {
  const query = queryOf(typed);
  const alternatives = (permission: 'ticket:read' | 'ticket:readInternal') =>
    scopeOf(caller.policy, caller.actor, permission).anyOf;
  const inside = alternatives('ticket:readInternal');
  const isInsider = isUnconditional(inside);
  if (!query || !isUnconditional(alternatives('ticket:read')) || (inside.length > 0 && !isInsider)) return null;
  return [sql`t.id in (select tickets_found(${query}, ${isInsider}))`];
}

/**
 * Of very many tickets the newest are weighed; the others follow by age. Weighing means unpacking a document, and
 * nobody turns that many pages.
 */
export const MOST_WEIGHED = 1000;
/**
 * How well a ticket fits, by what everyone may know of it: what has the very words before what only means the same, title
 * before description, description before what was said.
 */
export function fitOf(typed: string | undefined): Sql | null {
  const [wide, exact] = [queryOf(typed), queryIn(typed, () => [])];
  return (
    wide &&
    exact &&
    sql`(case when w.words @@ ${exact} then 1 else 0 end) + ts_rank('{0.05, 0.2, 0.4, 1.0}', w.words, ${wide}, 1)`
  );
}

/** Characters of a ticket's texts an excerpt is looked for in. */
const READ_CHARACTERS = 20_000;
const EXCERPT_OPTIONS = headlineOptions(6, 18);

/** By ticket id, where in description, answers or public words the query stands. Internal notes are in no excerpt. */
export async function excerptsOf(
  desk: Desk,
  query: Sql,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ExcerptPart[]>> {
  const rows = await rowsOf<{ id: number; headline: string }>(
    connection(desk.strapi),
    sql`
    select t.id, ts_headline('indonesian', left(concat_ws(E'\\n', t.description,
        (select string_agg(answer ->> 'value', E'\\n') from jsonb_array_elements(case when jsonb_typeof(t.form) =
          'array' then t.form else '[]' end) as answer),
        (select string_agg(e.payload ->> 'text', E'\\n' order by e.id desc) from audit_entries e
          where e.subject_type = 'ticket' and e.subject_id = t.number and e.payload ->> 'text' is not null and not
            coalesce((e.payload ->> 'isInternal')::boolean, false))), ${READ_CHARACTERS}),
      ${query}, ${EXCERPT_OPTIONS}) as headline
    from tickets t where t.id = any(${ids}::int[])`,
  );
  return new Map(rows.filter(({ headline }) => hasHit(headline)).map(({ id, headline }) => [id, excerptOf(headline)]));
}
