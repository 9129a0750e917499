import { LinkButton } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { Navigate, NavLink, useLocation } from 'react-router-dom';
import { useWords } from '../../words';
import { SERVICES } from './place';

const FORMER = '/content-manager/collection-types/api::category.category';
const HIGHEST_ROLE = 'strapi-super-admin';

/** In Strapi's own screens of the catalogue: the way to ours, which only the highest role has to choose. */
function FormerScreens() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const roles = useAuth('ticketing', ({ user }) => user?.roles);
  if (!pathname.startsWith(FORMER) || !roles) return null;
  if (!roles.some(({ code }) => code === HIGHEST_ROLE)) return <Navigate to={SERVICES} replace />;
  return (
    <LinkButton tag={NavLink} to={SERVICES} variant="secondary" size="S">
      {t('services.here')}
    </LinkButton>
  );
}

type Inject = (view: string, zone: string, component: { name: string; Component: () => React.ReactNode }) => void;

/** Puts that way into the content manager's list and form of categories. */
export function leadFromFormerScreens(app: { readonly getPlugin: (id: string) => { injectComponent: unknown } }): void {
  const manager = app.getPlugin('content-manager') as { injectComponent: Inject };
  for (const [view, zone] of [
    ['listView', 'actions'],
    ['editView', 'right-links'],
  ] as const)
    manager.injectComponent(view, zone, { name: 'ticketing-services', Component: FormerScreens });
}
