import { Flex, Loader, Main } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { DeskProvider } from './api/Desk';
import { onSessionEnd } from './api/session';
import { useClient } from './api/useClient';
import { FilingPage } from './filing/FilingPage';
import { RatingsPage } from './guides/RatingsPage';
import { useLive } from './live/useLive';
import { Body } from './parts/Body';
import { Heading } from './parts/Heading';
import { Notice } from './parts/Notice';
import { QueuePage } from './queue/QueuePage';
import { TicketPage } from './ticket/TicketPage';
import { useWords } from './words';

const TEN_MINUTES_MS = 600_000;

/** Whoever has to sign in again comes back to the page they were on, where their drafts wait. */
function useWayBack(): void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => onSessionEnd(() => navigate(`/auth/login?redirectTo=${encodeURIComponent(pathname + search)}`, { replace: true })), [navigate, pathname, search]);
}

/** The officers' workspace. Who may come in, and as what, is the server's word. */
export default function App() {
  useWayBack();
  const { t } = useWords();
  const client = useClient();
  const userId = useAuth('ticketing', ({ user }) => user?.id);
  const { data: me, refusal, refresh } = useLive(`me.${userId}`, (signal) => client.getMe({}, { signal }), { every: TEN_MINUTES_MS });
  if (!me) {
    return (
      <Main>
        <Heading title={t('queue.title')} />
        <Body>
          {refusal?.code === 'notAllowed' ? <Notice kind="alarm">{t('app.noRole')}</Notice>
            : refusal ? <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>{refusal.message}</Notice>
              : <Flex justifyContent="center" padding={8}><Loader>{t('loading')}</Loader></Flex>}
        </Body>
      </Main>
    );
  }
  return (
    <DeskProvider me={me}>
      <Routes>
        <Route index element={<QueuePage />} />
        <Route path="tiket/:number" element={<TicketPage />} />
        <Route path="penilaian-panduan" element={<RatingsPage />} />
        <Route path="tiket-baru" element={<FilingPage />} />
        <Route path="*" element={<Navigate to="/plugins/ticketing" replace />} />
      </Routes>
    </DeskProvider>
  );
}
