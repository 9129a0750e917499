import { MOST_REMINDERS, Refusal, type DeskSettings } from '../../../../domain';
import type { SettingsInForce } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { useRefusal } from '../../api/issues';
import { useClient } from '../../api/useClient';
import { useDraft } from '../../live/useDraft';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';
import { useVersionedSave } from '../useVersionedSave';
import { changesIn, settingsOf, typedOf, type Typed } from './values';

/** `version` is the one the first change was made on. */
interface Draft {
  readonly version: number | null;
  readonly typed: Partial<Typed>;
}
const NOTHING: Draft = { version: null, typed: {} };

/** The form over what is in force: only what differs is sent, and what was typed outlives a conflict. */
export function useLifecycle(live: Live<SettingsInForce>) {
  const { data } = live;
  const { t, w, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const [draft, change, clear] = useDraft<Draft>(`${me.actor.id}.lifecycle`, NOTHING);
  const { refusal, issues, refuse, forgive } = useRefusal(language);
  const typed: Typed | null = data ? { ...typedOf(data.settings), ...draft.typed } : null;
  const read = typed ? settingsOf(typed, t('lifecycle.tooMany', { limit: MOST_REMINDERS })) : null;
  const changes: Partial<DeskSettings> = data && read ? changesIn(read.settings, data.settings) : {};

  const fill = (part: Partial<Typed>) => {
    change({ version: draft.version ?? data?.version ?? null, typed: { ...draft.typed, ...part } });
    for (const name of Object.keys(part)) forgive(name);
  };
  const discard = () => {
    clear();
    refuse(null);
  };
  const { isBusy, save } = useVersionedSave(live, {
    refuse,
    onSaved: clear,
    onConflict: (version) => change({ version }),
  });
  const send = async () => {
    if (!data || !read || isBusy) return;
    if (read.issues.length > 0)
      return refuse(Object.assign(new Refusal('invalid', { issues: read.issues }), { message: w.refusal.invalid }));
    // The contract's lists are writable, the domain's are not.
    const { remindAfterDays, pausing, attachmentKinds, ...rest } = changes;
    await save(() =>
      client.saveSettings({
        version: draft.version ?? data.version,
        changes: {
          ...rest,
          ...(remindAfterDays && { remindAfterDays: [...remindAfterDays] }),
          ...(attachmentKinds && { attachmentKinds: [...attachmentKinds] }),
          ...(pausing && typed && { pausing: [...typed.pausing] }),
        },
      }),
    );
  };
  return { typed, count: Object.keys(changes).length, fill, discard, save: send, isBusy, refusal, issues };
}
