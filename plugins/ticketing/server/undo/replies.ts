import { contract } from '../../domain/contract';
import { changeReply, createReply, listReplies, removeReply } from '../replies/keep';
import { asSaid, type Keeper } from './keeper';

/** Ready replies: made anew, changed back, or taken away. */
export const replyKeeper: Keeper = {
  may: contract.changeReply.permission,
  read: async (desk, _, { subject }) => {
    const reply = (await listReplies(desk)).find(({ id }) => String(id) === subject.id);
    if (!reply) return null;
    const { id, ...values } = reply;
    return { id, values };
  },
  write: (desk, caller, { event, found, toward }) => {
    if (event === 'create') return removeReply(desk, caller, found?.id ?? 0);
    const said = asSaid(contract.createReply.body, { ...found?.values, ...toward });
    return event === 'delete'
      ? createReply(desk, caller, said)
      : changeReply(desk, caller, { id: found?.id ?? 0, ...said });
  },
};
