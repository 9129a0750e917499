import { OPEN_STATUSES, STATUSES, WAITING_STATUSES, type Status } from '../../../domain';
import type { Request, SORTS } from '../../../domain/contract';
import type { Desk } from '../api/Desk';
import type { Key } from '../words';

export type Sort = (typeof SORTS)[number];
export type Filters = Request<'listTickets'>;

/** A corner of the queue: which tickets lie there, in which order, and who has use for it. */
export interface Tab {
  readonly label: Key;
  readonly statuses: readonly Status[];
  readonly filters: (desk: Desk) => Filters;
  readonly sort: Sort;
  readonly isFor: (desk: Desk) => boolean;
}

const handles = ({ may }: Desk): boolean => may('ticket:claim');
const everybody = (): boolean => true;

export const TABS = {
  new: { label: 'tab.new', statuses: ['NEW'], filters: () => ({}), sort: '-submittedAt', isFor: everybody },
  mine: {
    label: 'tab.mine',
    statuses: OPEN_STATUSES,
    filters: () => ({ assignee: 'me' }),
    sort: 'resolutionDueAt',
    isFor: handles,
  },
  team: {
    label: 'tab.team',
    statuses: OPEN_STATUSES,
    filters: ({ me }) => ({ team: me.actor.teamCodes.join(',') }),
    sort: 'resolutionDueAt',
    isFor: ({ me }) => me.actor.teamCodes.length > 0,
  },
  waiting: {
    label: 'tab.waiting',
    statuses: WAITING_STATUSES,
    filters: () => ({}),
    sort: '-updatedAt',
    isFor: everybody,
  },
  overdue: {
    label: 'tab.overdue',
    statuses: STATUSES,
    filters: () => ({ overdue: 'true' }),
    sort: 'resolutionDueAt',
    isFor: everybody,
  },
  all: { label: 'tab.all', statuses: STATUSES, filters: () => ({}), sort: '-submittedAt', isFor: everybody },
} as const satisfies Record<string, Tab>;

export type TabName = keyof typeof TABS;
export const TAB_NAMES = Object.keys(TABS) as TabName[];
export const tabOf = (name: TabName): Tab => TABS[name];

/** The tab's own filters; every status needs no filter at all. */
export const filtersOfTab = (name: TabName, desk: Desk): Filters => {
  const { statuses, filters } = tabOf(name);
  return { ...(statuses.length < STATUSES.length && { status: statuses.join(',') }), ...filters(desk) };
};
