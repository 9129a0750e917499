import type { Core } from '@strapi/strapi';
import {
  DEFAULT_SETTINGS,
  isFixed,
  policyFrom,
  Refusal,
  SETTING_NAMES,
  squaresOf,
  withSquares,
  type DeskSettings,
  type Policy,
  type PolicyChanges,
  type Square,
} from '../../domain';
import type { AuthorityMatrix, SettingsInForce } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, inTransaction, rowsOf, type Trx } from '../database/transaction';
import { service } from '../services';

/** What the city set, read once and kept until any of it changes. */
export interface InForce {
  readonly settings: DeskSettings;
  readonly policy: Policy;
  readonly changes: PolicyChanges;
  readonly versions: Readonly<Record<Key, number>>;
  readonly version: string;
}
type Key = 'lifecycle' | 'authority';
interface Row {
  key: Key;
  value: unknown;
  version: number;
}

const READ = 'select key, value::json as value, version from desk_settings order by key';

function inForceOf(rows: readonly Row[]): InForce {
  const kept = <T>(key: Key): Partial<T> => (rows.find((row) => row.key === key)?.value ?? {}) as Partial<T>;
  const versionOf = (key: Key): number => rows.find((row) => row.key === key)?.version ?? 0;
  const changes = kept<PolicyChanges>('authority') as PolicyChanges;
  return {
    settings: { ...DEFAULT_SETTINGS, ...kept<DeskSettings>('lifecycle') },
    policy: policyFrom(changes),
    changes,
    versions: { lifecycle: versionOf('lifecycle'), authority: versionOf('authority') },
    version: rows.map(({ key, version }) => `${key}:${version}`).join('|'),
  };
}

const differing = <T extends object>(before: T, after: T): (keyof T)[] =>
  ([...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
const only = <T extends object>(from: T, names: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;

/** Squares by the name an auditor reads: `OFFICER ticket:assign`. */
const named = (squares: readonly Square[]): Record<string, unknown> =>
  Object.fromEntries(squares.map(({ role, may, alternatives }) => [`${role} ${may}`, alternatives]));

export default ({ strapi }: { strapi: Core.Strapi }) => {
  let kept: InForce | null = null;

  /** Writes what was set, with the entry that tells who changed it from what to what. Refuses when somebody else was faster. */
  async function save(
    caller: Caller,
    key: Key,
    expected: number,
    change: (before: InForce) => { value: object; before: object; after: object },
  ): Promise<void> {
    await inTransaction(strapi, async (trx: Trx) => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 3))', [`desk_settings:${key}`]);
      const before = inForceOf(await rowsOf<Row>(trx, READ));
      if (before.versions[key] !== expected) throw new Refusal('settingsChanged', { version: before.versions[key] });
      const { value, ...told } = change(before);
      if (Object.keys(told.after).length === 0) return;
      const row = { value: JSON.stringify(value), version: expected + 1, updated_at: new Date(caller.now) };
      await trx('desk_settings')
        .insert({ key, ...row })
        .onConflict('key')
        .merge(row);
      await service(strapi, 'audit').append(trx, caller, {
        subjectType: 'setting',
        subjectId: `ticketing.${key}`,
        event: 'update',
        payload: { label: `ticketing.${key}`, ...told },
      });
    });
  }

  const desk = {
    /** One cheap question tells whether anything changed, also when another instance changed it. */
    async inForce(): Promise<InForce> {
      const rows = await rowsOf<Row>(connection(strapi), READ);
      const fresh = rows.map(({ key, version }) => `${key}:${version}`).join('|');
      if (kept?.version !== fresh) kept = inForceOf(rows);
      return kept;
    },
    async read(): Promise<SettingsInForce> {
      const { settings, versions } = await desk.inForce();
      return { version: versions.lifecycle, settings, standard: DEFAULT_SETTINGS };
    },
    async write(caller: Caller, version: number, changes: Partial<DeskSettings>): Promise<SettingsInForce> {
      await save(caller, 'lifecycle', version, ({ settings }) => {
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
      return desk.read();
    },
    async matrix(): Promise<AuthorityMatrix> {
      const { changes, versions } = await desk.inForce();
      return { version: versions.authority, squares: squaresOf(changes) };
    },
    async writeMatrix(
      caller: Caller,
      version: number,
      squares: readonly Pick<Square, 'role' | 'may' | 'alternatives'>[],
    ): Promise<AuthorityMatrix> {
      if (squares.some(({ role, may }) => isFixed(role, may))) throw new Refusal('fixedAuthority');
      await save(caller, 'authority', version, ({ changes }) => {
        const value = withSquares(changes, squares);
        const [was, is] = [squaresOf(changes), squaresOf(value)];
        const moved = is.filter(
          (square, index) => JSON.stringify(square.alternatives) !== JSON.stringify(was[index]?.alternatives),
        );
        return {
          value,
          before: named(
            was.filter((square) => moved.some(({ role, may }) => role === square.role && may === square.may)),
          ),
          after: named(moved),
        };
      });
      return desk.matrix();
    },
  };
  return desk;
};
