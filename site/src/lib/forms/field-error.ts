import { wordIssue, type Issue, type Language } from 'strapi-plugin-ticketing/domain';

/** One thing to mend, worded for its reader. `field` is the name of the input it belongs to. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Issues as their reader sees them; `labels` are those above the inputs, `examples` what fits into them, by field. */
export const wordIssues = (
  issues: readonly Issue[],
  lang: Language,
  labels: Readonly<Record<string, string>> = {},
  examples: Readonly<Record<string, string>> = {},
): FieldError[] => issues.map((issue) => ({ field: issue.field, message: wordIssue(lang, issue, labels, examples) }));
