import { DAY_MS, Refusal, wibInstant, type Named } from '../../domain';
import type { Deadline, DeskWarning } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { Desk } from './desk';
import { warnOfLetters } from './letter-warnings';
import { rowsOf, sql } from '../database/sql';

/** How far ahead a year without holidays is worth a warning: deadlines reach into it. */
const AHEAD_MS = 120 * DAY_MS;
/** So many stretches of work explain a deadline; a longer one is cut, and says so. */
const MOST_STRETCHES = 60;
const LONELY_TEAMS = sql`
  select t.name from teams t
  where t.is_active and exists (select 1 from categories c where c.team_id = t.id and c.is_active and c.parent_id is
    not null)
    and not exists (select 1 from desk_team_members() m join desk_staff() u on u.id = m.staff_id where m.team_id =
      t.id and u.is_in_use)
  order by t.name limit 50`;

/** No promise reaches so far, and a calendar has no working days beyond what its clock searches. Days in WIB. */
const EARLIEST = wibInstant('2000-01-01');
const LATEST = wibInstant('2100-01-01');

/** Calendars that can be counted with, by the name an administrator gave them. */
export async function listCalendars(desk: Desk): Promise<Named[]> {
  const { clocks } = await desk.masterData();
  const rows = await rowsOf<Named>(
    connection(desk.strapi),
    sql`select code, name from working_calendars order by name limit 100`,
  );
  return rows.filter(({ code }) => clocks.has(code));
}

/** When so much work, begun then, is done, and on which stretches of working time. */
export async function simulateDeadline(
  desk: Desk,
  {
    calendar,
    start,
    minutes,
  }: {
    calendar: string;
    start: string;
    minutes: number;
  },
): Promise<Deadline> {
  const { clocks } = await desk.masterData();
  const clock = clocks.get(calendar);
  if (!clock) throw new Refusal('unknownCalendar', { calendar });
  const from = wibInstant(start);
  if (!(from >= EARLIEST && from < LATEST))
    throw new Refusal('invalid', {
      issues: [
        { field: 'start', code: from < EARLIEST ? 'tooSmall' : 'tooLarge', limit: from < EARLIEST ? '2000' : '2099' },
      ],
    });
  const dueAt = clock.add(from, minutes);
  const stretches: { from: string; to: string; minutes: number }[] = [];
  for (let at = clock.nextOpen(from); at < dueAt && stretches.length < MOST_STRETCHES;) {
    const end = Math.min(clock.closes(at), dueAt);
    stretches.push({
      from: new Date(at).toISOString(),
      to: new Date(end).toISOString(),
      minutes: clock.measure(at, end),
    });
    if (end === dueAt) break;
    at = clock.nextOpen(end);
  }
  return {
    dueAt: new Date(dueAt).toISOString(),
    stretches,
    isCut: stretches.at(-1)?.to !== new Date(dueAt).toISOString() && minutes > 0,
  };
}

/** What an administrator should mend before it hurts. */
export async function listWarnings(desk: Desk, { now }: Caller): Promise<DeskWarning[]> {
  const { clocks, broken } = await desk.masterData();
  const years = new Set([...clocks.values()].flatMap((clock) => clock.yearsWithoutHolidays(now, now + AHEAD_MS)));
  const teams = await rowsOf<{ name: string }>(connection(desk.strapi), LONELY_TEAMS);
  return [
    ...(await warnOfLetters(desk, now)),
    ...[...years].sort().map((year): DeskWarning => ({ code: 'yearWithoutHolidays', facts: { year: String(year) } })),
    ...broken.map((facts): DeskWarning => ({ code: 'brokenCalendar', facts })),
    ...teams.map(({ name }): DeskWarning => ({ code: 'teamWithoutMembers', facts: { team: name } })),
  ];
}
