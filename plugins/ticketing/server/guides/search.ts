import { otherWords, searchWords, type Language } from '../../domain';
import { sql, joined, all, any, trusted, type Sql } from '../database/sql';
import { titleIn } from './english';

/** The words of a guide, as its index holds them; who reads English also finds it by the words of its translation. */
export function wordsIn(language: Language, of: 'g' | 'o' = 'g'): Sql {
  const row = trusted(of);
  const own = sql`guide_words(${row}.title, ${row}.keywords, ${row}.summary, ${row}.body)`;
  return language === 'en'
    ? sql`(${own} || guide_english_words(${row}.english_title, ${row}.english_summary, ${row}.english_body))`
    : own;
}
/** A query for them, in the forms of the reader's languages. */
export const askedIn = (language: Language, query: Sql | string): Sql =>
  language === 'en'
    ? sql`(to_tsquery('indonesian', ${query}) || to_tsquery('english', ${query}))`
    : sql`to_tsquery('indonesian', ${query})`;

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
export const rarityOf = (language: Language, groups: readonly string[]): Sql =>
  joined(
    groups.map(
      (group) => sql`(${wordsIn(language)} @@ ${askedIn(language, group)})::int / (1.0 + (select count(*) from guides o
        where coalesce(o.is_active, true) and ${wordsIn(language, 'o')} @@ ${askedIn(language, group)}))`,
    ),
    ' + ',
  );

/**
 * Guides that have all the words; where none has, those that have some, so that a question finds something. A piece
 * of a title counts too.
 */
export function matching(language: Language, typed: string | undefined): Sql[] {
  if (!typed) return [];
  const titled: Sql = sql`${titleIn(language)} ilike ${`%${typed.replace(/[\\%_]/g, (special) => `\\${special}`)}%`}`;
  const queries = queriesOf(typed);
  if (!queries) return [titled];
  const having = (query: string): Sql => sql`${wordsIn(language)} @@ ${askedIn(language, query)}`;
  const none: Sql = sql`not exists (select 1 from guides o where coalesce(o.is_active, true) and
    ${wordsIn(language, 'o')} @@ ${askedIn(language, queries.every)})`;
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
