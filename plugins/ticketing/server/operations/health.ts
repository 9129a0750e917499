import type { Core } from '@strapi/strapi';
import { storeOf } from '../attachments/store';
import { inTime } from '../database/in-time';
import { rowsOf, run, sql } from '../database/sql';
import { connection } from '../database/transaction';

/** How long a part may take to answer before it counts as failing. */
const PATIENCE_MS = 2_000;

/** Parts whose failing means that no work should be sent here. */
export type Part = 'database' | 'readOnly' | 'stopping';
/** Parts without which most work is done all the same: a proxy goes on, whoever watches is told. */
export type Impaired = 'storage';
export interface Health {
  readonly status: 'ok' | 'unavailable';
  readonly failing?: readonly Part[];
  readonly impaired?: readonly Impaired[];
}

let stopping = false;
/** From now on this instance says that it wants no more work; what it has, it finishes. */
export const beginToStop = (): void => {
  stopping = true;
};

const within = (work: Promise<unknown>): Promise<boolean> =>
  inTime(work, PATIENCE_MS).then(
    () => true,
    () => false,
  );

const answer = (failing: readonly Part[]): Health =>
  failing.length === 0 ? { status: 'ok' } : { status: 'unavailable', failing };

/** Alive, with its database: whether somebody has to look after it. */
export const readHealth = async (strapi: Core.Strapi): Promise<Health> =>
  answer((await within(run(connection(strapi), sql`select 1`))) ? [] : ['database']);

/** Fails where the database takes no changes: one that was demoted, or is being maintained, only lets read. */
async function demandChanges(strapi: Core.Strapi): Promise<void> {
  const [row] = await rowsOf<{ is: boolean }>(
    connection(strapi),
    sql`select current_setting('transaction_read_only') = 'off' as is`,
  );
  if (row?.is !== true) throw new Error('the database may only be read');
}

/** How long an answer of the store counts, so that those who ask often do not ask it each time. */
const REMEMBER_MS = 5_000;
let reached: { readonly at: number; readonly is: Promise<boolean> } | null = null;

/** Whether attachments can be kept and opened now. */
export function isStoreReachable(strapi: Core.Strapi): Promise<boolean> {
  if (!reached || Date.now() - reached.at > REMEMBER_MS)
    reached = { at: Date.now(), is: within(storeOf(strapi).then((store) => store.reach?.())) };
  return reached.is;
}

/** Ready: whether a proxy may send work here. */
export async function readReadiness(strapi: Core.Strapi): Promise<Health> {
  const [{ failing = [] }, isReachable] = await Promise.all([readHealth(strapi), isStoreReachable(strapi)]);
  const isOpen = failing.length > 0 || (await within(demandChanges(strapi)));
  const health = answer([
    ...failing,
    ...(isOpen ? [] : (['readOnly'] as const)),
    ...(stopping ? (['stopping'] as const) : []),
  ]);
  return isReachable ? health : { ...health, impaired: ['storage'] };
}
