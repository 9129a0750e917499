import type { Core } from '@strapi/strapi';
import { touch, type Recording } from './recording';
import { partsOf } from './subjects';

type Where = Readonly<Record<string, unknown>>;
export interface Params {
  readonly where?: Where;
  readonly data?: unknown;
  readonly filters?: unknown;
  readonly _q?: unknown;
}
/** The ids inside whatever shape Strapi lets a to-one relation be given in. */
export const idsIn = (given: unknown): number[] => {
  if (typeof given === 'number' || typeof given === 'string')
    return Number.isInteger(Number(given)) ? [Number(given)] : [];
  if (Array.isArray(given)) return given.flatMap(idsIn);
  if (given && typeof given === 'object')
    return 'id' in given
      ? idsIn(given.id)
      : ['set', 'connect', 'disconnect'].flatMap((key) => idsIn((given as Where)[key]));
  return [];
};

export async function rowsAt(
  strapi: Core.Strapi,
  uid: string,
  { where, filters, _q }: Params,
  populate: readonly string[] = [],
): Promise<Where[]> {
  const rows: unknown = await strapi.db.query(uid as 'admin::user').findMany({
    select: ['id'],
    populate,
    ...(where && { where }),
    ...(filters ? { filters } : {}),
    ...(_q ? { _q } : {}),
  } as never);
  return rows as Where[];
}

/**
 * Touches what a write is about to change: the rows themselves, or the whole that they are part of, before and after.
 */
export async function touchRows(
  strapi: Core.Strapi,
  recording: Recording,
  uid: string,
  params: Params,
  isNew: boolean,
): Promise<void> {
  const parts = partsOf(uid);
  const data = (Array.isArray(params.data) ? params.data : [params.data]) as (Where | undefined)[];
  const rows = isNew ? [] : await rowsAt(strapi, uid, params, Object.keys(parts ?? {}));
  if (!parts) return touch(strapi, recording, uid, idsIn(rows));
  for (const [relation, whole] of Object.entries(parts))
    await touch(
      strapi,
      recording,
      whole,
      [...rows, ...data].flatMap((row) => idsIn(row?.[relation])),
    );
}
