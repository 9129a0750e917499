import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { UID } from '../database/content-types';

interface Params {
  readonly documentId?: string;
  data?: object;
}

/** 128 random bits: nobody guesses their way to a survey. */
const newToken = (): string => randomBytes(16).toString('base64url');

async function tokenOf(strapi: Core.Strapi, documentId: string | undefined): Promise<string | null> {
  if (!documentId) return null;
  const period = (await strapi.db.query(UID.surveyPeriod).findOne({ where: { documentId }, select: ['token'] })) as {
    readonly token?: string | null;
  } | null;
  return period?.token ?? null;
}

/**
 * Periods are made in Strapi's screens, and their token is ours: made once, never taken from what was typed, and never
 * copied along with a duplicate.
 */
export function makeSurveyTokens(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID.surveyPeriod || !['create', 'update', 'clone'].includes(context.action)) return next();
    const params = context.params as Params;
    const kept = context.action === 'update' ? await tokenOf(strapi, params.documentId) : null;
    params.data = { ...params.data, token: kept || newToken() };
    return next();
  });
}
