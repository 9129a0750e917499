import { backFrom, can, Refusal, undoKindOf } from '../../domain';
import type { AuditChange } from '../../domain/contract';
import { readEntry } from '../audit-log/list';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { KEEPERS } from './keepers';

interface Plan {
  /** From how it is now to how it was. */
  readonly changes: readonly AuditChange[];
  readonly carryOut: () => Promise<unknown>;
}

/** What taking back an entry's change would do; refuses where it cannot be, or where something newer changed it. */
async function planOf(desk: Desk, caller: Caller, id: number): Promise<Plan> {
  const entry = await readEntry(desk, caller, id);
  const kind = undoKindOf(entry);
  if (!kind) throw new Refusal('notUndoable');
  const keeper = KEEPERS[kind];
  if (!can(caller.policy, caller.actor, keeper.may).allowed) throw new Refusal('notAllowed');
  const event = entry.event as 'create' | 'update' | 'delete';
  const found = await keeper.read(desk, caller, entry);
  // What was made must be there, and what was removed must not, whoever made one like it since.
  if ((found === null) !== (event === 'delete')) throw new Refusal('settingsChanged');
  const changes = entry.changes.map((change): AuditChange => {
    const now = found?.values[change.name] ?? null;
    const back = backFrom(change, now);
    if (!back) throw new Refusal('settingsChanged');
    return { name: change.name, before: now, after: back.value };
  });
  const toward = Object.fromEntries(changes.map(({ name, after }) => [name, after]));
  return { changes, carryOut: () => keeper.write(desk, caller, { event, entry, found, toward }) };
}

/** What would change, name by name. */
export const previewUndo = async (desk: Desk, caller: Caller, id: number): Promise<AuditChange[]> => [
  ...(await planOf(desk, caller, id)).changes,
];

/** Takes it back: read and written in one transaction, one at a time, so that what was shown is what is written over. */
export const undoEntry = (desk: Desk, caller: Caller, id: number): Promise<AuditChange[]> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'undo');
    const { changes, carryOut } = await planOf(desk, caller, id);
    await carryOut();
    return [...changes];
  });
