import { AHEAD_MS, type Announcement, type AnnouncementKind, type Named } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, rowsOf } from '../database/transaction';
import { all, type Clause } from '../tickets/scope';
import type { Desk } from '../desk/desk';

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

const COLUMNS = `n.id, n.kind, n.title, n.body, n.starts_at, n.ends_at, n.ticket_number, coalesce((
  select json_agg(json_build_object('code', c.code, 'name', c.name) order by l.category_ord, c.code)
  from announcements_services_lnk l join categories c on c.id = l.category_id where l.announcement_id = n.id), '[]') as services`;
const FROM = 'from announcements n';
/** What holds now comes first, the gravest kind before the others; then what is to come, the nearest first. */
const ORDER = `n.starts_at > ?, case when n.starts_at > ? then n.starts_at end, array_position(array['DISTURBANCE', 'MAINTENANCE', 'INFO']::text[], n.kind::text), n.starts_at desc, n.id`;

/** Not over yet, and begun or beginning within the next fourteen days. */
const inSight = (now: number): Clause => ({
  sql: 'coalesce(n.is_active, true) and n.starts_at <= ? and (n.ends_at is null or n.ends_at > ?)',
  bindings: [new Date(now + AHEAD_MS), new Date(now)],
});

const LINKS = 'select 1 from announcements_services_lnk l where l.announcement_id = n.id';
/** Touches this category, the one it is part of, or one of its services; disturbances and maintenance that name nothing touch everything. */
const touches = (code: string): Clause => ({
  sql: `(exists (select 1 from announcements_services_lnk l join categories c on c.id = l.category_id, categories w where l.announcement_id = n.id and w.code = ? and (c.id = w.id or c.id = w.parent_id or c.parent_id = w.id)) or (n.kind <> 'INFO' and not exists (${LINKS})))`,
  bindings: [code],
});

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

async function find(desk: Desk, where: Clause, now: number, limit: number, offset = 0): Promise<Announcement[]> {
  const rows = await rowsOf<AnnouncementRow>(
    connection(desk.strapi),
    `select ${COLUMNS} ${FROM} where ${where.sql} order by ${ORDER} limit ? offset ?`,
    [...where.bindings, new Date(now), new Date(now), limit, offset],
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
    rowsOf<{ total: number }>(
      connection(desk.strapi),
      `select count(*)::int as total ${FROM} where ${where.sql}`,
      where.bindings,
    ),
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
    ? find(
        desk,
        all([inSight(now), { sql: 'n.starts_at <= ?', bindings: [new Date(now)] }, touches(category)]),
        now,
        limit,
      )
    : Promise.resolve([]);
