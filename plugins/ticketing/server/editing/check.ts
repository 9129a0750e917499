import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { UID } from '../content-types';
import { EDITING_RULES, type Draft, type Fault } from './rules';

/** What each action does to a document that is already there. */
const ACTIONS = ['create', 'update', 'clone'];

type Row = Draft & { readonly documentId?: string };
const rowAt = async (strapi: Core.Strapi, uid: string, where: object): Promise<Row | null> =>
  (await strapi.db.query(uid as typeof UID.guide).findOne({ where })) as Row | null;

/** An address leads to one guide; the unique index in `database/sql` holds it also for two who save in the same moment. */
async function takenSlug(strapi: Core.Strapi, { slug }: Draft, ownId: string | null): Promise<Fault[]> {
  const other = typeof slug === 'string' && slug ? await rowAt(strapi, UID.guide, { slug }) : null;
  return other && other.documentId !== ownId ? [{ field: 'slug', message: `Alamat “${slug as string}” sudah dipakai oleh “${String(other['title'])}”. Pilih alamat lain.` }] : [];
}

/**
 * Refuses what an editor may not save, in sentences that Strapi's screens show beside the fields. Stands before the
 * recorder, so that a refused save leaves neither a row nor an entry.
 */
export function startChecking(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const rules = EDITING_RULES[context.uid];
    if (!rules || !ACTIONS.includes(context.action)) return next();
    const { documentId, data } = context.params as { documentId?: string; data?: Draft };
    const before = documentId ? await rowAt(strapi, context.uid, { documentId }) : null;
    const draft: Draft = { ...before, ...data };
    const faults = [...rules(draft), ...(context.uid === UID.guide ? await takenSlug(strapi, draft, context.action === 'update' ? (documentId ?? null) : null) : [])];
    if (faults.length === 0) return next();
    throw new errors.ValidationError(faults.map(({ message }) => message).join(' '), { errors: faults.map(({ field, message }) => ({ path: [field], message, name: 'ValidationError' })) });
  });
}
