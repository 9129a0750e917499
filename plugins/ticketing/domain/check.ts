import type { Endpoint } from './contract';
import type { Issue } from './refusal';

/** A schema of the contract, so that those who check need not know zod. */
export type Schema = NonNullable<Endpoint['body']>;
type SchemaIssue = NonNullable<ReturnType<Schema['safeParse']>['error']>['issues'][number];

const isBlank = (value: unknown): boolean => value === undefined || (typeof value === 'string' && !value.trim());

function codeOf(issue: SchemaIssue): Pick<Issue, 'code' | 'limit'> {
  if (isBlank(issue.input)) return { code: 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrongType' };
    case 'too_small':
      return { code: issue.origin === 'string' ? 'tooShort' : 'tooSmall', limit: Number(issue.minimum) };
    case 'too_big':
      return { code: issue.origin === 'string' ? 'tooLong' : 'tooLarge', limit: Number(issue.maximum) };
    case 'invalid_value':
      return { code: 'notInList', limit: issue.values.map(String).join(', ') };
    default:
      return { code: 'wrongFormat' };
  }
}

const toIssues = (issue: SchemaIssue): Issue[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key): Issue => ({ field: [...issue.path, key].map(String).join('.'), code: 'unknown' }))
    : [{ field: issue.path.map(String).join('.'), ...codeOf(issue) }];

/** What the contract makes of a value, or what it has against it: the first issue of each field, in the domain's words. */
export function check(schema: Schema, given: unknown): { readonly data: unknown; readonly issues: readonly Issue[] } {
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return { data: result.data, issues: [] };
  const issues = result.error.issues.flatMap(toIssues);
  return {
    data: undefined,
    issues: issues.filter(({ field }, index) => issues.findIndex((other) => other.field === field) === index),
  };
}
