import { useState } from 'react';
import { isSameCell, type Alternatives, type Permission, type Refusal, type Role, type Cell } from '../../../../domain';
import type { AuthorityMatrix } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useDraft } from '../../live/useDraft';
import type { Live } from '../../live/useLive';
import { useVersionedSave } from '../useVersionedSave';

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
export function useEdits(live: Live<AuthorityMatrix>) {
  const { data } = live;
  const { me } = useDesk();
  const client = useClient();
  const [draft, change, clear] = useDraft<Draft>(`${me.actor.id}.authority`, NOTHING);
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
  const { isBusy, save } = useVersionedSave(live, {
    refuse: setRefusal,
    onSaved: clear,
    onConflict: (version) => change({ version }),
  });
  const send = async () => {
    if (!data || isBusy) return;
    await save(() =>
      client.saveAuthority({
        version: draft.version ?? data.version,
        cells: edited.map(({ role, may, edited: wanted }) => ({
          role,
          may,
          alternatives: wanted.map((when) => [...when]),
        })),
      }),
    );
  };
  return { cells, count: edited.length, edit, discard, save: send, isBusy, refusal };
}
