import { Navigate, Route, Routes } from 'react-router-dom';
import { BoardPage } from './board/BoardPage';
import { AtDesk } from './frame/AtDesk';
import { FilingPage } from './filing/FilingPage';
import { RatingsPage } from './guides/RatingsPage';
import { BundlesPage } from './papers/BundlesPage';
import { ChoicesPage } from './notices/ChoicesPage';
import { NoticesPage } from './notices/NoticesPage';
import { QueuePage } from './queue/QueuePage';
import { TicketPage } from './ticket/TicketPage';
import { useWords } from './words';

/** The officers' workspace. */
export default function App() {
  const { t } = useWords();
  return (
    <AtDesk title={t('queue.title')}>
      <Routes>
        <Route index element={<QueuePage />} />
        <Route path="tiket/:number" element={<TicketPage />} />
        <Route path="penilaian-panduan" element={<RatingsPage />} />
        <Route path="berita-acara" element={<BundlesPage />} />
        <Route path="papan" element={<BoardPage />} />
        <Route path="tiket-baru" element={<FilingPage />} />
        <Route path="pemberitahuan" element={<NoticesPage />} />
        <Route path="pemberitahuan/pilihan" element={<ChoicesPage />} />
        <Route path="*" element={<Navigate to="/plugins/ticketing" replace />} />
      </Routes>
    </AtDesk>
  );
}
