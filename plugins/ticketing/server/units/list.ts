import { isOpenOn, wibDay, type Day, type Named, type UnitEntry } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

interface Row {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly kind: string | null;
  readonly work_days: number | null;
  readonly is_active: boolean | null;
  readonly aliases: unknown;
  readonly active_from: Day | null;
  readonly active_to: Day | null;
  readonly parent: Named | null;
  readonly replaced_by: Named | null;
  readonly tickets: number;
  readonly accounts: number;
}

const toUnit = (row: Row, today: Day): UnitEntry => {
  const tenure = { isActive: row.is_active !== false, activeFrom: row.active_from, activeTo: row.active_to };
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    parent: row.parent,
    workDays: row.work_days ?? 5,
    aliases: Array.isArray(row.aliases) ? row.aliases.map(String) : [],
    ...tenure,
    replacedBy: row.replaced_by,
    isOpen: isOpenOn({ ...tenure, replacedBy: null }, today),
    tickets: row.tickets,
    accounts: row.accounts,
  };
};

/** Every unit by name, with what hangs on it: tickets that name it, accounts that were made for it. */
export async function listUnits({ strapi }: Desk, { now }: Caller): Promise<UnitEntry[]> {
  const rows = await rowsOf<Row>(
    connection(strapi),
    sql`select u.id, u.code, u.name, u.short_name, u.kind, u.work_days, u.is_active, u.aliases, u.active_from::text,
        u.active_to::text,
        case when p.id is not null then json_build_object('code', p.code, 'name', p.name) end as parent,
        case when r.id is not null then json_build_object('code', r.code, 'name', r.name) end as replaced_by,
        (select count(*)::int from tickets t where t.skpd_id = u.id) as tickets,
        (select count(*)::int from desk_accounts() a where a.skpd_id = u.id) as accounts
      from skpd u left join skpd p on p.id = u.parent_id left join skpd r on r.id = u.replaced_by_id
      order by lower(u.name), u.id`,
  );
  return rows.map((row) => toUnit(row, wibDay(now)));
}
