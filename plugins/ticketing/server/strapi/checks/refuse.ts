import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { CHECKS } from './checks';
import type { Draft, Fault } from './fault';

/** What writes a document. */
const ACTIONS: readonly string[] = ['create', 'update', 'clone'];

function refuse(faults: readonly Fault[]): never {
  throw new errors.ValidationError(faults.map(({ message }) => message).join(' '), {
    errors: faults.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' })),
  });
}

/**
 * Refuses what may not be saved, in sentences that Strapi's screens show beside the fields. Stands before the recorder,
 * so that a refused save leaves neither a row nor an entry.
 */
export function startChecking(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action } = context;
    const { checks = [], parts = {} } = CHECKS[uid] ?? {};
    if (checks.length === 0 || !ACTIONS.includes(action)) return next();
    const { documentId, data: given = {} } = context.params as { documentId?: string; data?: Draft };
    const before = documentId
      ? ((await strapi.db.query(uid).findOne({ where: { documentId }, populate: parts as never })) as Draft | null)
      : null;
    const save = {
      strapi,
      draft: { ...before, ...given },
      given,
      ownId: action === 'update' ? (documentId ?? null) : null,
    };
    const faults: Fault[] = [];
    for (const check of checks) faults.push(...(await check(save)));
    return faults.length === 0 ? next() : refuse(faults);
  });
}
