import { isDay, PRIORITIES, STATUSES, WAITED_FOR, type WaitedFor } from '../../../domain';
import { SORTS } from '../../../domain/contract';
import type { Desk } from '../api/Desk';
import { columnsName, columnsOf } from './columns';
import { filtersOfTab, TAB_NAMES, tabOf, type Filters, type Sort, type TabName } from './tabs';

/** Where in the queue somebody is; all of it stands in the address, so that it can be shared and gone back to. */
export interface Place {
  readonly tab: TabName;
  readonly status: string;
  readonly priority: string;
  readonly category: string;
  readonly skpd: string;
  /** A service's code. */
  readonly service: string;
  /** A team's code, or `none`. */
  readonly team: string;
  /** An officer's id, or `none`. */
  readonly assignee: string;
  /** The first and the last day (WIB) on which it was filed. */
  readonly from: string;
  readonly to: string;
  /** Who is waited for; empty for whoever it is, or nobody. */
  readonly waiting: '' | WaitedFor;
  /** For at least so many days: one of `WAITS`. */
  readonly waited: string;
  readonly q: string;
  readonly sort: Sort;
  /** Names of columns; empty for the standard ones. */
  readonly columns: string;
  /** Rows stand closer. */
  readonly compact: '' | '1';
  readonly page: number;
}

export const PAGE_SIZE = 25;
export const QUEUE = '/plugins/ticketing';

/** Days of waiting that are worth asking for. */
export const WAITS = ['1', '3', '7', '14', '30', '90'] as const;
/** Whether anything in a corner of the queue can wait for somebody. */
export const canWait = (tab: TabName): boolean =>
  Object.values(WAITED_FOR).some((status) => tabOf(tab).statuses.includes(status));

const among = <T extends string>(values: readonly T[], value: string | null, otherwise: T): T =>
  values.find((candidate) => candidate === value) ?? otherwise;

/** An address somebody mistyped leads to the nearest place there is. */
export function readPlace(params: URLSearchParams): Place {
  const tab = among(TAB_NAMES, params.get('tab'), 'new');
  const word = (name: string) => params.get(name)?.trim() ?? '';
  const code = (name: string) => (/^[A-Z0-9-]{1,40}$/.test(word(name)) ? word(name) : '');
  return {
    tab,
    status: among(['', ...STATUSES], params.get('status'), ''),
    priority: among(['', ...PRIORITIES], params.get('priority'), ''),
    category: code('category'),
    skpd: code('skpd'),
    service: code('service'),
    // A corner of the queue that is somebody's, or some team's, is not narrowed to another's.
    team: tab === 'team' ? '' : word('team') === 'none' ? 'none' : code('team'),
    assignee: tab !== 'mine' && /^(none|[1-9]\d{0,8})$/.test(word('assignee')) ? word('assignee') : '',
    from: isDay(word('from')) ? word('from') : '',
    to: isDay(word('to')) ? word('to') : '',
    waiting: canWait(tab) ? among(['', ...(Object.keys(WAITED_FOR) as WaitedFor[])], params.get('waiting'), '') : '',
    waited: canWait(tab) ? among(['', ...WAITS], params.get('waited'), '') : '',
    q: word('q').slice(0, 200),
    sort: among(SORTS, params.get('sort'), tabOf(tab).sort),
    columns: columnsName(columnsOf(word('columns'))),
    compact: among(['', '1'], params.get('compact'), ''),
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(params.get('page'))) || 1)),
  };
}

/** Only what differs from the ordinary is written, so that addresses stay short. */
export function writePlace(place: Place): string {
  const ordinary: Readonly<Record<string, string | number>> = { tab: 'new', sort: tabOf(place.tab).sort, page: 1 };
  const told = Object.entries(place).filter(([name, value]) => value !== '' && value !== ordinary[name]);
  return new URLSearchParams(told.map(([name, value]) => [name, String(value)])).toString();
}

/** How many of the choices that lie behind *Saringan lain* are made. */
export const moreCount = ({ service, team, assignee, from, to, waiting, waited }: Place): number =>
  [service, team, assignee, from, to, waiting, waited].filter(Boolean).length;
export const filterCount = (place: Place): number => {
  const { status, priority, category, skpd, q } = place;
  return [status, priority, category, skpd, q].filter(Boolean).length + moreCount(place);
};
export const isFiltered = (place: Place): boolean => filterCount(place) > 0;
export const UNFILTERED = {
  status: '',
  priority: '',
  category: '',
  skpd: '',
  service: '',
  team: '',
  assignee: '',
  from: '',
  to: '',
  waiting: '',
  waited: '',
  q: '',
  page: 1,
} as const;

/** What to ask the server for this place. */
export const questionOf = (
  { tab, status, priority, category, skpd, service, team, assignee, from, to, waiting, waited, q, sort, page }: Place,
  desk: Desk,
): Filters => ({
  ...filtersOfTab(tab, desk),
  ...(status && { status }),
  ...(priority && { priority }),
  ...(category && { category }),
  ...(skpd && { skpd }),
  ...(service && { service }),
  ...(team && { team }),
  ...(assignee && { assignee: assignee === 'none' ? 'none' : Number(assignee) }),
  ...(from && { from }),
  ...(to && { to }),
  ...(waiting && { waitingFor: waiting }),
  ...(waited && { waitingDays: Number(waited) }),
  ...(q && { q }),
  sort,
  page,
  pageSize: PAGE_SIZE,
});
