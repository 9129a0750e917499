import { wordIssue, type Issue, type Language, type Refusal } from '../../../domain';

/** What is wrong, sentence by field name. The server's own wording comes first, since it knows the labels of a service's form. */
export function issuesOf(refusal: Refusal | null, language: Language): Readonly<Record<string, string>> {
  const issues = (refusal?.details.issues ?? []) as readonly (Issue & { readonly message?: unknown })[];
  return Object.fromEntries(issues.map((issue) => [issue.field, typeof issue.message === 'string' ? issue.message : wordIssue(language, issue)]));
}
