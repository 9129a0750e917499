import { GUIDE_KINDS, type GuideFacets } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { headlineOptions } from '../database/headline';
import { connection } from '../database/transaction';
import { headlineIn, nameIn } from './english';
import { guideColumns, GUIDE_FROM, GUIDE_ORDER, IS_READABLE, toGuideSummary, type GuideRow } from './rows';
import { askedIn, matching, ofCategories, queriesOf, rarityOf, wordsIn } from './search';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, all, type Sql } from '../database/sql';

const EXCERPT_OPTIONS = headlineOptions(8, 22);

type Filters = Parsed<'getGuideFacets'>;

const readable: Sql = IS_READABLE;
const ofKind = (kind: Filters['kind']): Sql[] => (kind ? [sql`g.kind = ${kind}`] : []);

/** Best answer first, with the piece of it that was found; without a search in the editor's order. */
export async function listGuides(
  desk: Desk,
  { language }: Caller,
  { kind, category, q, page, pageSize }: Parsed<'listGuides'>,
): Promise<Answer<'listGuides'>> {
  const on = connection(desk.strapi);
  const where = all([readable, ...ofKind(kind), ...ofCategories(category), ...matching(language, q)]);
  const queries = queriesOf(q);
  const headline: Sql = queries ? headlineIn(language, queries.any, EXCERPT_OPTIONS) : sql`null`;
  // The very words first, then what says the same. Weighed by the length of a guide (1): a long one that says a word
  // in passing, often, is not about it.
  const rank: Sql = queries
    ? sql`${wordsIn(language)} @@ ${askedIn(language, queries.every)} desc, ${rarityOf(language, queries.words)} desc,
      ${rarityOf(language, queries.groups)} desc,
      ts_rank_cd(${wordsIn(language)}, ${askedIn(language, queries.any)}, 1) desc, `
    : sql``;
  const [rows, [counted]] = await Promise.all([
    // Headlines are costly: only what is on the page gets one.
    rowsOf<GuideRow>(
      on,
      sql`with found as (select g.id, row_number() over (order by ${rank}${GUIDE_ORDER}) as place ${GUIDE_FROM} where
        ${where} order by place limit ${pageSize} offset ${(page - 1) * pageSize})
      select ${guideColumns(language)}, ${headline} as headline from found f join guides g on g.id = f.id order by f.place`,
    ),
    rowsOf<{ total: number }>(on, sql`select count(*)::int as total ${GUIDE_FROM} where ${where}`),
  ]);
  const total = counted?.total ?? 0;
  return {
    rows: rows.map(toGuideSummary),
    pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
  };
}

/** What each further filter would leave, so that no choice leads to an empty page. */
export async function guideFacets(
  desk: Desk,
  { language }: Caller,
  { kind, category, q }: Filters,
): Promise<GuideFacets> {
  const on = connection(desk.strapi);
  const ofKinds = all([readable, ...ofCategories(category), ...matching(language, q)]);
  const ofServices = all([readable, ...ofKind(kind), ...matching(language, q)]);
  const [kinds, services] = await Promise.all([
    rowsOf<{ kind: string; count: number }>(
      on,
      sql`select g.kind, count(*)::int as count ${GUIDE_FROM} where ${ofKinds} group by g.kind`,
    ),
    rowsOf<{ code: string; name: string; count: number }>(
      on,
      sql`
      select w.code, ${nameIn(language, sql`w`)} as name, count(distinct g.id)::int as count
      from categories w join categories c on c.id = w.id or c.parent_id = w.id join desk_guide_services() l on
        l.category_id = c.id join guides g on g.id = l.guide_id
      where ${ofServices} and coalesce(w.is_active, true) and w.parent_id is null group by w.id order by w."order", w.code limit 200`,
    ),
  ]);
  return {
    kinds: Object.fromEntries(
      GUIDE_KINDS.map((each) => [each, kinds.find((row) => row.kind === each)?.count ?? 0]),
    ) as GuideFacets['kinds'],
    services,
  };
}
