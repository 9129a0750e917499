import type { StrapiApp } from '@strapi/strapi/admin';

/** What the panel's store hears when something that was read is written over in advance. */
const PATCHED = 'adminApi/queries/queryResultPatched';
const DOCUMENT = 'getDocument(';

const isPatchOfDocument = (action: unknown): boolean => {
  const { type, payload } = action as { type?: unknown; payload?: { queryCacheKey?: unknown } };
  return type === PATCHED && String(payload?.queryCacheKey).startsWith(DOCUMENT);
};

/**
 * A refused edit keeps what was typed. Strapi's forms begin with the document as it was read. While an edit is on its
 * way the content manager writes it into what was read, and takes it out again when it is refused, which the form takes
 * for a new beginning. Without that haste it begins anew only with what was saved.
 */
export const keepTyped = (app: Pick<StrapiApp, 'addMiddlewares'>): void =>
  app.addMiddlewares([
    () => () => (next) => (action: Parameters<typeof next>[0]) => (isPatchOfDocument(action) ? action : next(action)),
  ]);
