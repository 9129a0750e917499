import { AHEAD_MS, type Announcement, type AnnouncementKind, type Named } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';

import type { Desk } from '../desk/desk';
import { rowsOf, sql, all, type Sql } from '../database/sql';

interface AnnouncementRow {
  id: number;
  kind: AnnouncementKind;
  title: string;
  body: string;
  starts_at: Date;
  ends_at: Date | null;
  services: Named[];
  ticket_number: string | null;
}

const COLUMNS = sql`n.id, n.kind, n.title, n.body, n.starts_at, n.ends_at, n.ticket_number, coalesce((
  select json_agg(json_build_object('code', c.code, 'name', c.name) order by l.place, c.code)
  from desk_announcement_services() l join categories c on c.id = l.category_id where l.announcement_id = n.id), '[]')
    as services`;
const FROM = sql`from announcements n`;
/** What holds now comes first, the gravest kind before the others; then what is to come, the nearest first. */
const order = (now: Date): Sql =>
  sql`n.starts_at > ${now}, case when n.starts_at > ${now} then n.starts_at end, array_position(array['DISTURBANCE',
    'MAINTENANCE', 'INFO']::text[], n.kind::text), n.starts_at desc, n.id`;

/** Not over yet, and begun or beginning within the next fourteen days. */
const inSight = (now: number): Sql =>
  sql`coalesce(n.is_active, true) and n.starts_at <= ${new Date(now + AHEAD_MS)} and (n.ends_at is null or n.ends_at >
    ${new Date(now)})`;

const LINKS = sql`select 1 from desk_announcement_services() l where l.announcement_id = n.id`;
/**
 * Touches this category, the one it is part of, or one of its services; disturbances and maintenance that name
 * nothing touch everything.
 */
const touches = (code: string): Sql =>
  sql`(exists (select 1 from desk_announcement_services() l join categories c on c.id = l.category_id, categories w
    where l.announcement_id = n.id and w.code = ${code} and (c.id = w.id or c.id = w.parent_id or c.parent_id = w.id))
    or (n.kind <> 'INFO' and not exists (${LINKS})))`;

const toAnnouncement = (row: AnnouncementRow, now: number): Announcement => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at?.toISOString() ?? null,
  isNow: row.starts_at.getTime() <= now,
  services: row.services,
  ticketNumber: row.ticket_number || null,
});

async function find(desk: Desk, where: Sql, now: number, limit: number, offset = 0): Promise<Announcement[]> {
  const rows = await rowsOf<AnnouncementRow>(
    connection(desk.strapi),
    sql`select ${COLUMNS} ${FROM} where ${where} order by ${order(new Date(now))} limit ${limit} offset ${offset}`,
  );
  return rows.map((row) => toAnnouncement(row, now));
}

export async function listAnnouncements(
  desk: Desk,
  { now }: Caller,
  { category, page, pageSize }: Parsed<'listAnnouncements'>,
): Promise<Answer<'listAnnouncements'>> {
  const where = all([inSight(now), ...(category ? [touches(category)] : [])]);
  const [rows, [counted]] = await Promise.all([
    find(desk, where, now, pageSize, (page - 1) * pageSize),
    rowsOf<{ total: number }>(connection(desk.strapi), sql`select count(*)::int as total ${FROM} where ${where}`),
  ]);
  const total = counted?.total ?? 0;
  return { rows, pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
}

/** What is in force right now and touches a category, for whoever is about to ask for something of it. */
export const announcementsTouching = (
  desk: Desk,
  { now }: Caller,
  category: string | undefined,
  limit: number,
): Promise<Announcement[]> =>
  category
    ? find(desk, all([inSight(now), sql`n.starts_at <= ${new Date(now)}`, touches(category)]), now, limit)
    : Promise.resolve([]);
