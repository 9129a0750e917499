import { fold } from '../../domain';
import type { ImportGround } from '../../domain/imports';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import { STAFF_ROLES } from '../database/roles';
import type { Desk } from '../desk/desk';

/** What is known here by which names, as other systems and people write them. */
export interface Known extends ImportGround {
  /** A member of staff who handles tickets, by name or e-mail address. */
  readonly officer: (text: string) => number | null;
}

/** The first that has a name keeps it; capitals, marks and spaces do not matter. */
function index<T>(entries: Iterable<readonly [string | null, T]>): (text: string) => T | null {
  const known = new Map<string, T>();
  for (const [name, value] of entries) {
    const key = fold(name ?? '');
    if (key && !known.has(key)) known.set(key, value);
  }
  // Of a path through a tree, as GLPI writes them, the end says which is meant: `Pemko > Dinas Kesehatan`.
  return (text) => known.get(fold(text)) ?? known.get(fold(text.split('>').at(-1) ?? '')) ?? null;
}

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly aliases: readonly string[] | null;
}
interface OfficerRow {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/**
 * A unit goes by its code, its names and what else it is called, those in use first; what a restructuring ended is
 * found too, for old tickets are of old units. A service goes by its code or its name.
 */
export async function knownHere(desk: Desk): Promise<Known> {
  const on = connection(desk.strapi);
  const units = await rowsOf<UnitRow>(
    on,
    sql`select code, name, short_name, aliases::json as aliases from skpd order by coalesce(is_active, true) desc, code`,
  );
  const staff = await rowsOf<OfficerRow>(
    on,
    sql`select u.id, u.name, a.email, array(select r.role from desk_staff_roles() r where r.staff_id = u.id) as roles
      from desk_staff() u join desk_staff_addresses() a on a.staff_id = u.id where u.is_in_use order by u.id`,
  );
  const officers = staff.filter(({ roles }) =>
    roles.some((role) => STAFF_ROLES[role] === 'OFFICER' || STAFF_ROLES[role] === 'COORDINATOR'),
  );
  const { services } = await desk.masterData();
  return {
    unit: index([
      ...units.map(({ code }) => [code, code] as const),
      ...units.flatMap(({ code, name, short_name }) => [[name, code] as const, [short_name, code] as const]),
      ...units.flatMap(({ code, aliases }) => (aliases ?? []).map((alias) => [alias, code] as const)),
    ]),
    service: index([
      ...[...services.keys()].map((code) => [code, code] as const),
      ...[...services.values()].map(({ service: { code, name } }) => [name, code] as const),
    ]),
    officer: index([
      ...officers.map(({ email, id }) => [email, id] as const),
      ...officers.map(({ name, id }) => [name, id] as const),
    ]),
  };
}
