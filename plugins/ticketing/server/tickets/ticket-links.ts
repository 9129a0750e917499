import { can, isOpen, Refusal, type Relation, type Status, type TicketLink } from '../../domain';
import type { Caller } from '../database/caller';
import { type Trx } from '../database/transaction';
import { lockTicket, TICKET_COLUMNS, TICKET_FROM, toFacts, type TicketRow } from './rows';
import { scopeClause } from './scope';
import { rowsOf, run, sql, type Sql } from '../database/sql';
import { lock, lockShared } from '../database/locks';

export type Kind = 'RELATED' | 'DUPLICATE_OF' | 'CHILD_OF';
/** How each link looks from its far end. */
export const SEEN_FROM_AFAR: Readonly<Record<Kind, Relation>> = {
  RELATED: 'RELATED',
  DUPLICATE_OF: 'DUPLICATED_BY',
  CHILD_OF: 'PARENT_OF',
};
/** More than a screen can show; whoever needs them all filters the list. */
const MOST_LINKS = 200;

export interface LinkRow {
  readonly kind: Kind;
  readonly is_near: boolean;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly skpd_code: string;
  readonly skpd_name: string;
}
/** The tickets that the one with this id hangs together with, of those the caller may see. Both ends by their keys. */
export const linksOf = (id: Sql, { policy, actor, now }: Caller): Sql => sql`
  select k.kind, k.is_near, t.number, t.title, t.status, s.code as skpd_code, s.name as skpd_name ${TICKET_FROM}
    join (select kind, to_id as other, true as is_near from ticket_links where from_id = ${id}
      union all select kind, from_id, false from ticket_links where to_id = ${id}) k on k.other = t.id
  where ${scopeClause(policy, actor, 'ticket:read', now)} order by k.kind, t.id limit ${MOST_LINKS}`;

export const toLink = ({ kind, is_near, number, title, status, skpd_code, skpd_name }: LinkRow): TicketLink => ({
  relation: is_near ? kind : SEEN_FROM_AFAR[kind],
  number,
  title,
  status,
  skpd: { code: skpd_code, name: skpd_name },
});

/**
 * Whoever writes to several tickets at once asks here before locking the first: who ties and unties does so alone,
 * and of those
 * who close children any number may. So nobody holds one ticket while waiting for another that waits for the first.
 */
export const holdLinks = (trx: Trx, how: 'alone' | 'together'): Promise<void> =>
  (how === 'together' ? lockShared : lock)(trx, 'links', 'ticket_links');

/** The other ticket of a link, locked too. What the caller may not see does not exist. */
export async function otherTicket(trx: Trx, caller: Caller, number: string): Promise<TicketRow> {
  const unknown = new Refusal('unknownTicket', { ticket: number });
  const row = await lockTicket(trx, number).catch((error: unknown) => {
    throw error instanceof Refusal ? unknown : error;
  });
  if (!can(caller.policy, caller.actor, 'ticket:read', toFacts(row), caller.now).allowed) throw unknown;
  return row;
}

interface Ends {
  readonly asParent: number;
  readonly asChild: number;
  readonly isOthersChild: number;
  readonly between: number;
}

/**
 * Refuses what would tie a knot: two levels are enough for one disturbance and many who are affected. Under
 * `holdLinks`, so that of two people who link at once the second sees what the first one did.
 */
export async function checkLink(trx: Trx, from: TicketRow, to: TicketRow, kind: Kind): Promise<void> {
  const refuse = (problem: string) => new Refusal('wrongLink', { problem, ticket: to.number });
  if (from.id === to.id) throw refuse('itself');
  const between = sql`(from_id = ${from.id} and to_id = ${to.id}) or (from_id = ${to.id} and to_id = ${from.id})`;
  const [ends] = await rowsOf<Ends>(
    trx,
    sql`
      select count(*) filter (where kind = 'CHILD_OF' and to_id = ${from.id})::int as "asParent",
        count(*) filter (where kind = 'CHILD_OF' and from_id = ${from.id})::int as "asChild",
        count(*) filter (where kind = 'CHILD_OF' and from_id = ${to.id})::int as "isOthersChild",
        count(*) filter (where ${between})::int as between
      from ticket_links where from_id in (${from.id}, ${to.id}) or to_id in (${from.id}, ${to.id})`,
  );
  if (!ends) return;
  if (ends.between > 0) throw refuse('exists');
  if (kind !== 'CHILD_OF') return;
  if (ends.asChild > 0) throw refuse('hasParent');
  if (ends.asParent > 0) throw refuse('isParent');
  if (ends.isOthersChild > 0) throw refuse('isChild');
  if (!isOpen(from.status) || !isOpen(to.status)) throw refuse('closed');
  if (to.is_confidential && !from.is_confidential) throw refuse('confidential');
}

/**
 * A child that is no secret, of a ticket that is about to become one: the parent's result would be read by everybody.
 */
export async function checkChildren(trx: Trx, parent: TicketRow): Promise<void> {
  const [child] = await rowsOf<{ number: string }>(
    trx,
    sql`select t.number from tickets t join ticket_links k on k.from_id = t.id and k.kind = 'CHILD_OF' where k.to_id =
      ${parent.id} and not coalesce(t.is_confidential, false) order by t.id limit 1`,
  );
  if (child) throw new Refusal('wrongLink', { problem: 'confidential', ticket: child.number });
}

/**
 * Children that close with their parent, locked in the order of their numbers so that two parents never wait for each
 * other.
 */
export async function openChildren(trx: Trx, parent: TicketRow): Promise<TicketRow[]> {
  await run(
    trx,
    sql`select t.id from tickets t join ticket_links k on k.from_id = t.id and k.kind = 'CHILD_OF' where k.to_id =
      ${parent.id} order by t.id for update of t`,
  );
  const rows = await rowsOf<TicketRow>(
    trx,
    sql`select ${TICKET_COLUMNS} ${TICKET_FROM} join ticket_links k on k.from_id = t.id and k.kind = 'CHILD_OF' where
      k.to_id = ${parent.id} order by t.id`,
  );
  return rows.filter(({ status }) => isOpen(status));
}

export const linkRow = (from: TicketRow, to: TicketRow, kind: Kind, now: number) => ({
  from_id: from.id,
  to_id: to.id,
  kind,
  created_at: new Date(now),
});
