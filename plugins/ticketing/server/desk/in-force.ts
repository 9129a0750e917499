import type { Core } from '@strapi/strapi';
import { DEFAULT_SETTINGS, policyFrom, type DeskSettings, type Policy, type PolicyChanges } from '../../domain';
import { connection, type Trx } from '../database/transaction';
import { rowsByKey, rowsOf, sql } from '../database/sql';

/** What the city set, read once and kept until any of it changes. */
export interface InForce {
  readonly settings: DeskSettings;
  readonly policy: Policy;
  readonly changes: PolicyChanges;
  readonly versions: Readonly<Record<Key, number>>;
  readonly version: string;
}
export type Key = 'lifecycle' | 'authority';
interface Row {
  key: Key;
  value: unknown;
  version: number;
}

const READ = sql`select key, value::json as value, version from desk_settings order by key`;

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

/** What is in force in the transaction at hand. */
export const inForceIn = async (trx: Trx): Promise<InForce> => inForceOf(await rowsOf<Row>(trx, READ));

/** One cheap question tells whether anything changed, also when another instance changed it. */
export function keepSettings(strapi: Core.Strapi): () => Promise<InForce> {
  let kept: InForce | null = null;
  return async () => {
    const rows = await rowsByKey<Row>(connection(strapi), READ);
    const fresh = rows.map(({ key, version }) => `${key}:${version}`).join('|');
    if (kept?.version !== fresh) kept = inForceOf(rows);
    return kept;
  };
}
