import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  isSameSquare,
  type Alternatives,
  type Permission,
  type Refusal,
  type Role,
  type Square,
} from '../../../../domain';
import type { AuthorityMatrix } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useDraft } from '../../live/useDraft';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';

/** `version` is the one the first change was made on: a matrix that moved on since must not be overwritten unseen. */
interface Draft {
  readonly version: number | null;
  readonly squares: Readonly<Record<string, Alternatives>>;
}
const NOTHING: Draft = { version: null, squares: {} };

export const nameOf = (role: Role, may: Permission): string => `${role} ${may}`;
/** One square as it stands and as it would be once saved. */
export interface EditedSquare extends Square {
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
  const squares = (data?.squares ?? []).map((square): EditedSquare => {
    const edited = draft.squares[nameOf(square.role, square.may)] ?? square.alternatives;
    return { ...square, edited, isEdited: !isSameSquare(edited, square.alternatives) };
  });
  const edited = squares.filter(({ isEdited }) => isEdited);

  const edit = ({ role, may }: Square, alternatives: Alternatives) =>
    change({
      version: draft.version ?? data?.version ?? null,
      squares: { ...draft.squares, [nameOf(role, may)]: alternatives },
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
        squares: edited.map(({ role, may, edited: wanted }) => ({
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
  return { squares, edited, edit, discard, save, isBusy, refusal };
}
