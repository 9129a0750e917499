import { randomBytes } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { isDay, LONGEST_SURVEY_DAYS, spanIssue, type SpanIssue } from '../../domain';
import { UID } from '../database/content-types';

interface Draft {
  readonly startsOn?: unknown;
  readonly endsOn?: unknown;
  readonly token?: string | null;
}

/** Said in Strapi's own screens, beside the field. */
const SENTENCES: Record<SpanIssue, string> = {
  endsBeforeItStarts: 'Hari terakhir survei mendahului hari pertamanya. Pilih hari yang sama atau sesudahnya.',
  tooLong: `Survei ini berlangsung lebih dari ${LONGEST_SURVEY_DAYS} hari. Periksa tahunnya, atau bagi menjadi beberapa periode.`,
};

/** 128 random bits: nobody guesses their way to a survey. */
const newToken = (): string => randomBytes(16).toString('base64url');

function checkSpan({ startsOn, endsOn }: Draft): void {
  // A day left out is for Strapi's own check to name.
  if (typeof startsOn !== 'string' || typeof endsOn !== 'string' || !isDay(startsOn) || !isDay(endsOn)) return;
  const issue = spanIssue({ startsOn, endsOn });
  if (issue)
    throw new errors.ValidationError(SENTENCES[issue], {
      errors: [{ path: ['endsOn'], message: SENTENCES[issue], name: 'ValidationError' }],
    });
}

/**
 * Periods are made in Strapi's screens. Before one is written its days are checked, and its token is ours: made once, never
 * taken from what was typed, and never copied along with a duplicate.
 */
export function guardPeriods(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID.surveyPeriod || !['create', 'update', 'clone'].includes(context.action)) return next();
    const params = context.params as { documentId?: string; data?: Draft };
    const known = params.documentId
      ? ((await strapi.db
          .query(UID.surveyPeriod)
          .findOne({ where: { documentId: params.documentId } })) as Draft | null)
      : null;
    checkSpan({ ...known, ...params.data });
    params.data = { ...params.data, token: (context.action === 'update' && known?.token) || newToken() };
    return next();
  });
}
