import type { TimelineEntry } from 'strapi-plugin-ticketing/domain';

/** Neighbours of a conversation that are shown alike: messages and files stand there, what merely happened is folded. */
export interface Run {
  readonly isFolded: boolean;
  readonly entries: readonly TimelineEntry[];
}

/** A single event takes no more room than its fold would. */
const FEWEST = 2;
const isTold = ({ event, text }: TimelineEntry, submittedText: string): boolean =>
  event === 'attach' || event === 'showFile' || (text !== null && text !== submittedText);

/** The entries in their order, gathered. What happened last stays in sight: it is why the page was opened. */
export function runsOf(entries: readonly TimelineEntry[], submittedText: string): Run[] {
  const runs: TimelineEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.[0] && isTold(last[0], submittedText) === isTold(entry, submittedText)) last.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run, index) => ({
    isFolded: run.length >= FEWEST && index < runs.length - 1 && run[0] !== undefined && !isTold(run[0], submittedText),
    entries: run,
  }));
}
