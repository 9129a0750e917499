import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Refusal } from '../../../domain';
import { toRefusal } from '../api/useClient';
import type { Live } from '../live/useLive';
import { useWords } from '../words';

interface Ways {
  readonly refuse: (refusal: Refusal | null) => void;
  /** What was edited is in force now. */
  readonly onSaved: () => void;
  /** Somebody else was quicker: the next attempt is made on this version, in sight of what they did. */
  readonly onConflict: (version: number | null) => void;
}

/** Saves what was edited over a version of settings; whoever comes second is told so, and keeps what they edited. */
export function useVersionedSave<Kept>(
  { refresh, replace }: Pick<Live<Kept>, 'refresh' | 'replace'>,
  { refuse, onSaved, onConflict }: Ways,
) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);
  const save = async (send: () => Promise<Kept>): Promise<void> => {
    setBusy(true);
    refuse(null);
    try {
      replace(await send());
      onSaved();
      toggleNotification({ type: 'success', message: t('settings.saved') });
    } catch (error) {
      const reason = toRefusal(error);
      const isConflict = reason.code === 'settingsChanged';
      refuse(isConflict ? Object.assign(reason, { message: t('settings.conflict') }) : reason);
      if (isConflict) {
        const version = reason.details['version'];
        onConflict(typeof version === 'number' ? version : null);
        refresh();
      }
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, save };
}
