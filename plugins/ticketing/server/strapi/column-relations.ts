import type { Core } from '@strapi/strapi';

interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly useJoinTable?: boolean;
}
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

/**
 * Strapi's screens say `{ connect, disconnect }` of every relation, which its database layer does not understand of one kept
 * in a column (`useJoinTable: false`): an account could not be given its unit there. Translated to the one id it means.
 */
export function understandColumns(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const {
      uid,
      params: { data },
    } = context as unknown as Write;
    const { attributes } = strapi.getModel(uid as 'admin::user') as unknown as {
      attributes: Readonly<Record<string, Attribute>>;
    };
    for (const [name, { type, target, useJoinTable }] of data ? Object.entries(attributes) : []) {
      const value = data?.[name];
      if (!data || type !== 'relation' || useJoinTable !== false || !isChange(value)) continue;
      const linked = value.connect?.at(-1);
      if (linked)
        data[name] =
          linked.id ??
          (target && linked.documentId
            ? ((
                await strapi.db
                  .query(target as 'admin::user')
                  .findOne({ where: { documentId: linked.documentId }, select: ['id'] })
              )?.id ?? null)
            : null);
      else if (value.disconnect?.length) data[name] = null;
      else delete data[name];
    }
    return next();
  });
}
