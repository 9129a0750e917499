import {
  DEFAULT_SETTINGS,
  isFixed,
  Refusal,
  SETTING_NAMES,
  cellsOf,
  withCells,
  type DeskSettings,
  type Cell,
} from '../../domain';
import type { AuthorityMatrix, SettingsInForce } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { connection, inTransaction, type Trx } from '../database/transaction';
import { differing, only } from './changes';
import type { Desk } from './desk';
import { inForceIn, type InForce, type Key } from './in-force';
import { lock } from '../database/locks';

/** Cells by the name an auditor reads: `OFFICER ticket:assign`. */
const named = (cells: readonly Cell[]): Record<string, unknown> =>
  Object.fromEntries(cells.map(({ role, may, alternatives }) => [`${role} ${may}`, alternatives]));

/**
 * Writes what was set, with the entry that tells who changed it from what to what. Refuses when somebody else was
 * faster.
 */
export async function saveSetting(
  { strapi }: Desk,
  caller: Caller,
  key: Key,
  expected: number,
  change: (before: InForce) => { value: object; before: object; after: object },
): Promise<void> {
  await inTransaction(strapi, async (trx: Trx) => {
    await lock(trx, 'small', `desk_settings:${key}`);
    const before = await inForceIn(trx);
    if (before.versions[key] !== expected) throw new Refusal('settingsChanged', { version: before.versions[key] });
    const { value, ...told } = change(before);
    if (Object.keys(told.after).length === 0) return;
    const row = { value: JSON.stringify(value), version: expected + 1, updated_at: new Date(caller.now) };
    await trx('desk_settings')
      .insert({ key, ...row })
      .onConflict('key')
      .merge(row);
    await record(trx, caller, {
      subjectType: 'setting',
      subjectId: `ticketing.${key}`,
      event: 'update',
      payload: { label: `ticketing.${key}`, ...told },
    });
  });
}

/** As they stand now, for whoever has just changed them too. */
export async function readSettings(desk: Desk): Promise<SettingsInForce> {
  const { settings, versions } = await inForceIn(connection(desk.strapi));
  return { version: versions.lifecycle, settings, standard: DEFAULT_SETTINGS };
}

/** Changes how the desk works, by the version it was read at. */
export async function saveSettings(
  desk: Desk,
  caller: Caller,
  { version, changes }: { readonly version: number; readonly changes: Partial<DeskSettings> },
): Promise<SettingsInForce> {
  await saveSetting(desk, caller, 'lifecycle', version, ({ settings }) => {
    const after: DeskSettings = { ...settings, ...changes };
    const names = differing(settings, after);
    return {
      value: only(
        after,
        SETTING_NAMES.filter((name) => JSON.stringify(after[name]) !== JSON.stringify(DEFAULT_SETTINGS[name])),
      ),
      before: only(settings, names),
      after: only(after, names),
    };
  });
  return readSettings(desk);
}

export async function readAuthority(desk: Desk): Promise<AuthorityMatrix> {
  const { changes, versions } = await inForceIn(connection(desk.strapi));
  return { version: versions.authority, cells: cellsOf(changes) };
}

/** Changes who may do what, by the version the matrix was read at. */
export async function saveAuthority(
  desk: Desk,
  caller: Caller,
  {
    version,
    cells,
  }: { readonly version: number; readonly cells: readonly Pick<Cell, 'role' | 'may' | 'alternatives'>[] },
): Promise<AuthorityMatrix> {
  if (cells.some(({ role, may }) => isFixed(role, may))) throw new Refusal('fixedAuthority');
  await saveSetting(desk, caller, 'authority', version, ({ changes }) => {
    const value = withCells(changes, cells);
    const [was, is] = [cellsOf(changes), cellsOf(value)];
    const moved = is.filter(
      (cell, index) => JSON.stringify(cell.alternatives) !== JSON.stringify(was[index]?.alternatives),
    );
    return {
      value,
      before: named(was.filter((cell) => moved.some(({ role, may }) => role === cell.role && may === cell.may))),
      after: named(moved),
    };
  });
  return readAuthority(desk);
}
