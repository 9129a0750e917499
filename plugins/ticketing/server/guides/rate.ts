import { Refusal, type GuideRatingOf } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import { holdChain } from '../audit/append';
import type { Caller } from '../database/caller';
import { connection, inTransaction, type Trx } from '../database/transaction';

import { record } from '../audit/entries';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, all } from '../database/sql';

interface RatingRow {
  id: number;
  is_helpful: boolean;
  comment: string | null;
}
interface SaidRow extends RatingRow {
  slug: string;
  title: string;
  actor_name: string;
  actor_kind: 'portal' | 'staff';
  rated_at: Date;
}

async function guideIdOf(on: Trx, slug: string): Promise<number> {
  const [guide] = await rowsOf<{ id: number }>(
    on,
    sql`select id from guides where slug = ${slug} and coalesce(is_active, true)`,
  );
  if (!guide) throw new Refusal('notFound', { slug });
  return guide.id;
}

/** Keeps whether a guide helped: one answer per person, which may change; the same answer again is a double click. */
export function rateGuide(
  desk: Desk,
  caller: Caller,
  { slug, isHelpful, comment }: Parsed<'rateGuide'>,
): Promise<void> {
  const { actor, now } = caller;
  // Systems read; whether it helped is for people to say.
  if (actor.kind !== 'portal' && actor.kind !== 'staff') throw new Refusal('notAllowed', { permission: 'guide:rate' });
  return inTransaction(desk.strapi, async (trx) => {
    const guide = await guideIdOf(trx, slug);
    await holdChain(trx, 'guide', String(guide));
    const [before] = await rowsOf<RatingRow>(
      trx,
      sql`select id, is_helpful, comment from guide_ratings where guide_id = ${guide} and actor_kind = ${actor.kind}
        and actor_id = ${actor.id}`,
    );
    const after = { isHelpful, comment: comment || null };
    if (before && before.is_helpful === after.isHelpful && before.comment === after.comment) return;
    await record(trx, caller, {
      subjectType: 'guide',
      subjectId: String(guide),
      event: 'rate',
      payload: { ...(before && { before: { isHelpful: before.is_helpful, comment: before.comment } }), after },
    });
    const columns = {
      actor_name: actor.name,
      is_helpful: after.isHelpful,
      comment: after.comment,
      rated_at: new Date(now),
      updated_at: new Date(now),
    };
    if (before) await trx('guide_ratings').where({ id: before.id }).update(columns);
    else
      await trx('guide_ratings').insert({
        ...columns,
        guide_id: guide,
        actor_kind: actor.kind,
        actor_id: actor.id,
        created_at: new Date(now),
      });
  });
}

/** What readers said, latest first, for whoever looks after the guides. */
export async function listGuideRatings(
  desk: Desk,
  { guide, helpful, page, pageSize }: Parsed<'listGuideRatings'>,
): Promise<Answer<'listGuideRatings'>> {
  const where = all([
    ...(guide ? [sql`g.slug = ${guide}`] : []),
    ...(helpful === undefined ? [] : [sql`r.is_helpful = ${helpful}`]),
  ]);
  const from = sql`from guide_ratings r join guides g on g.id = r.guide_id where ${where}`;
  const [rows, [counted]] = await Promise.all([
    rowsOf<SaidRow>(
      connection(desk.strapi),
      sql`select r.*, g.slug, g.title ${from} order by r.rated_at desc, r.id desc limit ${pageSize} offset
        ${(page - 1) * pageSize}`,
    ),
    rowsOf<{ total: number }>(connection(desk.strapi), sql`select count(*)::int as total ${from}`),
  ]);
  const total = counted?.total ?? 0;
  return {
    rows: rows.map((row): GuideRatingOf => ({
      guide: { slug: row.slug, title: row.title },
      isHelpful: row.is_helpful,
      comment: row.comment,
      at: row.rated_at.toISOString(),
      by: { name: row.actor_name, kind: row.actor_kind },
    })),
    pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
  };
}
