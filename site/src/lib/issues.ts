import type { Endpoint } from 'strapi-plugin-ticketing/contract';
import type { Issue } from 'strapi-plugin-ticketing/domain';

/** The contract's own schemas; this workspace has no need of zod itself. */
type Schema = NonNullable<Endpoint['body']>;
type SchemaIssue = NonNullable<ReturnType<Schema['safeParse']>['error']>['issues'][number];

/** One thing to mend, worded for its reader. `field` is the name of the input it belongs to. */
export interface FieldError { readonly field: string; readonly message: string }

const isBlank = (value: unknown): boolean => value === undefined || (typeof value === 'string' && !value.trim());

function codeOf(issue: SchemaIssue): Pick<Issue, 'code' | 'limit'> {
  if (isBlank(issue.input)) return { code: 'required' };
  switch (issue.code) {
    case 'too_small': return { code: 'tooShort', limit: Number(issue.minimum) };
    case 'too_big': return { code: 'tooLong', limit: Number(issue.maximum) };
    case 'invalid_type': return { code: 'wrongType' };
    case 'invalid_value': return { code: 'notInList', limit: issue.values.map(String).join(', ') };
    default: return { code: 'wrongFormat' };
  }
}

/** What the contract has against a body, in the domain's words; the first issue of each field. */
export function issuesOf(schema: Schema, body: unknown): Issue[] {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return [];
  const issues = result.error.issues.map((issue): Issue => ({ field: issue.path.map(String).join('.'), ...codeOf(issue) }));
  return issues.filter(({ field }, index) => issues.findIndex((other) => other.field === field) === index);
}
