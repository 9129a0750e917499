/** What the wallboard counts, in the order it shows them: rows of the summary, of now and of today. */
export const WALL_COUNTS = ['open', 'unassigned', 'overdue', 'dueToday', 'resolved'] as const;
export type WallCount = (typeof WALL_COUNTS)[number];

/** A team's share on time, in percent; null where there is nothing to measure yet. Of few tickets it says so. */
export interface WallTeam {
  readonly name: string;
  readonly onTime: number | null;
  readonly isSmall: boolean;
}
/**
 * What may hang on a wall: counts alone, without confidential tickets, and no word of a ticket or a person. `asOf` is ISO
 * 8601 in UTC, a month `YYYY-MM`; `backlog` is what was open when each month ended, the last one now.
 */
export interface Wallboard {
  readonly asOf: string;
  readonly counts: Readonly<Record<WallCount, number>>;
  readonly backlog: readonly { readonly month: string; readonly open: number }[];
  /** By the tickets filed in `month`. */
  readonly month: string;
  readonly teams: readonly WallTeam[];
}

/** Most links there may be at a time: one for each screen a city hangs up. */
export const MOST_WALL_LINKS = 50;
