import type { Client } from 'strapi-plugin-ticketing/client';
import { check } from 'strapi-plugin-ticketing/check';
import { contract, type Survey } from 'strapi-plugin-ticketing/contract';
import { checkResponse, Refusal, surveyLabels, type Language } from 'strapi-plugin-ticketing/domain';
import { wordIssues, type FieldError } from '../forms/field-error';
import { isOfPage, refusalOr } from '../refusals/problem';
import { typedOf, type Typed } from '../forms/typed';

/** An answer has arrived, now or with an earlier sending of the same form; or there is something to mend or to tell. */
export type SurveyOutcome =
  { readonly isNew: boolean } | { readonly errors: readonly FieldError[]; readonly refusal: Refusal | null };

const filled = (names: readonly string[], read: (name: string) => string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, read(name)]).filter(([, value]) => value));

function bodyOf({ questionnaire: { elements, profile } }: Survey, typed: Typed) {
  const answers = filled(
    elements.map(({ code }) => code),
    (code) => typed.text(`answers.${code}`),
  );
  return {
    answers: Object.fromEntries(Object.entries(answers).map(([code, value]) => [code, Number(value)])),
    profile: filled(
      profile.map(({ key }) => key),
      (key) => typed.text(`profile.${key}`),
    ),
    suggestion: typed.text('suggestion'),
  };
}

/**
 * Checks a filled-in questionnaire by the domain's rules and hands it in. `api` should know no session: nobody is asked
 * who they are.
 */
export async function answerSurvey(
  api: Client,
  survey: Survey,
  form: FormData,
  lang: Language,
): Promise<SurveyOutcome> {
  const typed = typedOf(form);
  const body = bodyOf(survey, typed);
  const labels = surveyLabels(survey.questionnaire);
  const found = checkResponse(survey.questionnaire.instrument, body);
  const issues = [
    ...found,
    ...check(contract.submitSurvey.body, body).issues.filter(
      ({ field }) => !found.some((issue) => issue.field === field),
    ),
  ];
  if (issues.length) return { errors: wordIssues(issues, lang, labels), refusal: null };
  const receipt = await refusalOr(
    api.submitSurvey({ token: survey.token, ...body }, { idempotencyKey: typed.text('idempotencyKey') }),
    isOfPage,
  );
  if (!(receipt instanceof Refusal)) return { isNew: true };
  return receipt.code === 'idempotencyKeyReused'
    ? { isNew: false }
    : { errors: wordIssues(receipt.details.issues ?? [], lang, labels), refusal: receipt };
}
