import { Refusal, type GuideDetail, type Language, type ReadableGuide } from '../../domain';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { bodyIn, languageIn, titleIn } from './english';
import { guideColumns, GUIDE_FROM, GUIDE_ORDER, IS_READABLE, toGuideSummary, type GuideRow } from './rows';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, trusted, type Sql } from '../database/sql';

interface Neighbours {
  previous: ReadableGuide | null;
  next: ReadableGuide | null;
}
interface Opinion {
  yes: number;
  no: number;
  mine: { is_helpful: boolean; comment: string | null; rated_at: string } | null;
}

const neighbour = (language: Language, step: 'lag' | 'lead', as: string): Sql =>
  sql`${trusted(step)}(json_build_object('slug', g.slug, 'title', ${titleIn(language)}, 'language',
    ${languageIn(language)})) over (order by ${GUIDE_ORDER}) as
    ${trusted(as)}`;

/** A guide with its neighbours in the editor's order, what readers said of it, and what this one did. */
export async function readGuide(desk: Desk, { actor, language }: Caller, slug: string): Promise<GuideDetail> {
  const on = connection(desk.strapi);
  const [row] = await rowsOf<GuideRow>(
    on,
    sql`select ${guideColumns(language)}, ${bodyIn(language)} as body, null as headline ${GUIDE_FROM} where ${IS_READABLE} and g.slug = ${slug}`,
  );
  if (!row) throw new Refusal('notFound', { slug });
  const [[beside], [opinion]] = await Promise.all([
    rowsOf<Neighbours>(
      on,
      sql`select previous, next from (select g.id, ${neighbour(language, 'lag', 'previous')}, ${neighbour(language, 'lead', 'next')}
        ${GUIDE_FROM} where ${IS_READABLE}) ordered where id = ${row.id}`,
    ),
    rowsOf<Opinion>(
      on,
      sql`select count(*) filter (where is_helpful)::int as yes, count(*) filter (where not is_helpful)::int as no,
        (select json_build_object('is_helpful', is_helpful, 'comment', comment, 'rated_at', rated_at) from
          guide_ratings where guide_id = ${row.id} and actor_kind = ${actor.kind} and actor_id = ${actor.id}) as mine
      from guide_ratings where guide_id = ${row.id}`,
    ),
  ]);
  const { excerpt: _, ...summary } = toGuideSummary(row);
  const mine = opinion?.mine;
  return {
    ...summary,
    body: row.body,
    helpful: { yes: opinion?.yes ?? 0, no: opinion?.no ?? 0 },
    mine: mine
      ? { isHelpful: mine.is_helpful, comment: mine.comment, at: new Date(`${mine.rated_at}Z`).toISOString() }
      : null,
    previous: beside?.previous ?? null,
    next: beside?.next ?? null,
  };
}
