import type { Language, Suggestions } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { languageIn, summaryIn, titleIn } from './english';
import { GUIDE_FROM, GUIDE_ORDER, IS_READABLE } from './rows';
import { askedIn, linksTo, queriesOf, wordsIn } from './search';
import { announcementsTouching } from '../announcements/list';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, type Sql } from '../database/sql';

const MOST_GUIDES = 3;
const MOST_ANNOUNCEMENTS = 3;
/** Of a guide for other services this many words of the title must stand in its own title, keywords or summary. */
const ENOUGH_WORDS = 2;

/**
 * Guides that may answer a request before it is made: those of its service, and those that speak of the same things.
 * At most three.
 */
const helpful = (language: Language, category: string, words: readonly string[]): Sql => sql`
  select slug, ${titleIn(language)} as title, ${summaryIn(language)} as summary, ${languageIn(language)} as language from (
    select g.*, exists (${linksTo([category])}) as is_linked,
      (select count(*) from unnest(${words}::text[]) word where ${wordsIn(language)} @@
        ${askedIn(language, sql`word || case when word like '%:*' then 'AB' else ':AB' end`)}) as hits
    ${GUIDE_FROM} where ${IS_READABLE}) g
  where is_linked or hits >= ${ENOUGH_WORDS}
  order by hits + case when is_linked then 2 else 0 end desc, g.kind = 'SOP', ${GUIDE_ORDER}
  limit ${MOST_GUIDES}`;

export async function suggestHelp(
  desk: Desk,
  caller: Caller,
  { title, category }: Parsed<'suggestHelp'>,
): Promise<Suggestions> {
  const [guides, announcements] = await Promise.all([
    rowsOf<Omit<Suggestions['guides'][number], 'summary'> & { summary: string | null }>(
      connection(desk.strapi),
      helpful(caller.language, category ?? '', queriesOf(title)?.words ?? []),
    ),
    announcementsTouching(desk, caller, category, MOST_ANNOUNCEMENTS),
  ]);
  return { guides: guides.map(({ summary, ...guide }) => ({ ...guide, summary: summary ?? '' })), announcements };
}
