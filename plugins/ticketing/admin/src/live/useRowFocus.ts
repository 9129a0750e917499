import { useCallback, useEffect, useRef } from 'react';
import type { TicketSummary } from '../../../domain';
import { recall, remember } from './memory';

const linkOf = (number: string | undefined): HTMLElement | null =>
  number ? document.querySelector<HTMLElement>(`[data-ticket="${number}"]`) : null;

const LAST_OPENED = 'lastOpened';
/** The list will look for this ticket when one comes back to it. */
export const rememberOpened = (number: string): void => remember(LAST_OPENED, number);

interface RowFocus {
  readonly move: (step: 1 | -1) => void;
  readonly focused: () => string | undefined;
}

/**
 * Walks the list by keyboard: the focus itself is the place, so Enter opens and a screen reader reads along. When the
 * row under the focus leaves the list, its successor takes over; coming back from a ticket, its row has the focus
 * again.
 */
export function useRowFocus(rows: readonly TicketSummary[] | undefined): RowFocus {
  const place = useRef<{ number: string; index: number } | null>(null);
  const numbers = rows?.map(({ number }) => number) ?? [];
  const latest = useRef(numbers);
  latest.current = numbers;

  const focused = useCallback(
    () => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? undefined,
    [],
  );
  const at = useCallback((index: number) => {
    const number = latest.current[index];
    if (number === undefined) return;
    place.current = { number, index };
    linkOf(number)?.focus();
  }, []);
  const move = useCallback(
    (step: 1 | -1) => {
      const current = focused();
      const found = current === undefined ? -1 : latest.current.indexOf(current);
      if (found >= 0) return at(Math.min(latest.current.length - 1, Math.max(0, found + step)));
      at(Math.min(Math.max(0, place.current ? place.current.index : 0), latest.current.length - 1));
    },
    [at, focused],
  );

  useEffect(() => {
    const current = focused();
    if (current !== undefined) {
      place.current = { number: current, index: latest.current.indexOf(current) };
      return;
    }
    if (place.current && !latest.current.includes(place.current.number) && document.activeElement === document.body)
      at(Math.min(place.current.index, latest.current.length - 1));
  });

  const hasReturned = useRef(false);
  useEffect(() => {
    if (hasReturned.current || !rows) return;
    hasReturned.current = true;
    linkOf(recall<string>(LAST_OPENED))?.focus();
    rememberOpened('');
  }, [rows]);

  return { move, focused };
}
