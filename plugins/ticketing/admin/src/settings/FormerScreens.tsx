import { LinkButton } from '@strapi/design-system';
import { useAuth, type StrapiApp } from '@strapi/strapi/admin';
import { Navigate, NavLink, useLocation } from 'react-router-dom';
import { useWords, type Key } from '../words';

interface Former {
  readonly type: string;
  readonly page: string;
  readonly title: Key;
}
/** Kinds of master data that are kept on a page of ours, which does all that Strapi's does. */
const FORMER: readonly Former[] = [
  { type: 'plugin::users-permissions.user', page: 'accounts', title: 'accounts.title' },
  { type: 'api::skpd.skpd', page: 'units', title: 'units.title' },
  { type: 'api::category.category', page: 'services', title: 'services.title' },
  { type: 'api::holiday.holiday', page: 'calendar', title: 'calendar.title' },
  { type: 'api::working-calendar.working-calendar', page: 'hours', title: 'hours.title' },
];
const HIGHEST_ROLE = 'strapi-super-admin';
/** Strapi's name for the question which lists stand in the menu of the content manager. */
const LINKS = 'Admin/CM/pages/App/mutate-collection-types-links';

/** In Strapi's own screens of what we keep: the way to ours, which only the highest role has to choose. */
function FormerScreens() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const roles = useAuth('ticketing', ({ user }) => user?.roles);
  const former = FORMER.find(({ type }) => pathname.startsWith(`/content-manager/collection-types/${type}`));
  if (!former || !roles) return null;
  const ours = `/settings/ticketing/${former.page}`;
  if (!roles.some(({ code }) => code === HIGHEST_ROLE)) return <Navigate to={ours} replace />;
  return (
    <LinkButton tag={NavLink} to={ours} variant="secondary" size="S">
      {t('former.here', { page: t(former.title) })}
    </LinkButton>
  );
}

interface Links {
  readonly ctLinks: readonly { readonly uid: string }[];
}
const isListed = ({ uid }: { readonly uid: string }): boolean => !FORMER.some(({ type }) => type === uid);

type Inject = (view: string, zone: string, component: { name: string; Component: () => React.ReactNode }) => void;

/**
 * Takes what our pages replace out of the menu of master data, and leads whoever comes there by an old address to ours.
 * The types stay visible to Strapi itself: hidden ones lose their permissions, which our recorder and roles rest on.
 */
export function leadFromFormerScreens(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
  app.registerHook(LINKS, (given: Links) => ({ ...given, ctLinks: given.ctLinks.filter(isListed) }));
  const manager = app.getPlugin('content-manager') as unknown as { injectComponent: Inject };
  for (const [view, zone] of [
    ['listView', 'actions'],
    ['editView', 'right-links'],
  ] as const)
    manager.injectComponent(view, zone, { name: 'ticketing-former', Component: FormerScreens });
}
