import { maskedNumber, Refusal, whatsAppNumber } from '../../domain';
import type { Parsed, WhatsAppNumber } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** Whoever may be told: people, at either door. */
function personOf({ actor: { kind, id } }: Caller): { readonly kind: 'portal' | 'staff'; readonly id: number } {
  if (kind !== 'portal' && kind !== 'staff') throw new Refusal('notAllowed', { permission: 'profile:read' });
  return { kind, id };
}

/** Whether the city sends messages by WhatsApp, and to which number of the caller's. */
export async function readNumber(desk: Desk, caller: Caller): Promise<WhatsAppNumber> {
  const { kind, id } = personOf(caller);
  const [row] = await rowsOf<{ number: string }>(
    connection(desk.strapi),
    sql`select number from whatsapp_numbers where recipient_kind = ${kind} and recipient_id = ${id}`,
  );
  return { isOffered: (await desk.inForce()).whatsApp.isOn, number: row?.number ?? null };
}

/** Begins to tell the caller at this number, or ends it with null. */
export async function saveNumber(
  desk: Desk,
  caller: Caller,
  { number: typed }: Parsed<'saveWhatsAppNumber'>,
): Promise<WhatsAppNumber> {
  const { kind, id } = personOf(caller);
  const number = typed === null ? null : whatsAppNumber(typed);
  if (typed !== null && number === null)
    throw new Refusal('invalid', { issues: [{ field: 'number', code: 'wrongFormat' }] });
  await inTransaction(desk.strapi, async (trx) => {
    await run(
      trx,
      number === null
        ? sql`delete from whatsapp_numbers where recipient_kind = ${kind} and recipient_id = ${id}`
        : sql`insert into whatsapp_numbers (recipient_kind, recipient_id, number, created_at) values (${kind}, ${id},
            ${number}, ${new Date(caller.now)}) on conflict (recipient_kind, recipient_id) do update set number =
            excluded.number, created_at = excluded.created_at`,
    );
    await record(trx, caller, {
      subjectType: kind === 'staff' ? 'staff-account' : 'portal-account',
      subjectId: String(id),
      event: number === null ? 'endWhatsApp' : 'chooseWhatsApp',
      payload: { facts: number === null ? {} : { number: maskedNumber(number) } },
    });
  });
  return readNumber(desk, caller);
}
