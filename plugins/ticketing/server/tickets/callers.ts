import { standingFor, wibDay } from '../../domain';
import type { KnownCaller, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { findEarlierCallers, type Asked } from './earlier-calls';

/** As many as one looks through with somebody on the phone; whoever is not among them is found by more letters. */
const MOST_CALLERS = 8;
/** So many digits of a number tell people apart. */
const LEAST_DIGITS = 5;
type Row = Pick<KnownCaller, 'id' | 'name' | 'phone' | 'email'> & { readonly skpd_code: string };

/** A number is the same however its writer grouped it, and with or without the country. */
const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(62|0)/, '');
function askedBy(q: string): Asked {
  const digits = digitsOf(q);
  return /^[\d\s().+-]+$/.test(q) && digits.length >= LEAST_DIGITS ? { digits } : { words: q };
}
const fits = (asked: Asked): Sql =>
  'digits' in asked
    ? sql`strpos(regexp_replace(coalesce(u.phone, ''), '\\D', '', 'g'), ${asked.digits}) > 0`
    : sql`strpos(lower(concat_ws(' ', u.name, u.email, s.code, s.name, s.short_name)), lower(${asked.words})) > 0`;

/**
 * Whoever may be on the phone: people of the units by a part of their name, address, unit or number, whoever begins so
 * first; and those without an account who called before.
 */
export async function findCallers(desk: Desk, caller: Caller, { q }: Parsed<'findCallers'>): Promise<KnownCaller[]> {
  const asked = askedBy(q);
  const accounts = await rowsOf<Row>(
    connection(desk.strapi),
    sql`select u.id, u.name, coalesce(u.phone, '') as phone, u.email, s.code as skpd_code
      from desk_accounts() u join desk_account_roles() r on r.account_id = u.id and r.role = 'requester'
        join skpd s on s.id = u.skpd_id
      where not u.blocked and ${fits(asked)}
      order by strpos(lower(u.name), lower(${q})) <> 1, u.name, u.id limit ${MOST_CALLERS}`,
  );
  const { skpd } = await desk.masterData();
  const known = [
    ...accounts.map((row) => ({ ...row, isMasked: false, calledAt: null })),
    ...(await findEarlierCallers(desk, caller, asked)).map((row) => ({ ...row, id: null })),
  ];
  return known.flatMap(({ skpd_code: code, ...person }): KnownCaller[] => {
    const unit = skpd.get(standingFor(skpd, code, wibDay(caller.now)));
    return unit ? [{ ...person, skpd: { code: unit.code, name: unit.name } }] : [];
  });
}
