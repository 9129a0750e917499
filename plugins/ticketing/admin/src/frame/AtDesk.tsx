import { Flex, Loader, Main } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useEffect, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useEventLine } from '../live/events';
import { useLive } from '../live/useLive';
import { Body } from '../parts/Body';
import { Heading } from './Heading';
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
  const {
    data: me,
    refusal,
    refresh,
  } = useLive(`me.${userId}`, (signal) => client.getMe({}, { signal }), { every: TEN_MINUTES_MS });
  if (me) return <DeskProvider me={me}>{children}</DeskProvider>;
  return (
    <Main>
      <Heading title={title} />
      <Body>
        {refusal?.code === 'notAllowed' ? (
          <Notice kind="alarm">{t('app.noRole')}</Notice>
        ) : refusal ? (
          <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
            {refusal.message}
          </Notice>
        ) : (
          <Flex justifyContent="center" padding={8}>
            <Loader>{t('loading')}</Loader>
          </Flex>
        )}
      </Body>
    </Main>
  );
}
