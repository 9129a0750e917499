import { firstDayOf, lastDayOf, WALL_COUNTS, wibDay, type Report, type ReportRow, type Wallboard } from '../../domain';
import type { WallCount } from '../../domain';
import { systemCaller, type Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { readReport } from '../reports/read';

/** Who the wall sees as: all reports and tickets, and none that is confidential. */
const onlookerOf = ({ policy, now, language }: Caller): Caller => {
  const caller = systemCaller(policy, now);
  return { ...caller, language, actor: { ...caller.actor, grants: ['reports', 'tickets'] } };
};

const rowsOf = ({ rows }: Report): ReportRow[] => rows.flatMap((row) => [row, ...(row.below ?? [])]);
const numberIn = (cell: string | number | null | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** The dashboard's own numbers: stocks of now, what today brought, the stock of each month, the month's share on time. */
export async function readWallboard(desk: Desk, caller: Caller): Promise<Wallboard> {
  const onlooker = onlookerOf(caller);
  const today = wibDay(caller.now);
  const month = today.slice(0, 7);
  const [summary, trend, teams] = await Promise.all([
    readReport(desk, onlooker, { report: 'summary', from: today, to: today, compare: 'none' }),
    readReport(desk, onlooker, { report: 'trend', from: today, to: today }),
    readReport(desk, onlooker, { report: 'by-team', from: firstDayOf(month), to: lastDayOf(month) }),
  ]);
  const all = rowsOf(summary);
  const countOf = (key: WallCount): number =>
    numberIn(all.find(({ cells }) => cells['key'] === key)?.cells['current']) ?? 0;
  return {
    asOf: summary.asOf,
    counts: Object.fromEntries(WALL_COUNTS.map((key) => [key, countOf(key)])) as Record<WallCount, number>,
    backlog: trend.rows.map(({ cells }) => ({ month: String(cells['month']), open: numberIn(cells['open']) ?? 0 })),
    month,
    teams: teams.rows.map(({ cells, isSmall }) => ({
      name: String(cells['label']),
      onTime: numberIn(cells['onTime']),
      isSmall: isSmall === true,
    })),
  };
}
