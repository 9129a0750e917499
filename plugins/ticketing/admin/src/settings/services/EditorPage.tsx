import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import type { KeptService, ServiceBook } from '../../../../domain';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { Loaded } from '../../parts/Loaded';
import { useWords } from '../../words';
import { SettingsPage } from '../SettingsPage';
import { Editor } from './Editor';
import { SERVICES } from './place';
import type { TypedService } from './typed';
import { nothingIn, typedService } from './values';

interface Ground {
  readonly book: ServiceBook;
  /** What is changed, or copied; null for one that begins with nothing. */
  readonly service: KeptService | null;
}

/** What the typing begins with: the service itself, its copy without a code, or nothing in a category. */
function begin({ book, service }: Ground, isCopy: boolean, copied: string, group: string): TypedService {
  if (!service) return nothingIn(book, group);
  const typed = typedService(service, book);
  return isCopy ? { ...typed, version: '', code: '', name: copied.slice(0, 200) } : typed;
}

/** One service: its promise, its rules and its form; or another one begun from it. */
export function EditorPage() {
  const { t } = useWords();
  const client = useClient();
  const { id } = useParams();
  const [search] = useSearchParams();
  const copy = search.get('copy');
  const group = search.get('in') ?? '';
  const wanted = Number(id ?? copy ?? Number.NaN);
  // Each visit begins with what stands now, not with what was seen earlier.
  const [visit, setVisit] = useState(() => Date.now());
  const live = useLive<Ground>(
    `service.${id ?? `new.${copy ?? ''}.${group}`}.${visit}`,
    async (signal) => ({
      book: await client.listServices({}, { signal }),
      service: Number.isNaN(wanted) ? null : await client.getService({ id: wanted }, { signal }),
    }),
    { every: 3_600_000 },
  );
  const service = live.data?.service;
  const named = service
    ? t(copy === null ? 'units.change' : 'services.copyOf', { name: service.name })
    : t(Number.isNaN(wanted) ? 'services.new' : 'services.title');
  return (
    <SettingsPage title="services.title" lead="services.editorLead" named={named} backTo={SERVICES}>
      <Loaded live={live}>
        {(ground) => (
          <Editor
            key={`${visit}`}
            id={id === undefined ? null : wanted}
            book={ground.book}
            begun={begin(ground, copy !== null, t('services.copyOf', { name: ground.service?.name ?? '' }), group)}
            draft={id ?? (copy === null ? `new.${group}` : `copy.${copy}`)}
            onReload={() => setVisit(Date.now())}
          />
        )}
      </Loaded>
    </SettingsPage>
  );
}
