import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { isSameCell, type Alternatives, type Permission, type Refusal, type Role, type Cell } from '../../../../domain';
import type { AuthorityMatrix } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useDraft } from '../../live/useDraft';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';

/** `version` is the one the first change was made on: a matrix that moved on since must not be overwritten unseen. */
interface Draft {
  readonly version: number | null;
  readonly cells: Readonly<Record<string, Alternatives>>;
}
const NOTHING: Draft = { version: null, cells: {} };

export const nameOf = (role: Role, may: Permission): string => `${role} ${may}`;
/** One cell as it stands and as it would be once saved. */
export interface EditedCell extends Cell {
  readonly edited: Alternatives;
  readonly isEdited: boolean;
}

/** Changes to the matrix, kept in this tab until they are saved. */
export function useEdits({ data, refresh, replace }: Live<AuthorityMatrix>) {
  const { t } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [draft, change, clear] = useDraft<Draft>(`${me.actor.id}.authority`, NOTHING);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const cells = (data?.cells ?? []).map((cell): EditedCell => {
    const edited = draft.cells[nameOf(cell.role, cell.may)] ?? cell.alternatives;
    return { ...cell, edited, isEdited: !isSameCell(edited, cell.alternatives) };
  });
  const edited = cells.filter(({ isEdited }) => isEdited);

  const edit = ({ role, may }: Cell, alternatives: Alternatives) =>
    change({
      version: draft.version ?? data?.version ?? null,
      cells: { ...draft.cells, [nameOf(role, may)]: alternatives },
    });
  const discard = () => {
    clear();
    setRefusal(null);
  };
  const save = async () => {
    if (!data || isBusy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const fresh = await client.saveAuthority({
        version: draft.version ?? data.version,
        cells: edited.map(({ role, may, edited: wanted }) => ({
          role,
          may,
          alternatives: wanted.map((when) => [...when]),
        })),
      });
      replace(fresh);
      clear();
      toggleNotification({ type: 'success', message: t('settings.saved') });
    } catch (error) {
      const reason = toRefusal(error);
      setRefusal(reason);
      if (reason.code === 'settingsChanged') {
        // The next attempt is made in sight of what the other one did.
        const version = reason.details['version'];
        change({ version: typeof version === 'number' ? version : null });
        refresh();
      }
    } finally {
      setBusy(false);
    }
  };
  return { cells, edited, edit, discard, save, isBusy, refusal };
}
