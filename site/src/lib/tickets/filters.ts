import { contract, type Request } from 'strapi-plugin-ticketing/contract';
import { OPEN_STATUSES, STATUSES, statusFilter, type Status } from 'strapi-plugin-ticketing/domain';

/** Filters of a ticket list are those of the API, in the words of the address. */
export const TICKET_FILTERS = {
  q: 'q',
  status: 'status',
  priority: 'prioritas',
  skpd: 'skpd',
  category: 'layanan',
  team: 'tim',
  assignee: 'petugas',
  requester: 'pemohon',
  overdue: 'terlambat',
  dueToday: 'jatuh-tempo-hari-ini',
  late: 'selesai-terlambat',
  shortNotice: 'mendadak',
  measured: 'diukur',
  from: 'dari',
  to: 'sampai',
  resolvedFrom: 'selesai-dari',
  resolvedTo: 'selesai-sampai',
  service: 'jenis',
  channel: 'saluran',
  answeredFrom: 'ditanggapi-dari',
  answeredTo: 'ditanggapi-sampai',
  answeredLate: 'ditanggapi-terlambat',
  rated: 'dinilai',
  satisfied: 'puas',
  reopened: 'dibuka-kembali',
  roundTheClock: 'sepanjang-hari',
  openOn: 'terbuka-pada',
  openAs: 'terbuka-sebagai',
  openedFrom: 'dibuka-dari',
  openedTo: 'dibuka-sampai',
  closedFrom: 'ditutup-dari',
  closedTo: 'ditutup-sampai',
  reopenedFrom: 'dibuka-kembali-dari',
  reopenedTo: 'dibuka-kembali-sampai',
  repliedFrom: 'dijawab-dari',
  repliedTo: 'dijawab-sampai',
  workedFrom: 'dikerjakan-dari',
  workedTo: 'dikerjakan-sampai',
  worker: 'pekerja',
  sort: 'urut',
  page: 'halaman',
} as const;
export type FilterName = keyof typeof TICKET_FILTERS;
const FILTERS = Object.keys(TICKET_FILTERS) as FilterName[];
export const isFilter = (name: string): name is FilterName => Object.hasOwn(TICKET_FILTERS, name);
export type Filters = Partial<Record<FilterName, string>>;
export const PAGE_SIZE = 25;
/** Sorts offered to people; the API knows more. Without one, what fits best comes first, else the newest. */
export const SORTS_SHOWN = ['-submittedAt', 'submittedAt', '-updatedAt', 'resolutionDueAt', 'priority'] as const;

/**
 * What the address asks for: repeated values joined, blanks left out. The API's own names are understood as well, as
 * people write them who know its description.
 */
export function filtersOf({ searchParams }: Pick<URL, 'searchParams'>): Filters {
  const entries = FILTERS.map(
    (name) =>
      [
        name,
        [...new Set([TICKET_FILTERS[name], name])]
          .flatMap((parameter) => searchParams.getAll(parameter))
          .map((value) => value.trim())
          .filter(Boolean)
          .join(','),
      ] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** The filters as part of an address, such as `status=NEW&q=kabel`; empty when nothing is filtered. */
export const queryOf = (filters: Filters): string =>
  new URLSearchParams(
    FILTERS.flatMap((name) => {
      const value = filters[name];
      return value && !(name === 'page' && value === '1') ? [[TICKET_FILTERS[name], value]] : [];
    }),
  ).toString();
const addressAt = (place: string, filters: Filters): string => {
  const query = queryOf(filters);
  return query ? `${place}?${query}` : place;
};
export const addressOf = (filters: Filters): string => addressAt('/tiket', filters);
/** The filters after a change; what is blank is no filter any more. */
export const changedBy = (filters: Filters, change: Filters): Filters =>
  Object.fromEntries(Object.entries({ ...filters, page: '', ...change }).filter(([, value]) => value !== ''));
export const withFilter = (filters: Filters, change: Filters): string => addressOf(changedBy(filters, change));
/** Where the same list can be taken away as a file: all of it, not a page. */
export const downloadOf = (filters: Filters): string => addressAt('/tiket/unduh.csv', { ...filters, page: '' });
/** Where somebody chooses what such a file holds. */
export const chooseDownloadOf = (filters: Filters): string => addressAt('/tiket/unduh', { ...filters, page: '' });

/** What somebody narrowed the list by: how it is sorted and turned narrows nothing. */
export const isNarrowed = (filters: Filters): boolean =>
  FILTERS.some((name) => name !== 'sort' && name !== 'page' && filters[name]);

const sorted = (filters: Filters): Filters => ({
  ...filters,
  ...(filters.q && !filters.sort && { sort: 'relevance' }),
});

/** The filters as the client wants them; null when the address holds something no filter can be. */
export function toRequest(filters: Filters): Request<'listTickets'> | null {
  const request = { ...sorted(filters), pageSize: PAGE_SIZE };
  return contract.listTickets.query.safeParse(request).success ? (request as Request<'listTickets'>) : null;
}
/** What of a file is chosen beside its filters, in the words of the address; boxes of one name are one list. */
const EXPORT_CHOICES = { columns: 'kolom', progress: 'perkembangan', separator: 'pemisah' } as const;
export function toExport({ searchParams }: Pick<URL, 'searchParams'>): Omit<Request<'exportTickets'>, 'format'> | null {
  const { page: _, ...filters } = filtersOf({ searchParams });
  const chosen = Object.entries(EXPORT_CHOICES)
    .map(([name, parameter]) => [name, searchParams.getAll(parameter).filter(Boolean).join(',')] as const)
    .filter(([, value]) => value !== '');
  const request = { ...sorted(filters), ...Object.fromEntries(chosen) };
  return contract.exportTickets.query.safeParse(request).success
    ? (request as Omit<Request<'exportTickets'>, 'format'>)
    : null;
}

export type TabKey = 'answer' | 'waiting' | 'open' | 'mine' | 'all';
/** A ready-made view above the list; it is nothing but these two filters. */
export interface Tab {
  readonly key: TabKey;
  readonly filters: { readonly status: string; readonly requester: string };
}
const WAITING = 'WAITING_REQUESTER';
const OPEN = { key: 'open', filters: { status: statusFilter(OPEN_STATUSES), requester: '' } } as const;
const ALL = { key: 'all', filters: { status: '', requester: '' } } as const;
/** Whoever may ask has tickets of their own; a leader only looks on. */
export const tabsFor = (mayAsk: boolean): readonly Tab[] =>
  mayAsk
    ? [
        { key: 'answer', filters: { status: WAITING, requester: 'me' } },
        OPEN,
        { key: 'mine', filters: { status: '', requester: 'me' } },
        ALL,
      ]
    : [{ key: 'waiting', filters: { status: WAITING, requester: '' } }, OPEN, ALL];
export const currentTab = (tabs: readonly Tab[], { status = '', requester = '' }: Filters): Tab | undefined =>
  tabs.find(({ filters }) => filters.status === status && filters.requester === requester);

export const statusesOf = ({ status = '' }: Filters): Status[] =>
  STATUSES.filter((code) => status.split(',').includes(code));
