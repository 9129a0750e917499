import { calendarText, DAY_MS, OPEN_STATUSES, Refusal, statusList, type FeedEntry, type Language } from '../../domain';
import { all, any, rowsOf, sql, trusted, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { actorAt } from '../desk/people';
import { panelAddress, portalAddress } from '../desk/sender';
import { TICKET_FROM } from '../tickets/rows';
import { scopeClause } from '../tickets/scope';
import { ownerOfCode, type Owner } from './links';

/** How long past events stay, and how many entries a calendar is sent at most. */
const PAST_MS = 60 * DAY_MS;
const MOST = 1000;
const OPEN = sql`t.status in (${trusted(statusList(OPEN_STATUSES))})`;

interface Row {
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly is_confidential: boolean | null;
  readonly is_open: boolean;
  readonly due: number | null;
  readonly starts: number | null;
  readonly ends: number | null;
  readonly filed: number;
  readonly changed: number;
}
const ms = (column: string): Sql => sql`(extract(epoch from ${trusted(column)}) * 1000)::float8`;
const COLUMNS = sql`t.number, t.title, s.name as unit, t.is_confidential, ${OPEN} as is_open,
  ${ms('t.resolution_due_at')} as due, ${ms('t.event_starts_at')} as starts, ${ms('t.event_ends_at')} as ends,
  ${ms('t.submitted_at')} as filed, ${ms('t.updated_at')} as changed`;

/** What somebody's calendar is about: an officer's own work, a unit's events. */
function concerning({ kind, id }: Owner, now: number): Sql {
  const isComing = all([
    sql`t.event_ends_at > ${new Date(now - PAST_MS)}`,
    sql`t.status not in ('REJECTED', 'CANCELLED')`,
  ]);
  if (kind === 'portal') return isComing;
  const isMine = sql`(t.assignee_id = ${id} or exists (select 1 from desk_ticket_helpers() h where h.ticket_id = t.id and
    h.staff_id = ${id}))`;
  return all([isMine, any([isComing, all([OPEN, sql`t.resolution_due_at is not null`])])]);
}

function entriesOf(desk: Desk, { kind }: Owner, language: Language, row: Row): FeedEntry[] {
  const isSecret = row.is_confidential === true;
  const place = kind === 'staff' ? panelAddress(desk) : portalAddress(desk, language);
  const common = {
    number: row.number,
    title: isSecret ? null : row.title,
    unit: isSecret ? null : row.unit,
    link: isSecret ? null : `${place}/tiket/${row.number}`,
    filedAt: row.filed,
    changedAt: row.changed,
  };
  const { starts, ends, due, is_open } = row;
  return [
    ...(starts === null ? [] : [{ ...common, kind: 'event' as const, start: starts, end: ends }]),
    ...(kind === 'staff' && is_open && due !== null
      ? [{ ...common, kind: 'deadline' as const, start: due, end: null }]
      : []),
  ];
}

const languageOf = async ({ strapi }: Desk, { kind, id }: Owner): Promise<Language> => {
  const [row] = await rowsOf<{ language: Language | null }>(
    connection(strapi),
    kind === 'staff'
      ? sql`select language from desk_staff_addresses() where staff_id = ${id}`
      : sql`select language from desk_accounts() where id = ${id}`,
  );
  return row?.language ?? 'id';
};

/** Whoever is no longer in use has no calendar either: the link is as dead as one that never was. */
const holderOf = (desk: Desk, { kind, id }: Owner, now: number) =>
  actorAt(desk, kind, id, now).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'unauthenticated' ? new Refusal('notFound') : error;
  });

/** The calendar behind a secret link, under the rights that its owner has at this moment. */
export async function readCalendar(
  desk: Desk,
  code: string,
  now: number,
): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array }> {
  const owner = await ownerOfCode(desk, code, now);
  const actor = await holderOf(desk, owner, now);
  const [{ policy }, { systemName }, language] = [
    await desk.inForce(),
    await desk.identity(),
    await languageOf(desk, owner),
  ];
  const rows = await rowsOf<Row>(
    connection(desk.strapi),
    sql`select ${COLUMNS} ${TICKET_FROM} where ${scopeClause(policy, actor, 'ticket:read', now)} and
      ${concerning(owner, now)} order by t.id desc limit ${MOST}`,
  );
  const text = calendarText({
    language,
    domain: new URL(portalAddress(desk)).hostname,
    name: systemName,
    entries: rows.flatMap((row) => entriesOf(desk, owner, language, row)),
  });
  return { name: 'layanan.ics', mime: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(text) };
}
