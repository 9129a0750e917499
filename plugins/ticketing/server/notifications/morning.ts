import { dayNumber, fill, OPEN_STATUSES, statusList, toDay, wibText, type Language } from '../../domain';
import type { NewsListener } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql, trusted } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { panelAddress } from '../desk/sender';
import { dayIn, lettersIn } from '../mail';
import type { Block } from '../mail/frame';
import type { News } from '../news/tell';
import { overdueAt } from '../tickets/filters';

/** A letter lists so many of each kind; the queue has all of them. */
const MOST = 10;
const GROUPS = ['late', 'today', 'next', 'asked'] as const;
type Group = (typeof GROUPS)[number];

interface Row {
  readonly staff_id: number;
  readonly number: string;
  readonly title: string | null;
  readonly due_at: Date | null;
  readonly place: Group;
}
/** What lies on the desks of all officers, the nearest deadline first; a confidential title stays in the product. */
const lying = (now: number) => sql`
  select t.assignee_id as staff_id, t.number, case when not t.is_confidential then t.title end as title,
    t.resolution_due_at as due_at,
    case when ${overdueAt(now)} then 'late' when t.status = 'WAITING_REQUESTER' then 'asked'
      when t.resolution_due_at < wib_start(${toDay(dayNumber(now) + 1)}::date) then 'today' else 'next' end as place
  from tickets t where t.assignee_id is not null and t.status in (${trusted(statusList(OPEN_STATUSES))})
  order by t.resolution_due_at nulls last, t.id`;
const UNTAKEN = sql`
  select m.staff_id, count(*)::int as count from tickets t join desk_team_members() m on m.team_id = t.team_id
  where t.assignee_id is null and t.status in (${trusted(statusList(OPEN_STATUSES))}) group by m.staff_id`;

export interface Mornings {
  readonly rows: ReadonlyMap<number, readonly Row[]>;
  readonly untaken: ReadonlyMap<number, number>;
}
/** The work of every officer, in two statements. */
export async function readMornings(desk: Desk, now: number): Promise<Mornings> {
  const on = connection(desk.strapi);
  const rows = await rowsOf<Row>(on, lying(now));
  const untaken = await rowsOf<{ staff_id: number; count: number }>(on, UNTAKEN);
  return {
    rows: Map.groupBy(rows, ({ staff_id }) => staff_id),
    untaken: new Map(untaken.map(({ staff_id, count }) => [staff_id, count])),
  };
}

function blocksOf(language: Language, rows: readonly Row[], untaken: number): Block[] {
  const { digest, ticket } = lettersIn(language);
  const line = ({ number, title, due_at }: Row): readonly [string, string] => [
    number,
    [title ?? ticket.hidden, due_at && wibText(due_at.getTime())].filter(Boolean).join(' · '),
  ];
  const groups = GROUPS.map((place) => ({ place, of: rows.filter((row) => row.place === place) }));
  return [
    ...groups.flatMap(({ place, of }): Block[] =>
      of.length === 0
        ? []
        : [
            { kind: 'heading', text: fill(digest[place], { count: String(of.length) }) },
            { kind: 'facts', rows: of.slice(0, MOST).map(line) },
            ...(of.length > MOST
              ? [{ kind: 'text' as const, text: fill(digest.more, { count: String(of.length - MOST) }) }]
              : []),
          ],
    ),
    ...(untaken > 0 ? [{ kind: 'text' as const, text: fill(digest.team, { count: String(untaken) }) }] : []),
  ];
}

/** The morning's list of one officer; null where nothing waits. */
export function morningOf(
  desk: Desk,
  { now }: Pick<Caller, 'now'>,
  { rows, untaken }: Mornings,
  { id, language }: NewsListener,
  turn: string,
): News | null {
  const [mine, open] = [rows.get(id) ?? [], untaken.get(id) ?? 0];
  if (mine.length === 0 && open === 0) return null;
  return {
    kind: 'morning',
    key: turn,
    subject: dayIn(language, now),
    text: null,
    path: '/',
    blocks: blocksOf(language, mine, open),
    link: { label: lettersIn(language).digest.queue, address: panelAddress(desk) },
  };
}
