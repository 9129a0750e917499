import { Refusal, type Actor, type Language, type NewsHat, type NewsKind } from '../../domain';
import type { NewsNotice, Notice, NoticeList, Parsed, TicketNotice, UnreadNotices } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { all, rowsByKey, run, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { portalAddress } from '../desk/sender';
import type { NoticeRow } from './compose';

/** What stands in the list of a person; other systems have none. */
export function readerOf({ actor }: Caller): Actor & { readonly kind: 'portal' | 'staff' } {
  if (actor.kind !== 'portal' && actor.kind !== 'staff')
    throw new Refusal('notAllowed', { permission: 'profile:read' });
  return actor as Actor & { readonly kind: 'portal' | 'staff' };
}

type TicketRow = Omit<NoticeRow, 'ticket_number'> & {
  readonly number: string;
  readonly title: string;
  readonly is_confidential: boolean;
  readonly officer: string | null;
  readonly unit: string;
};
interface NewsRow extends Pick<NoticeRow, 'id' | 'text' | 'created_at' | 'read_at'> {
  readonly number: null;
  readonly kind: NewsKind;
  readonly why: NewsHat;
  readonly subject: string;
  readonly path: string;
}
type Row = TicketRow | NewsRow;

const listed = ({ id, created_at, read_at }: Row) => ({
  id: Number(id),
  at: created_at.toISOString(),
  isRead: read_at !== null,
});

const toNews = (desk: Desk, language: Language, row: NewsRow): NewsNotice => ({
  ...listed(row),
  about: 'news',
  kind: row.kind,
  why: row.why,
  subject: row.subject,
  text: row.text,
  path: row.path,
  address: `${portalAddress(desk, language)}${row.path}`,
});

const ofTicket = (row: TicketRow): TicketNotice => ({
  ...listed(row),
  about: 'ticket',
  number: row.number,
  title: row.is_confidential ? null : row.title,
  kind: row.kind,
  why: row.why,
  by: row.actor_name,
  status: row.status,
  text: row.is_confidential ? null : row.text,
  officer: row.officer,
  unit: row.unit,
  dueAt: row.due_at?.toISOString() ?? null,
});
const toNotice = (desk: Desk, language: Language, row: Row): Notice =>
  row.number === null ? toNews(desk, language, row) : ofTicket(row);

const mine = ({ kind, id }: Actor): Sql => sql`n.recipient_kind = ${kind} and n.recipient_id = ${id} and n.is_listed`;
/** A bell counts no further than this. */
const MOST_COUNTED = 100;

export async function countNotices(desk: Desk, caller: Caller): Promise<UnreadNotices> {
  const [row] = await rowsByKey<UnreadNotices>(
    connection(desk.strapi),
    sql`select count(*)::int as unread from (select 1 from notices n where ${mine(readerOf(caller))} and n.read_at is null
      limit ${MOST_COUNTED}) few`,
  );
  return { unread: row?.unread ?? 0 };
}

/** What the caller was told, the newest first. */
export async function listNotices(
  desk: Desk,
  caller: Caller,
  { before, unread, pageSize }: Parsed<'listNotices'>,
): Promise<NoticeList> {
  const conditions = all([
    mine(readerOf(caller)),
    ...(before === undefined ? [] : [sql`n.id < ${before}`]),
    ...(unread === 'true' ? [sql`n.read_at is null`] : []),
  ]);
  const rows = await rowsByKey<Row>(
    connection(desk.strapi),
    sql`select n.*, t.number, t.title, t.is_confidential, a.name as officer, s.name as unit from notices n left join
      tickets t on t.number = n.ticket_number left join skpd s on s.id = t.skpd_id left join desk_staff() a on
      a.id = t.assignee_id where ${conditions} and (n.ticket_number is null or t.id is not null) order by n.id desc limit
      ${pageSize + 1}`,
  );
  const page = rows.slice(0, pageSize).map((row) => toNotice(desk, caller.language, row));
  const { unread: open } = await countNotices(desk, caller);
  return { notices: page, unread: open, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** Marks as read what the caller has seen: one notice, or all up to one. */
export async function readNotices(desk: Desk, caller: Caller, request: Parsed<'readNotices'>): Promise<UnreadNotices> {
  const which = 'id' in request ? sql`n.id = ${request.id}` : sql`n.id <= ${request.upTo}`;
  await run(
    connection(desk.strapi),
    sql`update notices n set read_at = ${new Date(caller.now)} where ${mine(readerOf(caller))} and n.read_at is null and
      ${which}`,
  );
  return countNotices(desk, caller);
}
