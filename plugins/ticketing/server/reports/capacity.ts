import { dayStart, parseDay, type Clock, type Days } from '../../domain';
import { rowsOf, sql } from '../database/sql';
import { officeClock } from '../desk/office-clock';
import type { Asked } from './asked';

interface Away {
  readonly staff_id: number;
  readonly first: string;
  readonly last: string;
}

/** Working minutes of the office on these days, both included. */
const minutesOn = (clock: Clock, first: string, last: string): number =>
  Math.round(clock.measure(dayStart(parseDay(first)), dayStart(parseDay(last) + 1)));

/** What lies ahead of today is not over, and nobody's time yet. */
function pastOf({ days, today }: Asked): Days | null {
  const to = days.to < today ? days.to : today;
  return to < days.from ? null : { from: days.from, to };
}

/** Leave within these days, by person; of one person no two overlap. */
const awayIn = ({ on }: Asked, { from, to }: Days): Promise<Away[]> =>
  rowsOf<Away>(
    on,
    sql`select staff_id, greatest(first_day, ${from}::date)::text as first, least(last_day, ${to}::date)::text as last
        from staff_leave where last_day >= ${from}::date and first_day <= ${to}::date`,
  );

/** Working minutes each person has in the period so far, less their leave. */
async function minutesOfPeople(asked: Asked): Promise<(person: number) => number> {
  const past = pastOf(asked);
  if (!past) return () => 0;
  const clock = await officeClock(asked.desk);
  const whole = minutesOn(clock, past.from, past.to);
  const less = new Map<number, number>();
  for (const { staff_id, first, last } of await awayIn(asked, past))
    less.set(staff_id, (less.get(staff_id) ?? 0) + minutesOn(clock, first, last));
  return (person) => whole - (less.get(person) ?? 0);
}

/** Working minutes of each officer, or of all officers of each team, by key: by the office's calendar, less leave. */
export async function capacitiesOf(asked: Asked): Promise<ReadonlyMap<string, number>> {
  const minutesOf = await minutesOfPeople(asked);
  const rows = await rowsOf<{ key: string; person: number }>(
    asked.on,
    asked.by === 'team'
      ? sql`select m.team_id::text as key, u.id as person from desk_team_members() m join desk_staff() u
          on u.id = m.staff_id and u.is_in_use`
      : sql`select u.id::text as key, u.id as person from desk_staff() u where u.is_in_use and exists (select 1 from
          desk_staff_roles() r where r.staff_id = u.id and r.role in ('ticketing-officer', 'ticketing-coordinator'))`,
  );
  const capacities = new Map<string, number>();
  for (const { key, person } of rows) capacities.set(key, (capacities.get(key) ?? 0) + minutesOf(person));
  return capacities;
}
