import { OPEN_STATUSES, type TicketSummary } from '../../../domain';
import { useClient } from '../api/useClient';
import { useLive } from './useLive';

const SHOWN = 5;
const EVERY_MS = 120_000;

/** The latest tickets of a unit, or its open ones alone, without the one that is looked at; none while there is no unit. */
export function useUnitTickets(
  skpd: string,
  { isOpen = false, without = '' }: { readonly isOpen?: boolean; readonly without?: string } = {},
): readonly TicketSummary[] {
  const client = useClient();
  const status = isOpen ? OPEN_STATUSES.join(',') : undefined;
  const { data } = useLive(
    `unit.${skpd}.${status ?? ''}`,
    async (signal) =>
      skpd === ''
        ? []
        : (await client.listTickets({ skpd, pageSize: SHOWN + 1, ...(status && { status }) }, { signal })).rows,
    { every: EVERY_MS },
  );
  return (data ?? []).filter(({ number }) => number !== without).slice(0, SHOWN);
}
