import type { Core } from '@strapi/strapi';
import { COLUMN_RELATIONS } from './insides';

interface Linked {
  readonly id?: number | string;
  readonly documentId?: string;
}
interface Change {
  readonly connect?: readonly Linked[];
  readonly disconnect?: readonly Linked[];
}
interface Write {
  readonly uid: string;
  readonly params: { readonly data?: Record<string, unknown> };
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && ('connect' in value || 'disconnect' in value);

async function idOf(
  strapi: Core.Strapi,
  uid: string,
  name: string,
  { id, documentId }: Linked,
): Promise<number | string | null> {
  if (id != null) return id;
  const { attributes } = strapi.getModel(uid as 'admin::user') as unknown as {
    attributes: Readonly<Record<string, { readonly target?: string }>>;
  };
  const target = attributes[name]?.target;
  if (!target || !documentId) return null;
  const row = await strapi.db.query(target as 'admin::user').findOne({ where: { documentId }, select: ['id'] });
  return row?.id ?? null;
}

/**
 * Strapi's screens say `{ connect, disconnect }` of every relation, which its database layer does not understand of one
 * kept in a column (`useJoinTable: false`): an account could not be given its unit there. Translated to the id it
 * means.
 */
export function understandColumns(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const {
      uid,
      params: { data },
    } = context as unknown as Write;
    for (const name of data ? Object.keys(COLUMN_RELATIONS[uid]?.columns ?? {}) : []) {
      const value = data?.[name];
      if (!data || !isChange(value)) continue;
      const linked = value.connect?.at(-1);
      if (linked) data[name] = await idOf(strapi, uid, name, linked);
      else if (value.disconnect?.length) data[name] = null;
      else delete data[name];
    }
    return next();
  });
}
