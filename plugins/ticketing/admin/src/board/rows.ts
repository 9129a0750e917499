import type { Report } from '../../../domain';

/** One person, one team, or nobody: what lies there, and the working time of this month. Minutes are working minutes. */
export interface BoardRow {
  /** A staff id, a team's code, or `none`. */
  readonly code: string;
  readonly name: string;
  readonly open: number;
  readonly dueToday: number;
  readonly overdue: number;
  readonly worked: number;
  /** Null for nobody, who has no time. */
  readonly capacity: number | null;
}
export type Side = 'officer' | 'team';
export const NOBODY = 'none';

const numberIn = (value: string | number | null | undefined): number => (typeof value === 'number' ? value : 0);

/** Rows of the workload report as the board shows them: nobody first, then by name; nobody stands there always. */
export function boardRows({ rows }: Report, nobody: string): BoardRow[] {
  const shown = rows.map(({ cells }): BoardRow => ({
    code: String(cells['code']),
    name: cells['code'] === NOBODY ? nobody : String(cells['label']),
    open: numberIn(cells['open']),
    dueToday: numberIn(cells['dueToday']),
    overdue: numberIn(cells['overdue']),
    worked: numberIn(cells['effortMinutes']),
    capacity: typeof cells['capacityMinutes'] === 'number' ? cells['capacityMinutes'] : null,
  }));
  const empty = { code: NOBODY, name: nobody, open: 0, dueToday: 0, overdue: 0, worked: 0, capacity: null };
  return [
    shown.find(({ code }) => code === NOBODY) ?? empty,
    ...shown.filter(({ code }) => code !== NOBODY).sort((a, b) => a.name.localeCompare(b.name)),
  ];
}
