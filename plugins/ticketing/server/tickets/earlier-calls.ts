import { DAY_MS, maskedContact } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql, trusted, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { TICKET_FROM } from './rows';
import { scopeClause } from './scope';

/** Numbers change hands, and people their desks: nobody is remembered longer. */
const REMEMBERED_MS = 365 * DAY_MS;
/** So many calls are looked through, the latest first. */
const MOST_LOOKED_THROUGH = 5000;
const MOST_FOUND = 4;

/** A number's digits, however they were grouped, without country and leading nought. */
export const digitsIn = (column: string): Sql =>
  sql`regexp_replace(regexp_replace(coalesce(${trusted(column)}, ''), '\\D', '', 'g'), '^(62|0)', '')`;

/** Somebody who called before, by what their latest ticket holds. */
export interface EarlierCaller {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly isMasked: boolean;
  readonly calledAt: string;
  readonly skpd_code: string;
}
interface Row extends Omit<EarlierCaller, 'isMasked' | 'calledAt'> {
  readonly isHandled: boolean;
  readonly isTyped: boolean;
  readonly called_at: number;
}
/** What was typed: the digits of a number, or a part of a name or unit. */
export type Asked = { readonly digits: string } | { readonly words: string };

/**
 * People without an account whom tickets name that were filed on their behalf, by a part of their name or unit, or by
 * their number. None of a confidential ticket, none that the caller may not read, and of one in other hands no more than
 * that ticket shows there: a masked number, found by typing all of it and by nothing less.
 */
export async function findEarlierCallers(
  desk: Desk,
  { actor, policy, now }: Caller,
  asked: Asked,
): Promise<EarlierCaller[]> {
  const handled = scopeClause(policy, actor, 'ticket:readContact', now);
  const typed = 'digits' in asked ? sql`k.digits = ${asked.digits}` : sql`false`;
  const fits =
    'digits' in asked
      ? sql`(${typed} or k."isHandled" and strpos(k.digits, ${asked.digits}) > 0)`
      : sql`strpos(lower(concat_ws(' ', k.name, k.skpd_code, k.skpd_name, k.short_name)), lower(${asked.words})) > 0`;
  const rows = await rowsOf<Row>(
    connection(desk.strapi),
    sql`with calls as materialized (
      select t.contact_name as name, t.contact_phone as phone, t.contact_email as email, t.submitted_at, s.id as skpd_id,
        s.code as skpd_code, s.name as skpd_name, s.short_name, ${digitsIn('t.contact_phone')} as digits,
        coalesce(${handled}, false) as "isHandled"
      ${TICKET_FROM}
      where t.channel <> 'WEB' and t.submitted_at > ${new Date(now - REMEMBERED_MS)}
        and not coalesce(t.is_confidential, false) and ${scopeClause(policy, actor, 'ticket:read', now)}
      order by t.submitted_at desc nulls last, t.id desc limit ${MOST_LOOKED_THROUGH})
    select * from (
      select distinct on (lower(k.name), k.digits) k.name, k.phone, k.email, k.skpd_code, k."isHandled",
        ${typed} as "isTyped", (extract(epoch from k.submitted_at) * 1000)::bigint as called_at
      from calls k
      where ${fits} and not exists (select 1 from desk_accounts() u where lower(u.email) = lower(k.email)
        or (u.skpd_id = k.skpd_id and lower(u.name) = lower(k.name)))
      order by lower(k.name), k.digits, k."isHandled" desc, k.submitted_at desc) found
    order by called_at desc limit ${MOST_FOUND}`,
  );
  return rows.map(({ isHandled, isTyped, called_at, skpd_code, ...contact }): EarlierCaller => {
    const masked = maskedContact(contact);
    const phone = isHandled || isTyped ? contact.phone : masked.phone;
    const email = isHandled ? contact.email : masked.email;
    return {
      ...{ name: contact.name, phone, email, skpd_code },
      isMasked: phone !== contact.phone || email !== contact.email,
      calledAt: new Date(Number(called_at)).toISOString(),
    };
  });
}
