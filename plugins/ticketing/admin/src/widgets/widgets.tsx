import { Bell, ChartPie, Clock, List, User, WarningCircle } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';
import { QUEUE } from '../queue/place';
import { message, type Key } from '../words';
import type { Filters } from '../queue/tabs';

interface Shelf {
  readonly icon: NonNullable<WidgetArgs['icon']>;
  readonly title: Key;
  readonly empty: Key;
  readonly tab: string;
  readonly filters: Filters;
}

/** What an officer wants to know first thing in the morning. */
const SHELVES: Readonly<Record<string, Shelf>> = {
  mine: {
    icon: User,
    title: 'tab.mine',
    empty: 'widget.noneMine',
    tab: 'mine',
    filters: { assignee: 'me', status: 'IN_PROGRESS,WAITING_REQUESTER,WAITING_THIRD_PARTY', sort: 'resolutionDueAt' },
  },
  new: {
    icon: Bell,
    title: 'tab.new',
    empty: 'empty.new',
    tab: 'new',
    filters: { status: 'NEW', sort: '-submittedAt' },
  },
  due: {
    icon: Clock,
    title: 'widget.due',
    empty: 'widget.noneDue',
    tab: 'all',
    filters: { status: 'NEW,IN_PROGRESS,WAITING_THIRD_PARTY', overdue: 'false', sort: 'resolutionDueAt' },
  },
};

const ADDRESSES: Readonly<Record<string, string>> = { due: 'tab=all&sort=resolutionDueAt' };

/** Whoever can mend what the warnings are about. */
const MENDS = [
  { action: 'plugin::content-manager.explorer.update', subject: 'api::working-calendar.working-calendar' },
];
const setup: WidgetArgs = {
  id: 'desk-setup',
  pluginId: 'ticketing',
  icon: List,
  title: message('setup.title'),
  permissions: MENDS,
  component: async () => (await import('./SetupWidget')).SetupWidget,
};
const warnings: WidgetArgs = {
  id: 'desk-warnings',
  pluginId: 'ticketing',
  icon: WarningCircle,
  title: message('warning.title'),
  permissions: MENDS,
  component: async () => (await import('./WarningsWidget')).WarningsWidget,
};

const shelves: WidgetArgs[] = Object.entries(SHELVES).map(([name, { icon, title, empty, tab, filters }]) => ({
  id: `tickets-${name}`,
  pluginId: 'ticketing',
  icon,
  title: message(title),
  link: { label: message('widget.open'), href: `${QUEUE}?${ADDRESSES[name] ?? `tab=${tab}`}` },
  component: async () => {
    const { TicketListWidget } = await import('./TicketListWidget');
    return function TicketShelf() {
      return <TicketListWidget name={name} filters={filters} empty={empty} />;
    };
  },
}));

const performance: WidgetArgs = {
  id: 'own-performance',
  pluginId: 'ticketing',
  icon: ChartPie,
  title: message('performance.title'),
  component: async () => (await import('./PerformanceWidget')).PerformanceWidget,
};

export const widgets: WidgetArgs[] = [...shelves, performance, setup, warnings];
