import type { EffortEntry } from '../../../domain';
import { timeTeller } from '../time';
import { useWords } from '../words';

/** One entry of working time in a line: day, who, how long, what kind. */
export function useEffortLine(): (entry: EffortEntry) => string {
  const { w, language } = useWords();
  const { day, span } = timeTeller(language);
  return (entry) =>
    [day(entry.day), entry.worker.name, span(entry.minutes), entry.kind && w.effortKind[entry.kind]]
      .filter((part) => part !== null)
      .join(' · ');
}
