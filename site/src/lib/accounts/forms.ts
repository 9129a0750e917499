import {
  passwordIssues,
  Refusal,
  wordIssue,
  type AccountNames,
  type Issue,
  type Language,
} from 'strapi-plugin-ticketing/domain';
import type { FieldError } from '../forms/field-error';
import { isOfPage, refusalOr } from '../refusals/problem';

/** What came of a form on an account page: the answer, or what to mend. `said` is for what belongs to no field. */
export type Filled<T> =
  | { readonly answer: T }
  | { readonly errors: readonly FieldError[]; readonly said: string | null; readonly refusal: Refusal | null };

export const wordAll = (
  issues: readonly Issue[],
  lang: Language,
  labels: Readonly<Record<string, string>> = {},
): FieldError[] => issues.map((issue) => ({ field: issue.field, message: wordIssue(lang, issue, labels) }));

/** Checks first what can be checked here, then calls; a refusal that retyping mends comes back to the form. */
export async function fill<T>(
  lang: Language,
  issues: readonly Issue[],
  call: () => Promise<T>,
  labels?: Readonly<Record<string, string>>,
): Promise<Filled<T>> {
  if (issues.length) return { errors: wordAll(issues, lang, labels), said: null, refusal: null };
  const answer = await refusalOr(call(), isOfPage);
  if (!(answer instanceof Refusal)) return { answer };
  const errors = wordAll(answer.details.issues ?? [], lang, labels);
  return { errors, said: errors.length ? null : answer.message, refusal: answer };
}

/** A new password and its repetition, by the same rules as the server. */
export function newPasswordIssues(password: string, again: string, names: AccountNames): Issue[] {
  const issues = passwordIssues(password, names);
  return issues.length || password === again ? issues : [{ field: 'passwordAgain', code: 'notRepeated' }];
}

/** 422 for what retyping mends, else what the refusal says. */
export const statusOf = (filled: Filled<unknown> | null): number =>
  !filled || 'answer' in filled
    ? 200
    : filled.refusal?.code === 'tooManyRequests'
      ? 429
      : filled.refusal?.code === 'linkSpent'
        ? 410
        : 422;
export const errorsOf = (filled: Filled<unknown> | null): readonly FieldError[] =>
  filled && 'errors' in filled ? filled.errors : [];
export const saidOf = (filled: Filled<unknown> | null): string | null =>
  filled && 'errors' in filled ? filled.said : null;
