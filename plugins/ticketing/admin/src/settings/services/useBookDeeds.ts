import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Named, ServiceBook } from '../../../../domain';
import { toRefusal, useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';
import { moved } from './moves';

/** What is done to the catalogue with one press; nothing is asked, for a second press takes it back. */
export function useBookDeeds(live: Live<ServiceBook>) {
  const { t } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState<number | null>(null);
  const attempt = async (work: () => Promise<ServiceBook>): Promise<boolean> => {
    try {
      live.replace(await work());
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: toRefusal(error).message, timeout: 8000 });
      live.refresh();
      return false;
    }
  };
  return {
    /** Id of what is being written. */
    busy,
    standing: async ({ id, name }: Named & { readonly id: number }, isActive: boolean): Promise<void> => {
      setBusy(id);
      if (await attempt(() => client.setServiceStanding({ id, isActive })))
        toggleNotification({ type: 'success', message: t(isActive ? 'services.opened' : 'services.closed', { name }) });
      setBusy(null);
    },
    order: async (group: string | null, siblings: readonly Named[], index: number, by: -1 | 1): Promise<void> => {
      const codes = moved(siblings, index, by)?.map(({ code }) => code);
      if (codes) await attempt(() => client.orderServices({ group, codes }));
    },
  };
}
