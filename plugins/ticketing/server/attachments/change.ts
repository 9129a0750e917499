import { demand, filePolicyOf, Refusal } from '../../domain';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { attachmentsOf, isInternal, withFile } from '../tickets/files';
import { recordEvent } from '../tickets/record-event';
import { lockTicket } from '../tickets/rows';
import { find } from './find';

/** Hides a file; its bytes stay until retention removes them, and the history says who did it. */
export async function deleteAttachment(desk: Desk, caller: Caller, number: string, id: string): Promise<void> {
  await find(desk, caller, number, id);
  await inTransaction(desk.strapi, async (trx) => {
    const ticket = await lockTicket(trx, number);
    const file = (await attachmentsOf(trx, ticket.id)).find(({ public_id }) => public_id === id);
    if (!file) throw new Refusal('notFound', { number, id });
    const rule = demand(caller.policy, caller.actor, 'attachment:delete', withFile(ticket, file, caller), caller.now);
    await trx('attachments')
      .where({ id: file.id })
      .update({ deleted_at: new Date(caller.now) });
    await recordEvent(desk, trx, caller, ticket, {
      event: 'detach',
      role: rule.role,
      payload: { ...(isInternal(file) && { isInternal: true }), facts: { file: file.name }, before: { id } },
    });
  });
}

/**
 * Shows a file that was for officers alone to all who read the ticket; one that is shown already stays so. There is no way
 * back: what people were told cannot be taken back, only removed.
 */
export async function showAttachment(desk: Desk, caller: Caller, number: string, id: string): Promise<void> {
  await find(desk, caller, number, id);
  const { maxFiles } = filePolicyOf((await desk.inForce()).settings);
  await inTransaction(desk.strapi, async (trx) => {
    const ticket = await lockTicket(trx, number);
    const files = await attachmentsOf(trx, ticket.id);
    const file = files.find(({ public_id }) => public_id === id);
    if (!file) throw new Refusal('notFound', { number, id });
    const rule = demand(caller.policy, caller.actor, 'attachment:show', withFile(ticket, file, caller), caller.now);
    if (!isInternal(file)) return;
    if (files.filter((one) => !isInternal(one)).length >= maxFiles)
      throw new Refusal('tooManyFiles', { limit: maxFiles });
    await trx('attachments')
      .where({ id: file.id })
      .update({ is_internal: false, updated_at: new Date(caller.now) });
    await recordEvent(desk, trx, caller, ticket, {
      event: 'showFile',
      role: rule.role,
      payload: { facts: { file: file.name }, before: { isInternal: true }, after: { id, isInternal: false } },
    });
  });
}
