import { useMemo, useState } from 'react';
import type { TicketSummary } from '../../../domain';

export const NOTHING_PICKED: ReadonlySet<string> = new Set();

/**
 * The tickets that are ticked, by number, in the order of the list. They hold for the address they were ticked at, and
 * for what something can still be done with.
 */
export function usePicked(
  address: string,
  rows: readonly TicketSummary[] | undefined,
  canPick: (ticket: TicketSummary) => boolean,
): { readonly picked: ReadonlySet<string>; readonly pick: (numbers: ReadonlySet<string>) => void } {
  const [last, setLast] = useState({ address, numbers: NOTHING_PICKED });
  const picked = useMemo(() => {
    if (last.address !== address) return NOTHING_PICKED;
    const open = rows?.filter((ticket) => last.numbers.has(ticket.number) && canPick(ticket)) ?? [];
    return new Set(open.map(({ number }) => number));
  }, [last, address, rows, canPick]);
  return { picked, pick: (numbers) => setLast({ address, numbers }) };
}
