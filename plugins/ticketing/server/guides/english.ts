import type { Language } from '../../domain';
import { sql, type Sql } from '../database/sql';

/** A guide is translated as a whole: what is saved with one English part has all of them. */
const IS_TRANSLATED = sql`coalesce(g.english_body, '') <> ''`;

/** Of two texts of guide `g` the one its reader gets. */
const either = (language: Language, own: Sql, english: Sql): Sql =>
  language === 'en' ? sql`case when ${IS_TRANSLATED} then ${english} else ${own} end` : own;

export const titleIn = (language: Language): Sql => either(language, sql`g.title`, sql`g.english_title`);
export const summaryIn = (language: Language): Sql => either(language, sql`g.summary`, sql`g.english_summary`);
export const bodyIn = (language: Language): Sql => either(language, sql`g.body`, sql`g.english_body`);
export const languageIn = (language: Language): Sql => either(language, sql`'id'`, sql`'en'`);

/** What category or service `c` is called by its reader. */
export const nameIn = (language: Language, of: Sql): Sql =>
  language === 'en' ? sql`coalesce(nullif(${of}.english_name, ''), ${of}.name)` : sql`${of}.name`;

/** The piece of a guide's body that was found, marked. */
export const headlineIn = (language: Language, query: string, options: string): Sql =>
  either(
    language,
    sql`ts_headline('indonesian', plain_markdown(g.body), to_tsquery('indonesian', ${query}), ${options})`,
    sql`ts_headline('english', plain_markdown(g.english_body), to_tsquery('english', ${query}), ${options})`,
  );
