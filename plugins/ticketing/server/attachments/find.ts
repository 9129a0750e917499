import { Refusal } from '../../domain';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { attachmentsOf, knownFiles, type AttachmentRow } from '../tickets/files';
import { readableTicket } from '../tickets/read';
import type { TicketRow } from '../tickets/rows';

/** A file this caller may know of. Refuses with `notFound` otherwise, so that ids reveal nothing. */
export async function find(
  desk: Desk,
  caller: Caller,
  number: string,
  id: string,
): Promise<{ ticket: TicketRow; file: AttachmentRow }> {
  const ticket = await readableTicket(desk, caller, number);
  const files = knownFiles(await attachmentsOf(connection(desk.strapi), ticket.id), ticket, caller);
  const file = files.find(({ public_id }) => public_id === id);
  if (!file) throw new Refusal('notFound', { number, id });
  return { ticket, file };
}
