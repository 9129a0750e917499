import type { StrapiApp } from '@strapi/strapi/admin';
import { message, type Key } from '../words';

type Page = () => Promise<{ default: React.ComponentType }>;
const PAGES: readonly { readonly id: string; readonly title: Key; readonly Component: Page }[] = [
  { id: 'accounts', title: 'accounts.title', Component: () => import('./accounts/AccountsPage') },
  { id: 'units', title: 'units.title', Component: () => import('./units/UnitsPage') },
  { id: 'services', title: 'services.title', Component: () => import('./services/ServicesPage') },
  { id: 'hours', title: 'hours.title', Component: () => import('./hours/HoursPage') },
  { id: 'calendar', title: 'calendar.title', Component: () => import('./calendar/CalendarPage') },
  { id: 'replies', title: 'replies.title', Component: () => import('./replies/RepliesPage') },
  { id: 'leave', title: 'leave.title', Component: () => import('./leave/LeavePage') },
  { id: 'authority', title: 'authority.title', Component: () => import('./authority/AuthorityPage') },
  { id: 'why', title: 'why.title', Component: () => import('./why/WhyPage') },
  { id: 'lifecycle', title: 'lifecycle.title', Component: () => import('./lifecycle/LifecyclePage') },
  { id: 'sign-on', title: 'signOn.title', Component: () => import('./sign-on/SignOnPage') },
  { id: 'mail', title: 'mail.title', Component: () => import('./mail/MailPage') },
  { id: 'inbound-mail', title: 'inboundMail.title', Component: () => import('./inbound-mail/InboundMailPage') },
  { id: 'whatsapp', title: 'whatsapp.title', Component: () => import('./whatsapp/WhatsAppPage') },
  { id: 'wordings', title: 'wordings.title', Component: () => import('./wordings/WordingsPage') },
  { id: 'letters', title: 'letters.title', Component: () => import('./letters/LettersPage') },
  { id: 'schedules', title: 'schedules.title', Component: () => import('./schedules/SchedulesPage') },
  { id: 'wall', title: 'wall.title', Component: () => import('./wall/WallPage') },
  { id: 'tokens', title: 'tokens.title', Component: () => import('./tokens/TokensPage') },
  { id: 'webhooks', title: 'webhooks.title', Component: () => import('./webhooks/WebhooksPage') },
  { id: 'audit', title: 'audit.title', Component: () => import('./audit/AuditPage') },
  { id: 'operations', title: 'operations.title', Component: () => import('./operations/OperationsPage') },
  { id: 'deadline', title: 'deadline.title', Component: () => import('./deadline/DeadlinePage') },
];

/**
 * The desk's own rooms among the panel's settings. Who may see or change what is there is the matrix' word, not the
 * menu's.
 */
export const addSettings = (app: Pick<StrapiApp, 'addSettingsLink'>): void =>
  app.addSettingsLink(
    { id: 'ticketing', intlLabel: message('settings.title') },
    PAGES.map(({ id, title, Component }) => ({
      id: `ticketing-${id}`,
      to: `ticketing/${id}`,
      intlLabel: message(title),
      permissions: [],
      Component,
    })),
  );
