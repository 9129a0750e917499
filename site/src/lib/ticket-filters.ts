import { contract, type Request } from 'strapi-plugin-ticketing/contract';
import { OPEN_STATUSES, STATUSES, statusFilter, type Status } from 'strapi-plugin-ticketing/domain';

/** Filters of a ticket list are those of the API, under the same names: every number of a report leads here with its own. */
export const FILTERS = ['q', 'status', 'priority', 'skpd', 'category', 'team', 'assignee', 'overdue', 'from', 'to', 'resolvedFrom', 'resolvedTo', 'sort', 'page'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;
export const PAGE_SIZE = 25;
export const DEFAULT_SORT = '-submittedAt';
/** Sorts offered to people; the API knows more. */
export const SORTS_SHOWN = ['-submittedAt', 'submittedAt', '-updatedAt', 'resolutionDueAt', 'priority'] as const;

/** What the address asks for: repeated values joined, blanks left out. */
export function filtersOf({ searchParams }: URL): Filters {
  const entries = FILTERS.map((name) => [name, searchParams.getAll(name).map((value) => value.trim()).filter(Boolean).join(',')] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

export function addressOf(filters: Filters): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([name, value]) => value !== '' && !(name === 'sort' && value === DEFAULT_SORT) && !(name === 'page' && value === '1')));
  return query.size ? `/tiket?${query}` : '/tiket';
}
export const withFilter = (filters: Filters, change: Filters): string => addressOf({ ...filters, page: '', ...change });

/** The filters as the client wants them; null when the address holds something no filter can be. */
export function toRequest(filters: Filters): Request<'listTickets'> | null {
  const request = { ...filters, pageSize: PAGE_SIZE };
  return contract.listTickets.query.safeParse(request).success ? (request as Request<'listTickets'>) : null;
}

/** Ready-made views above the list; a view is nothing but a set of statuses. */
export const VIEWS: readonly { readonly key: 'open' | 'answer' | 'done' | 'refused' | 'all'; readonly status: string }[] = [
  { key: 'open', status: statusFilter(OPEN_STATUSES) },
  { key: 'answer', status: 'WAITING_REQUESTER' },
  { key: 'done', status: 'RESOLVED' },
  { key: 'refused', status: 'REJECTED,CANCELLED' },
  { key: 'all', status: '' },
];

export const statusesOf = ({ status = '' }: Filters): Status[] => STATUSES.filter((code) => status.split(',').includes(code));
