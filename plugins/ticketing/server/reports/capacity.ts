import { dayNumber, parseDay, dayStart } from '../../domain';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import { officeClock } from './ages';
import type { Asked } from './asked';

/** Working minutes one person has in the period so far; what lies ahead of today is not over. */
async function minutesOf({ desk, days, today }: Asked): Promise<number> {
  const clock = await officeClock(desk);
  const end = days.to < today ? days.to : today;
  if (end < days.from) return 0;
  return Math.round(
    clock.measure(dayStart(parseDay(days.from)), dayStart(dayNumber(Date.parse(`${end}T05:00:00Z`)) + 1)),
  );
}

/**
 * Working minutes of each officer, or of all officers of each team, by key. Personal leave is not known to the system, and
 * not deducted.
 */
export async function capacitiesOf(asked: Asked): Promise<ReadonlyMap<string, number>> {
  const minutes = await minutesOf(asked);
  const rows = await rowsOf<{ key: string; people: number }>(
    connection(asked.desk.strapi),
    asked.by === 'team'
      ? sql`select m.team_id::text as key, count(*)::int as people from desk_team_members() m
          join desk_staff() u on u.id = m.staff_id and u.is_in_use group by 1`
      : sql`select u.id::text as key, 1 as people from desk_staff() u where u.is_in_use and exists (select 1 from
          desk_staff_roles() r where r.staff_id = u.id and r.role in ('ticketing-officer', 'ticketing-coordinator'))`,
  );
  return new Map(rows.map(({ key, people }) => [key, people * minutes]));
}
