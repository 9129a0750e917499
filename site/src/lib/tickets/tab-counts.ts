import type { Client } from 'strapi-plugin-ticketing/client';
import type { Pagination } from 'strapi-plugin-ticketing/contract';
import { changedBy, toRequest, type Filters, type Tab, type TabKey } from './filters';

/** How many tickets a tab holds under the filters in force; `isMore` where the cms counts no further. */
export type TabCounts = Partial<Record<TabKey, Pick<Pagination, 'total' | 'isMore'>>>;

/** The counts of the other tabs, asked for all at once; a count that cannot be had is left out, and its tab stays. */
export async function countTabs(api: Client, tabs: readonly Tab[], filters: Filters): Promise<TabCounts> {
  const counted = await Promise.all(
    tabs.map(async ({ key, filters: own }) => {
      const request = toRequest(changedBy(filters, { ...own, sort: 'number' }));
      if (!request) return [key, undefined] as const;
      const answer = await api.listTickets({ ...request, pageSize: 1 }).catch(() => null);
      return [key, answer?.pagination] as const;
    }),
  );
  return Object.fromEntries(counted.filter(([, count]) => count));
}
