import type { Core } from '@strapi/strapi';
import { run, sql } from '../database/sql';
import { connection } from '../database/transaction';

/** How long a part may take to answer before it counts as failing. */
const PATIENCE_MS = 2_000;

/** Parts whose failing means that no work should be sent here. */
export type Part = 'database' | 'stopping';
export interface Health {
  readonly status: 'ok' | 'unavailable';
  readonly failing?: readonly Part[];
}

let stopping = false;
/** From now on this instance says that it wants no more work; what it has, it finishes. */
export const beginToStop = (): void => {
  stopping = true;
};

const within = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), PATIENCE_MS).unref();
    }),
  ]);

const answer = (failing: readonly Part[]): Health =>
  failing.length === 0 ? { status: 'ok' } : { status: 'unavailable', failing };

/** Alive, with its database: whether somebody has to look after it. */
export const readHealth = async (strapi: Core.Strapi): Promise<Health> =>
  answer((await within(run(connection(strapi), sql`select 1`))) ? [] : ['database']);

/** Ready: whether a proxy may send work here. */
export const readReadiness = async (strapi: Core.Strapi): Promise<Health> =>
  answer([...((await readHealth(strapi)).failing ?? []), ...(stopping ? (['stopping'] as const) : [])]);
