import type { Client } from 'strapi-plugin-ticketing/client';
import { check } from 'strapi-plugin-ticketing/check';
import { contract } from 'strapi-plugin-ticketing/contract';
import { Refusal, type Language } from 'strapi-plugin-ticketing/domain';
import { wordIssues, type FieldError } from '../forms/field-error';
import { isOfPage, refusalOr } from '../refusals/problem';
import { choiceIn } from '../forms/choice';
import { typedOf } from '../forms/typed';

const ANSWERS = { yes: true, no: false };

/** The outcome of rating a guide: nothing to mend, or what to mend and what the cms said. */
export interface RatingOutcome {
  readonly errors: readonly FieldError[];
  readonly message: string | null;
}

/** Sends whether a guide helped. The button that was pressed is the answer. */
export async function rateGuide(api: Client, slug: string, form: FormData, lang: Language): Promise<RatingOutcome> {
  const { text } = typedOf(form);
  const answer = choiceIn(ANSWERS, text('helpful'));
  const body = { isHelpful: answer, comment: text('comment') };
  const { issues } = check(contract.rateGuide.body, body);
  if (answer === undefined || issues.length) return { errors: wordIssues(issues, lang), message: null };
  const guide = await refusalOr(api.rateGuide({ slug, isHelpful: answer, comment: body.comment }), isOfPage);
  return { errors: [], message: guide instanceof Refusal ? guide.message : null };
}
