import type { Knex } from 'knex';
import { NOBODY, words, type Filters, type Named, type Person } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import type { Desk } from '../desk/desk';

const staffNames = (on: Knex): Promise<Person[]> => rowsOf<Person>(on, sql`select id, name from desk_staff()`);
/** What people call the codes they narrow by. */
export async function namesOf(
  desk: Desk,
  on: Knex,
  { language }: Caller,
  filters: Filters,
): Promise<Readonly<Record<string, string>>> {
  if (Object.keys(filters).length === 0) return {};
  const { skpd, services, teams, catalog } = await desk.masterData();
  const said = words(language);
  const named: readonly Named[] = [
    ...catalog.categories,
    ...[...services.values()].map(({ service }) => service),
    ...skpd.values(),
    ...teams.values(),
  ];
  const names = new Map<string, string>([
    ...named.map(({ code, name }): [string, string] => [code, name]),
    ...Object.entries({ ...said.status, ...said.priority, ...said.channel }),
    ...(filters['assignee'] === undefined
      ? []
      : (await staffNames(on)).map(({ id, name }): [string, string] => [String(id), name])),
  ]);
  const none = filters['assignee'] === NOBODY ? said.nobody.officer : said.nobody.team;
  const codes = Object.values(filters).flatMap((value) => value.split(','));
  return Object.fromEntries(
    codes.flatMap((code) => (code === NOBODY ? [[code, none]] : [[code, names.get(code) ?? code]])),
  );
}
