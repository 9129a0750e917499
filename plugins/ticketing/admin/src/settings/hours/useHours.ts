import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { firstIssues, hoursIssues, Refusal, type KeptHours } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useRefusal } from '../../api/issues';
import { toRefusal, useClient } from '../../api/useClient';
import { useDraft } from '../../live/useDraft';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';
import { bodyOfHours } from './week';

/** A calendar under somebody's hands, kept in this tab until it is saved; nothing typed is lost to a refusal or a colleague. */
export function useHours(kept: KeptHours, live: Live<KeptHours[]>) {
  const { t, w, language } = useWords();
  const { me, may } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [typed, change, clear] = useDraft(`${me.actor.id}.hours.${kept.code}`, kept);
  const { refusal, issues, refuse } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);

  const save = async () => {
    if (isBusy) return;
    const found = firstIssues(hoursIssues(typed));
    if (found.length > 0)
      return refuse(Object.assign(new Refusal('invalid', { issues: found }), { message: w.refusal.invalid }));
    setBusy(true);
    refuse(null);
    const { version } = typed;
    try {
      live.replace(await client.changeWorkingHours({ code: kept.code, version, ...bodyOfHours(typed) }));
      clear();
      toggleNotification({ type: 'success', message: t('hours.saved') });
    } catch (error) {
      const reason = toRefusal(error);
      refuse(reason);
      // Told once that a colleague was quicker, the next save is made in sight of it.
      if (reason.code === 'settingsChanged') {
        const latest = await client.listWorkingHours({}).catch(() => null);
        const version = latest?.find(({ code }) => code === kept.code)?.version;
        if (version) change({ version });
      }
    }
    setBusy(false);
  };
  return {
    typed,
    refusal,
    issues,
    isBusy,
    isOff: !may('settings:manage') || isBusy,
    count: JSON.stringify(bodyOfHours(typed)) === JSON.stringify(bodyOfHours(kept)) ? 0 : 1,
    fill: (part: Partial<KeptHours>) => change(part),
    discard: () => {
      clear();
      refuse(null);
    },
    save,
  };
}
