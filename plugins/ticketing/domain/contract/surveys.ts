import { z } from 'zod';
import {
  LONGEST_SUGGESTION,
  type ElementScore,
  type Grade,
  type InstrumentId,
  type ProfileGroup,
  type Questionnaire,
  type SurveyState,
} from '../survey';
import type { Day } from '../wib';
import { byId, type Endpoints, pages, reply } from './shapes';

/** What whoever has the link sees: the questionnaire, and from when to when (days in WIB) it is answered. */
export interface Survey {
  readonly token: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly state: SurveyState;
  readonly questionnaire: Questionnaire;
}
/** The survey a requester may be invited to. */
export interface OpenSurvey {
  readonly token: string;
  readonly name: string;
  readonly endsOn: Day;
}
export interface SurveyReceipt {
  readonly isReceived: true;
}

/**
 * A period as those who evaluate it see it. `link` is the one link to hand out; `sampleSize` is null while nobody has
 * said how many use the services.
 */
export interface SurveyPeriod {
  readonly id: number;
  readonly name: string;
  readonly instrument: InstrumentId;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly state: SurveyState;
  readonly population: number | null;
  readonly sampleSize: number | null;
  readonly responses: number;
  readonly link: string;
}

/**
 * `score` is null while nobody has answered. Groups of a profile that are too small to show have no count; `UNSAID` are
 * those who did not say.
 */
export interface SurveyResult {
  readonly period: SurveyPeriod;
  readonly score: {
    readonly ikm: number;
    readonly grade: Grade;
    readonly index: number;
    readonly weight: number;
    readonly elements: readonly (ElementScore & { readonly name: string; readonly answers: readonly string[] })[];
  } | null;
  readonly profile: readonly {
    readonly key: string;
    readonly question: string;
    readonly groups: readonly (ProfileGroup & { readonly label: string })[];
  }[];
  /** Whether suggestions are withheld because too few have answered. */
  readonly areWordsWithheld: boolean;
}

const byToken = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) });

/** Which questions and groups there are is the questionnaire's to say; the use case asks it. */
const response = z.strictObject({
  answers: z.record(z.string().max(8), z.number().int().min(1).max(4)),
  profile: z.record(z.string().max(20), z.string().max(20)).default({}),
  suggestion: z
    .string()
    .trim()
    .max(LONGEST_SUGGESTION)
    .transform((words) => words || null)
    .nullable()
    .default(null),
});

/** Answering a satisfaction survey, which asks nobody who they are, and reading what came of it. */
export const surveys = {
  getOpenSurvey: {
    method: 'GET',
    path: '/survey-invitation',
    permission: 'survey:answer',
    reply: reply<OpenSurvey | null>(),
  },
  getSurvey: {
    method: 'GET',
    path: '/surveys/:token',
    permission: 'survey:answer',
    isPublic: true,
    params: byToken,
    reply: reply<Survey>(),
  },
  submitSurvey: {
    method: 'POST',
    path: '/surveys/:token/responses',
    permission: 'survey:answer',
    isPublic: true,
    status: 201,
    idempotent: true,
    params: byToken,
    body: response,
    reply: reply<SurveyReceipt>(),
  },
  listSurveyPeriods: {
    method: 'GET',
    path: '/survey-periods',
    permission: 'survey:read',
    reply: reply<SurveyPeriod[]>(),
  },
  getSurveyResult: {
    method: 'GET',
    path: '/survey-periods/:id/result',
    permission: 'survey:read',
    params: byId,
    reply: reply<SurveyResult>(),
  },
  listSurveySuggestions: {
    method: 'GET',
    path: '/survey-periods/:id/suggestions',
    permission: 'survey:read',
    params: byId,
    query: z.strictObject(pages),
    paged: true,
    reply: reply<string[]>(),
  },
} as const satisfies Endpoints;
