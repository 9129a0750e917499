import { createHash, randomBytes } from 'node:crypto';
import { HOUR_MS, Refusal } from '../../domain';
import type { CalendarLink, NewCalendarLink } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { rowsByKey, rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { portalAddress } from '../desk/sender';

/** Whose link it is. */
export interface Owner {
  readonly kind: 'portal' | 'staff';
  readonly id: number;
}
const digestOf = (code: string): string => createHash('sha256').update(code).digest('hex');

/** Other systems keep no calendar. */
function ownerOf({ actor: { kind, id } }: Caller): Owner {
  if (kind !== 'portal' && kind !== 'staff') throw new Refusal('notAllowed', { permission: 'profile:read' });
  return { kind, id };
}

export async function readLink(desk: Desk, caller: Caller): Promise<CalendarLink> {
  const { kind, id } = ownerOf(caller);
  const [row] = await rowsOf<{ created_at: Date; seen_at: Date | null }>(
    connection(desk.strapi),
    sql`select created_at, seen_at from calendar_links where owner_kind = ${kind} and owner_id = ${id}`,
  );
  return { madeAt: row?.created_at.toISOString() ?? null, seenAt: row?.seen_at?.toISOString() ?? null };
}

const tell = (trx: Trx, caller: Caller, event: 'makeCalendarLink' | 'endCalendarLink'): Promise<void> =>
  record(trx, caller, {
    subjectType: caller.actor.kind === 'staff' ? 'staff-account' : 'portal-account',
    subjectId: String(caller.actor.id),
    event,
    payload: { label: caller.actor.name },
  });

/** Makes a secret link; the one before ends with it. */
export const makeLink = (desk: Desk, caller: Caller): Promise<NewCalendarLink> =>
  inTransaction(desk.strapi, async (trx) => {
    const { kind, id } = ownerOf(caller);
    const code = randomBytes(32).toString('base64url');
    const at = new Date(caller.now);
    await run(
      trx,
      sql`insert into calendar_links (owner_kind, owner_id, digest, created_at) values (${kind}, ${id},
        ${digestOf(code)}, ${at}) on conflict (owner_kind, owner_id) do update set digest = excluded.digest, created_at =
        excluded.created_at, seen_at = null`,
    );
    await tell(trx, caller, 'makeCalendarLink');
    return { madeAt: at.toISOString(), seenAt: null, address: `${portalAddress(desk)}/kalender/${code}.ics` };
  });

/** Ends the link. Where there is none, there is none. */
export const endLink = (desk: Desk, caller: Caller): Promise<CalendarLink> =>
  inTransaction(desk.strapi, async (trx) => {
    const { kind, id } = ownerOf(caller);
    const gone = await rowsOf(
      trx,
      sql`delete from calendar_links where owner_kind = ${kind} and owner_id = ${id} returning owner_id`,
    );
    if (gone.length > 0) await tell(trx, caller, 'endCalendarLink');
    return { madeAt: null, seenAt: null };
  });

/** Whose calendar a code opens; its last use is noted once an hour. Refuses an unknown one with `notFound`. */
export async function ownerOfCode(desk: Desk, code: string, now: number): Promise<Owner> {
  const on = connection(desk.strapi);
  const digest = digestOf(code);
  const [row] = await rowsByKey<Owner & { seen_at: Date | null }>(
    on,
    sql`select owner_kind as kind, owner_id as id, seen_at from calendar_links where digest = ${digest}`,
  );
  if (!row) throw new Refusal('notFound');
  if (now - (row.seen_at?.getTime() ?? 0) > HOUR_MS)
    await run(on, sql`update calendar_links set seen_at = ${new Date(now)} where digest = ${digest}`);
  return { kind: row.kind, id: row.id };
}
