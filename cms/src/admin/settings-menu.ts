import { useAuth, useIsMobile } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useSettingsMenu as useStrapiMenu, type Link, type Section } from 'strapi-settings-menu';

/** The desk's own section, by the name the plugin gives it. */
const OURS = 'ticketing';
const HIGHEST_ROLE = 'strapi-super-admin';
const TECHNICAL = { id: 'desk.technical', defaultMessage: 'Teknis' };
const UNFOLD = { id: 'desk.technical.show', defaultMessage: 'Tampilkan pengaturan teknis' };

const addressOf = ({ to }: Link): string => (to.startsWith('/') ? to : `/settings/${to}`).replace(/\?.*$/, '');

/** Ours; and for whoever runs the server, Strapi's own behind them, folded until one of them is open. */
export function arranged(menu: readonly Section[], isHighest: boolean, pathname: string): Section[] {
  const ours = menu.filter(({ id }) => id === OURS);
  const links = menu.filter(({ id }) => id !== OURS).flatMap((section) => section.links);
  const [first] = links;
  if (!isHighest || !first) return ours;
  const isOpen = links.some((link) => pathname.startsWith(addressOf(link)));
  return [
    ...ours,
    {
      id: 'technical',
      intlLabel: TECHNICAL,
      links: isOpen ? links : [{ ...first, id: 'technical', intlLabel: UNFOLD }],
    },
  ];
}

/** Stands in the place of Strapi's list of settings; whoever opens the settings begins with the first of ours. */
export function useSettingsMenu(): { readonly isLoading: boolean; readonly menu: readonly Section[] } {
  const { isLoading, menu } = useStrapiMenu();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const isMobile = useIsMobile();
  const isHighest =
    useAuth('useSettingsMenu', ({ user }) => user?.roles?.some(({ code }) => code === HIGHEST_ROLE)) ?? false;
  const shown = arranged(menu, isHighest, pathname);
  const first = shown.find(({ id }) => id === OURS)?.links[0];
  const start = first && addressOf(first);
  // A phone shows the list first; elsewhere Strapi would begin with its own version number.
  const isElsewhere = pathname.replace(/\/$/, '') === '/settings' && !isMobile;
  useEffect(() => {
    if (start && isElsewhere) void navigate(start, { replace: true });
  }, [start, isElsewhere, navigate]);
  return { isLoading: isLoading || isElsewhere, menu: shown };
}
