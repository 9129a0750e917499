import fs from 'node:fs';
import path from 'node:path';
import type { World } from './world';

/** Everything the servers of a world have written into their logs. */
export function logsOf({ databaseName }: Pick<World, 'databaseName'>): string {
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', databaseName);
  return [folder, `${folder}-site`]
    .filter((place) => fs.existsSync(place))
    .flatMap((place) => fs.readdirSync(place).map((name) => path.join(place, name)))
    .filter((file) => file.endsWith('.log'))
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
}

/** Names, addresses, keys and numbers of whoever worked here, and shapes of secrets: none of it stands in a log. */
export async function tellingIn(log: string, { accounts, database }: World): Promise<string[]> {
  const { rows } = await database.query<{ told: string }>(`
    select contact_name as told from tickets union select contact_email from tickets
    union select contact_phone from tickets union select title from tickets`);
  const people = [...accounts.portal, ...accounts.staff].flatMap(({ name, email, password }) => [
    name,
    email,
    password,
  ]);
  const told = [...people, ...rows.map((row) => row.told)].filter((each) => each && each.length > 7);
  const shapes = [/\beyJ[\w-]{10,}/, /\b08\d{2}-?\d{4}-?\d{3,4}\b/, /\b\d{18}\b/, /[\w.+-]+@[\w-]+\.[\w.]+/];
  return [
    ...new Set(told.filter((each) => log.includes(each))),
    ...shapes.flatMap((shape) => shape.exec(log)?.[0] ?? []),
  ];
}
