import { useMemo, useState } from 'react';
import type { TicketSummary } from '../../../domain';

export const NOTHING_PICKED: ReadonlySet<string> = new Set();

/**
 * The tickets that are ticked, by number, in the order of the list. They hold for the address they were ticked at, and
 * for what can still be claimed: what somebody else took meanwhile is no longer among them.
 */
export function usePicked(
  address: string,
  rows: readonly TicketSummary[] | undefined,
  canClaim: (ticket: TicketSummary) => boolean,
): { readonly picked: ReadonlySet<string>; readonly pick: (numbers: ReadonlySet<string>) => void } {
  const [last, setLast] = useState({ address, numbers: NOTHING_PICKED });
  const picked = useMemo(() => {
    if (last.address !== address) return NOTHING_PICKED;
    const open = rows?.filter((ticket) => last.numbers.has(ticket.number) && canClaim(ticket)) ?? [];
    return new Set(open.map(({ number }) => number));
  }, [last, address, rows, canClaim]);
  return { picked, pick: (numbers) => setLast({ address, numbers }) };
}
