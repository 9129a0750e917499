import { passwordIssues, Refusal, type AccountNames, type Issue, type Language } from 'strapi-plugin-ticketing/domain';
import { wordIssues, type FieldError } from '../forms/field-error';
import { isOfPage, refusalOr } from '../refusals/problem';

/** What came of a form on an account page: the answer, or what to mend. `message` is for what belongs to no field. */
export type FormOutcome<T> =
  | { readonly answer: T }
  | { readonly errors: readonly FieldError[]; readonly message: string | null; readonly refusal: Refusal | null };

/** Checks first what can be checked here, then calls; a refusal that retyping mends comes back to the form. */
export async function submitForm<T>(
  lang: Language,
  issues: readonly Issue[],
  call: () => Promise<T>,
  labels?: Readonly<Record<string, string>>,
): Promise<FormOutcome<T>> {
  if (issues.length) return { errors: wordIssues(issues, lang, labels), message: null, refusal: null };
  const answer = await refusalOr(call(), isOfPage);
  if (!(answer instanceof Refusal)) return { answer };
  const errors = wordIssues(answer.details.issues ?? [], lang, labels);
  return { errors, message: errors.length ? null : answer.message, refusal: answer };
}

/** A new password and its repetition, by the same rules as the server. */
export function newPasswordIssues(password: string, again: string, names: AccountNames): Issue[] {
  const issues = passwordIssues(password, names);
  return issues.length || password === again ? issues : [{ field: 'passwordAgain', code: 'notRepeated' }];
}

/** 422 for what retyping mends, else what the refusal says. */
export const statusOf = (outcome: FormOutcome<unknown> | null): number =>
  !outcome || 'answer' in outcome
    ? 200
    : outcome.refusal?.code === 'tooManyRequests'
      ? 429
      : outcome.refusal?.code === 'linkSpent'
        ? 410
        : 422;
export const errorsOf = (outcome: FormOutcome<unknown> | null): readonly FieldError[] =>
  outcome && 'errors' in outcome ? outcome.errors : [];
export const messageOf = (outcome: FormOutcome<unknown> | null): string | null =>
  outcome && 'errors' in outcome ? outcome.message : null;
