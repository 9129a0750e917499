import { standingFor, wibDay } from '../../domain';
import type { Parsed, RegisteredCaller } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** As many as one looks through with somebody on the phone; whoever is not among them is found by more letters. */
const MOST_CALLERS = 8;
/** So many digits of a number tell people apart. */
const LEAST_DIGITS = 5;
type Row = Omit<RegisteredCaller, 'skpd'> & { readonly skpd_code: string };

/** A number is the same however its writer grouped it, and with or without the country. */
const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(62|0)/, '');
const isNumber = (q: string): boolean => /^[\d\s().+-]+$/.test(q) && digitsOf(q).length >= LEAST_DIGITS;
const fits = (q: string): Sql =>
  isNumber(q)
    ? sql`strpos(regexp_replace(coalesce(u.phone, ''), '\\D', '', 'g'), ${digitsOf(q)}) > 0`
    : sql`strpos(lower(concat_ws(' ', u.name, u.email, s.code, s.name, s.short_name)), lower(${q})) > 0`;

/** People of the units by a part of their name, address, unit or number, whoever begins so first. */
export async function findCallers(
  desk: Desk,
  { now }: Caller,
  { q }: Parsed<'findCallers'>,
): Promise<RegisteredCaller[]> {
  const rows = await rowsOf<Row>(
    connection(desk.strapi),
    sql`select u.id, u.name, coalesce(u.phone, '') as phone, u.email, s.code as skpd_code
      from desk_accounts() u join desk_account_roles() r on r.account_id = u.id and r.role = 'requester'
        join skpd s on s.id = u.skpd_id
      where not u.blocked and ${fits(q)}
      order by strpos(lower(u.name), lower(${q})) <> 1, u.name, u.id limit ${MOST_CALLERS}`,
  );
  const { skpd } = await desk.masterData();
  return rows.flatMap(({ skpd_code: code, ...person }): RegisteredCaller[] => {
    const unit = skpd.get(standingFor(skpd, code, wibDay(now)));
    return unit ? [{ ...person, skpd: { code: unit.code, name: unit.name } }] : [];
  });
}
