import { useEffect, useRef, useState } from 'react';
import type { TicketSummary } from '../../../domain';

const MARKED_MS = 8000;

/**
 * Numbers of the tickets that came to this list while it was open, for as long as they deserve a mark. A row that only
 * moved up from the next page is no arrival: what arrives has been touched after everything seen so far.
 */
export function useArrivals(place: string, rows: readonly TicketSummary[] | undefined): ReadonlySet<string> {
  const known = useRef<{ place: string; numbers: Set<string>; latest: string } | null>(null);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (!rows) return;
    const before = known.current?.place === place ? known.current : null;
    const fresh = before
      ? rows
          .filter(({ number, updatedAt }) => !before.numbers.has(number) && updatedAt > before.latest)
          .map(({ number }) => number)
      : [];
    known.current = {
      place,
      numbers: new Set([...(before?.numbers ?? []), ...rows.map(({ number }) => number)]),
      latest: rows.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), before?.latest ?? ''),
    };
    if (!before) setArrived(new Set());
    if (fresh.length) setArrived((already) => new Set([...already, ...fresh]));
  }, [place, rows]);

  useEffect(() => {
    if (!arrived.size) return;
    const timer = window.setTimeout(() => setArrived(new Set()), MARKED_MS);
    return () => window.clearTimeout(timer);
  }, [arrived]);

  return arrived;
}
