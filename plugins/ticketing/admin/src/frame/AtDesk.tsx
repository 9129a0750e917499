import { useAuth } from '@strapi/strapi/admin';
import { useEffect, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useEventLine } from '../live/events';
import { useLive } from '../live/useLive';
import { Page } from './Page';
import { Loaded } from '../parts/Loaded';
import { Notice } from '../parts/Notice';
import { useWords } from '../words';
import { DeskProvider } from '../api/Desk';
import { onSessionEnd } from '../api/session';
import { useClient } from '../api/useClient';

const TEN_MINUTES_MS = 600_000;

/** Whoever has to sign in again comes back to the page they were on, where their drafts wait. */
function useWayBack(): void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(
    () =>
      onSessionEnd(() =>
        navigate(`/auth/login?redirectTo=${encodeURIComponent(pathname + search)}`, { replace: true }),
      ),
    [navigate, pathname, search],
  );
}

/** Pages for people with a hat. Who may come in, and as what, is the server's word. */
export function AtDesk({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useWayBack();
  useEventLine();
  const { t } = useWords();
  const client = useClient();
  const userId = useAuth('ticketing', ({ user }) => user?.id);
  const live = useLive(`me.${userId}`, (signal) => client.getMe({}, { signal }), { every: TEN_MINUTES_MS });
  if (live.data) return <DeskProvider me={live.data}>{children}</DeskProvider>;
  return (
    <Page title={title}>
      {live.refusal?.code === 'notAllowed' ? (
        <Notice kind="alarm">{t('app.noRole')}</Notice>
      ) : (
        <Loaded live={live}>{() => null}</Loaded>
      )}
    </Page>
  );
}
