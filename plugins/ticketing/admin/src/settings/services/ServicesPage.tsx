import { Navigate, Route, Routes } from 'react-router-dom';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';
import { EditorPage } from './EditorPage';
import { SERVICES } from './place';
import { Tree } from './Tree';

const FIVE_MINUTES_MS = 300_000;

function Book() {
  const client = useClient();
  const live = useLive('services', (signal) => client.listServices({}, { signal }), { every: FIVE_MINUTES_MS });
  return <Loaded live={live}>{(book) => <Tree book={book} live={live} />}</Loaded>;
}

/** Layanan: the catalogue, its promises and its forms. */
export default function ServicesPage() {
  return (
    <Routes>
      <Route
        index
        element={
          <SettingsPage title="services.title" lead="services.lead">
            <Book />
          </SettingsPage>
        }
      />
      <Route path="new" element={<EditorPage />} />
      <Route path=":id" element={<EditorPage />} />
      <Route path="*" element={<Navigate to={SERVICES} replace />} />
    </Routes>
  );
}
