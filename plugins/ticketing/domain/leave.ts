import { parseDay, type Day } from './wib';

/** Days in WIB, both included, on which somebody is away. */
export interface Away {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * Until which day somebody is away who is away on `today`; null where they are not. Leave that begins on the day after
 * another ends carries it on.
 */
export function awayUntil(leave: readonly Away[], today: Day): Day | null {
  let until: Day | null = null;
  for (const { firstDay, lastDay } of [...leave].sort((a, b) => a.firstDay.localeCompare(b.firstDay))) {
    if (lastDay < today) continue;
    const reaches = until === null ? firstDay <= today : parseDay(firstDay) <= parseDay(until) + 1;
    if (reaches && (until === null || lastDay > until)) until = lastDay;
  }
  return until;
}
