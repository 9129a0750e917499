import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { types } from 'pg';
import { openFolder } from '../attachments/folder-store';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import { COLUMN_RELATIONS, PARSED_TYPES, REPLACED_ACTIONS, SIGN_IN_HANDLERS, TABLES } from './insides';
import { missingMethods, fieldsOf } from './lookup';

/** Methods of services that are not there. */
export const missingOfServices = (
  strapi: Core.Strapi,
  services: Readonly<Record<string, readonly string[]>>,
): readonly string[] =>
  Object.entries(services).flatMap(([uid, methods]) =>
    missingMethods(`the service ${uid}`, () => strapi.service(uid as 'admin::role'), methods),
  );

/** Actions we answer ourselves that users-permissions does not have. */
export const missingActions = (strapi: Core.Strapi): readonly string[] =>
  Object.entries(REPLACED_ACTIONS).flatMap(([controller, actions]) =>
    missingMethods(
      `the controller ${controller} of users-permissions`,
      () => fieldsOf(strapi.plugin('users-permissions').controllers)[controller],
      actions,
    ),
  );

/** The handlers of one plugin's routes as they are mounted; those of the admin pass for a plugin of that name. */
function handlersOf(strapi: Core.Strapi, plugin: string): ReadonlySet<unknown> {
  const { routes } = fieldsOf(plugin === 'admin' ? strapi.admin : strapi.plugin(plugin));
  const all = Object.values(fieldsOf(routes)).flatMap((router) => fieldsOf(router)['routes'] as readonly unknown[]);
  return new Set(all.map((route) => fieldsOf(route)['handler']));
}

/** Handlers of the two doors that no route leads to. */
export const missingHandlers = (strapi: Core.Strapi): readonly string[] =>
  Object.keys(SIGN_IN_HANDLERS).flatMap((name) => {
    const [plugin = '', handler] = name.split(':');
    return handlersOf(strapi, plugin).has(handler) ? [] : [`a route of ${plugin} with the handler ${handler}`];
  });

/** What `database/sql` sends statements by. */
export const missingWire = ({ db }: Core.Strapi): readonly string[] =>
  missingMethods('strapi.db.connection.client', () => db.connection.client as unknown, [
    'acquireConnection',
    'query',
    'releaseConnection',
  ]);

/** Columns, by table, that the database does not have. Where none can be asked for, that is what is missing. */
async function missingColumns(
  strapi: Core.Strapi,
  wanted: readonly (readonly [string, readonly string[]])[],
): Promise<readonly string[]> {
  if (missingWire(strapi).length > 0) return [];
  const rows = await rowsOf<{ table: string; column: string }>(
    connection(strapi),
    sql`select table_name as table, column_name as column from information_schema.columns
      where table_schema = current_schema()`,
  );
  const known = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  return wanted
    .flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
    .filter((place) => !known.has(place))
    .map((place) => `the column ${place}`);
}
export const missingOfTables = (strapi: Core.Strapi): Promise<readonly string[]> =>
  missingColumns(strapi, Object.entries(TABLES));

/** Strapi keeps these in a column itself, of every content type. */
const BOOKKEEPING: readonly string[] = ['createdBy', 'updatedBy'];

/** Relations whose column is not there, that are not in the one list, or that a schema keeps elsewhere. */
export async function missingRelations(strapi: Core.Strapi): Promise<readonly string[]> {
  const kept = Object.entries(strapi.contentTypes).flatMap(([uid, { attributes }]) =>
    Object.entries(attributes).flatMap(([name, attribute]) =>
      fieldsOf(attribute)['useJoinTable'] === false && !BOOKKEEPING.includes(name) ? [`${uid} ${name}`] : [],
    ),
  );
  const listed = Object.entries(COLUMN_RELATIONS).flatMap(([uid, { columns }]) =>
    Object.keys(columns).map((name) => `${uid} ${name}`),
  );
  const columns = Object.values(COLUMN_RELATIONS).map((each) => [each.table, Object.values(each.columns)] as const);
  return [
    ...listed.filter((each) => !kept.includes(each)).map((each) => `"useJoinTable": false in the schema of ${each}`),
    ...kept.filter((each) => !listed.includes(each)).map((each) => `a line in COLUMN_RELATIONS for ${each}`),
    ...(await missingColumns(strapi, columns)),
  ];
}

/** Types that come out of the database otherwise than our SQL counts on. */
export const missingParsers = (): readonly string[] =>
  PARSED_TYPES.filter(({ oid, text, value }) => types.getTypeParser(oid)(text) !== value).map(
    ({ type, value }) => `a parser for the whole process that reads ${type} as a ${typeof value}`,
  );

/** Saves a few bytes where attachments would go, had they this folder: elsewhere may be one that is served. */
export async function missingOfStore(strapi: Core.Strapi): Promise<readonly string[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'ticketing-store-'));
  const isThere = (): Promise<boolean> =>
    fs.access(path.join(folder, 'uploads', 'probe')).then(
      () => true,
      () => false,
    );
  try {
    const store = await openFolder(strapi, folder);
    const given = path.join(folder, 'given');
    await fs.writeFile(given, 'probe');
    await store.save('probe', { path: given, digest: '' });
    const isKept = await isThere();
    await store.remove('probe');
    if (!isKept) return ['a local upload provider that keeps files where strapi.dirs.static.public leads'];
    return (await isThere()) ? ['a local upload provider that deletes what it kept'] : [];
  } catch (error) {
    return [`a local upload provider that starts (${error instanceof Error ? error.message : String(error)})`];
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
