import type { GuideService, GuideSummary, Language } from '../../domain';
import { excerptOf } from '../database/headline';
import { sql, type Sql } from '../database/sql';
import { languageIn, nameIn, summaryIn, titleIn } from './english';

/** A guide's row with what it belongs to. The columns Strapi declares optional are trusted here, nowhere else. */
export interface GuideRow {
  id: number;
  slug: string;
  title: string;
  summary: string | null;
  kind: GuideSummary['kind'];
  language: Language;
  body: string;
  updated_at: Date;
  services: GuideService[];
  headline: string | null;
}

/** Guides that readers see, under the name the filters use. */
export const GUIDE_FROM = sql`from guides g`;
export const IS_READABLE = sql`coalesce(g.is_active, true)`;

/** The categories and services a guide belongs to and that are open now. */
const servicesIn = (language: Language): Sql => sql`coalesce((
  select json_agg(json_build_object('code', c.code, 'name', ${nameIn(language, sql`c`)}, 'isService', c.parent_id is not null) order by
    l.place, c.code)
  from desk_guide_services() l join categories c on c.id = l.category_id where l.guide_id = g.id and
    coalesce(c.is_active, true)), '[]')`;
export const guideColumns = (language: Language): Sql => sql`g.id, g.slug, g.kind, g.updated_at,
  ${titleIn(language)} as title, ${summaryIn(language)} as summary, ${languageIn(language)} as language,
  ${servicesIn(language)} as services`;

/** How guides stand when nobody searches: as the editor put them, kind by kind. */
export const GUIDE_ORDER = sql`array_position(array['SOP', 'GUIDE', 'FAQ']::text[], g.kind::text), coalesce(g."order",
  100), g.title, g.id`;

export const toGuideSummary = (row: GuideRow): GuideSummary => ({
  slug: row.slug,
  title: row.title,
  summary: row.summary ?? '',
  kind: row.kind,
  language: row.language,
  updatedAt: row.updated_at.toISOString(),
  services: row.services,
  excerpt: row.headline === null ? null : excerptOf(row.headline),
});
