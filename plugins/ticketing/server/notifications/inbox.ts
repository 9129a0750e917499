import { Refusal, type Actor } from '../../domain';
import type { Notice, NoticeList, Parsed, UnreadNotices } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { all, rowsByKey, run, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { NoticeRow } from './compose';

/** What stands in the list of a person; other systems have none. */
export function readerOf({ actor }: Caller): Actor & { readonly kind: 'portal' | 'staff' } {
  if (actor.kind !== 'portal' && actor.kind !== 'staff')
    throw new Refusal('notAllowed', { permission: 'profile:read' });
  return actor as Actor & { readonly kind: 'portal' | 'staff' };
}

type Row = Omit<NoticeRow, 'ticket_number'> & {
  readonly number: string;
  readonly title: string;
  readonly is_confidential: boolean;
  readonly officer: string | null;
  readonly unit: string;
};

const toNotice = (row: Row): Notice => ({
  id: Number(row.id),
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
  at: row.created_at.toISOString(),
  isRead: row.read_at !== null,
});

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
    sql`select n.*, t.number, t.title, t.is_confidential, a.name as officer, s.name as unit from notices n join tickets t
      on t.number = n.ticket_number join skpd s on s.id = t.skpd_id left join desk_staff() a on a.id = t.assignee_id
      where ${conditions} order by n.id desc limit ${pageSize + 1}`,
  );
  const page = rows.slice(0, pageSize).map(toNotice);
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
