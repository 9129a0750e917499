import { otherWords, searchWords } from '../../domain';
import { sql, joined, all, any, type Sql } from '../database/sql';

/** The words of a guide, as its index holds them. */
export const WORDS = sql`guide_words(g.title, g.keywords, g.summary, g.body)`;

/** Letters from which on a word may also be the beginning of one: shorter ones begin too many. */
const PREFIX_FROM = 4;
const term = (word: string): string => (word.length >= PREFIX_FROM ? `${word}:*` : word);

/**
 * What was typed as PostgreSQL asks for it: every word, or any of them, each with what means the same (`groups`); null
 * when no word was typed. Words hold letters and digits only.
 */
export function queriesOf(typed: string | undefined): {
  readonly every: string;
  readonly any: string;
  readonly words: readonly string[];
  readonly groups: readonly string[];
} | null {
  const typedWords = searchWords(typed ?? '');
  const words = typedWords.map(term);
  const groups = typedWords.map((word) => `(${[term(word), ...otherWords(word)].join(' | ')})`);
  return words.length ? { every: groups.join(' & '), any: groups.join(' | '), words, groups } : null;
}

/**
 * How much of what was typed a guide has. A word that few guides have tells more about what is meant than one that many
 * have.
 */
export const rarityOf = (groups: readonly string[]): Sql =>
  joined(
    groups.map(
      (group) => sql`(${WORDS} @@ to_tsquery('indonesian', ${group}))::int / (1.0 + (select count(*) from guides o where
        coalesce(o.is_active, true) and guide_words(o.title, o.keywords, o.summary, o.body)
          @@ to_tsquery('indonesian', ${group})))`,
    ),
    ' + ',
  );

/**
 * Guides that have all the words; where none has, those that have some, so that a question finds something. A piece
 * of a title counts too.
 */
export function matching(typed: string | undefined): Sql[] {
  if (!typed) return [];
  const titled: Sql = sql`g.title ilike ${`%${typed.replace(/[\\%_]/g, (special) => `\\${special}`)}%`}`;
  const queries = queriesOf(typed);
  if (!queries) return [titled];
  const having = (query: string): Sql => sql`${WORDS} @@ to_tsquery('indonesian', ${query})`;
  const none: Sql = sql`not exists (select 1 from guides o where coalesce(o.is_active, true) and guide_words(o.title,
    o.keywords, o.summary, o.body) @@ to_tsquery('indonesian', ${queries.every}))`;
  return [any([titled, having(queries.every), all([none, having(queries.any)])])];
}

/**
 * Guides of these categories and services: a category stands for its services, and a guide for a whole category for
 * each of them.
 */
export const ofCategories = (codes: readonly string[] | undefined): Sql[] =>
  codes ? [sql`exists (${linksTo(codes)})`] : [];

/** Links of guide `g` to a wanted category, to its parent, or to one of its services. */
export const linksTo = (codes: readonly string[]): Sql => sql`
  select 1 from desk_guide_services() l join categories c on c.id = l.category_id, categories w
  where l.guide_id = g.id and w.code = any(${codes}) and (c.id = w.id or c.id = w.parent_id or c.parent_id = w.id)`;
