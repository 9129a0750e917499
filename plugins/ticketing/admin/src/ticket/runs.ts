import type { TicketEvent, TimelineEntry } from '../../../domain';

/** What the desk's clock says to officers: no note, and nobody wrote it. */
export const isOfClock = (event: TicketEvent): event is 'slaAtRisk' | 'slaBreach' =>
  event === 'slaAtRisk' || event === 'slaBreach';

/** Fewer events in a row stand for themselves. */
const LEAST = 2;
/** Something that was said, or several mere events in a row. */
export type Run = { readonly said: TimelineEntry } | { readonly events: readonly [TimelineEntry, ...TimelineEntry[]] };

/** The history with mere events gathered between what was said. Words, notes and the clock's warnings stay in sight. */
export function runsOf(entries: readonly TimelineEntry[]): Run[] {
  const runs: Run[] = [];
  let events: TimelineEntry[] = [];
  const flush = () => {
    const [first, ...rest] = events;
    if (first && events.length >= LEAST) runs.push({ events: [first, ...rest] });
    else runs.push(...events.map((said) => ({ said })));
    events = [];
  };
  for (const entry of entries) {
    if (!entry.text && !entry.isInternal && !isOfClock(entry.event)) events.push(entry);
    else {
      flush();
      runs.push({ said: entry });
    }
  }
  flush();
  return runs;
}
