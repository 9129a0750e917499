import { PRIORITIES, type Filters, type Named } from '../../../../domain';
import { useCatalog } from '../../live/useCatalog';
import { useWords } from '../../words';

/** What is offered to narrow a schedule's reports by; the API takes every filter of `/reports`. */
export const SCHEDULE_FILTERS = ['skpd', 'category', 'team', 'priority'] as const;
type Options = Readonly<Record<(typeof SCHEDULE_FILTERS)[number], readonly Named[]>>;

export function useFilterNames(): Options {
  const { w } = useWords();
  const { data } = useCatalog();
  return {
    skpd: data?.skpd ?? [],
    category: data?.categories ?? [],
    team: data?.teams ?? [],
    priority: PRIORITIES.map((code) => ({ code, name: w.priority[code] })),
  };
}

/** The same in words; a code that is offered no more stands as it is. */
export const narrowedTo = (filters: Filters, options: Options): string =>
  Object.entries(filters)
    .flatMap(([name, value]) =>
      value.split(',').map((code) => {
        const known = Object.entries(options).find(([filter]) => filter === name)?.[1];
        return known?.find((option) => option.code === code)?.name ?? code;
      }),
    )
    .join(', ');
