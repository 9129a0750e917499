import { newDocumentId } from '../database/document-id';
import { checkResponse, dayNumber, dayStart, questionnaireIn, Refusal, surveyLabels } from '../../domain';
import type { OpenSurvey, Parsed, Survey, SurveyReceipt } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, inTransaction, type Trx } from '../database/transaction';
import { canonical } from '../audit/entries';
import { periodByToken, periodRows, stateOf, type PeriodRow } from './rows';
import { createFleetingLimit } from '../desk/limits';
import type { Desk } from '../desk/desk';
import { rowsOf, sql } from '../database/sql';
import { lock } from '../database/locks';

/** A meeting in which everybody answers at once comes from one address. */
const PER_MINUTE = 30;

/** The survey requesters are invited to: of several that are open the one that began last. */
export async function openSurvey(desk: Desk, { now }: Caller): Promise<OpenSurvey | null> {
  const period = (await periodRows(connection(desk.strapi))).find((row) => stateOf(row, now) === 'OPEN');
  return period ? { token: period.token, name: period.name, endsOn: period.ends_on } : null;
}

/** What whoever holds the link sees, before, while and after it can be answered. */
export async function findSurvey(desk: Desk, { now, language }: Caller, token: string): Promise<Survey> {
  const period = await periodByToken(connection(desk.strapi), token);
  return {
    token,
    name: period.name,
    startsOn: period.starts_on,
    endsOn: period.ends_on,
    state: stateOf(period, now),
    questionnaire: questionnaireIn(language, period.instrument),
  };
}

/** Whether this form has come before; with other answers it is told so rather than counted again. */
async function isRepeated(trx: Trx, period: PeriodRow, key: string, answer: object): Promise<boolean> {
  await lock(trx, 'small', `${period.id}:${key}`);
  const [kept] = await rowsOf<{ answer: object }>(
    trx,
    sql`select json_build_object('answers', answers, 'profile', profile, 'suggestion', suggestion) as answer from
      survey_responses where period_id = ${period.id} and submission_key = ${key}`,
  );
  if (kept && canonical(kept.answer) !== canonical(answer)) throw new Refusal('idempotencyKeyReused');
  return kept !== undefined;
}

/** Who answers is counted in memory and written nowhere, so each instance counts for itself. */
const waitOf = createFleetingLimit(PER_MINUTE);

/**
 * Takes an answer. Of who gave it nothing is kept, and no audit entry is written: its moment would lead to a person.
 * Refuses outside the period, when questions are left out, and a flood from one address.
 */
export async function submitSurvey(
  desk: Desk,
  caller: Caller,
  { token, ...answer }: Parsed<'submitSurvey'>,
): Promise<SurveyReceipt> {
  const seconds = caller.address ? await waitOf(caller.address) : 0;
  if (seconds > 0) throw new Refusal('tooManyRequests', { seconds });
  const period = await periodByToken(connection(desk.strapi), token);
  const issues = checkResponse(period.instrument, answer);
  if (issues.length)
    throw new Refusal(issues.every(({ code }) => code === 'required') ? 'missingFields' : 'invalid', {
      issues,
      labels: surveyLabels(questionnaireIn(caller.language, period.instrument)),
    });
  await inTransaction(desk.strapi, async (trx) => {
    if (caller.idempotencyKey && (await isRepeated(trx, period, caller.idempotencyKey, answer))) return;
    const state = stateOf(period, caller.now);
    if (state !== 'OPEN')
      throw new Refusal(state === 'UPCOMING' ? 'surveyUpcoming' : 'surveyClosed', {
        startsOn: period.starts_on,
        endsOn: period.ends_on,
      });
    // Only the day: the exact moment, held beside a log of who came in, would tell who answered.
    const day = new Date(dayStart(dayNumber(caller.now)));
    await trx('survey_responses').insert({
      document_id: newDocumentId(),
      period_id: period.id,
      instrument: period.instrument,
      answers: JSON.stringify(answer.answers),
      profile: JSON.stringify(answer.profile),
      suggestion: answer.suggestion,
      submission_key: caller.idempotencyKey,
      submitted_at: day,
      created_at: day,
      updated_at: day,
      published_at: day,
    });
  });
  return { isReceived: true };
}
