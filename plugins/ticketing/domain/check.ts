import type { Endpoint } from './contract';
import { firstIssues, ISSUE_CODES, type Issue } from './refusal';

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
    case 'custom': {
      const named: unknown = issue.params?.['code'];
      return { code: ISSUE_CODES.find((code) => code === named) ?? 'wrongFormat' };
    }
    default:
      return { code: 'wrongFormat' };
  }
}

function* issuesIn(found: readonly SchemaIssue[]): Generator<Issue> {
  for (const issue of found) {
    if (issue.code !== 'unrecognized_keys') yield { field: issue.path.map(String).join('.'), ...codeOf(issue) };
    else for (const key of issue.keys) yield { field: [...issue.path, key].map(String).join('.'), code: 'unknown' };
  }
}

/** No body of the contract nests deeper, or holds more values, than these. */
export const MOST_DEPTH = 8;
export const MOST_VALUES = 25_000;

/**
 * What makes a value too deep or too large to be looked at at all; null when it may be. Walks without recursion and no
 * further than the bounds, so that it can be asked before anything else touches what came from outside.
 */
export function boundsIssue(given: unknown): Issue | null {
  const open: [value: unknown, depth: number, field: string][] = [[given, 0, '']];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth, field] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === MOST_DEPTH) return { field, code: 'tooDeep', limit: MOST_DEPTH };
    for (const key of Object.keys(value)) {
      seen += 1;
      if (seen > MOST_VALUES) return { field, code: 'tooMany', limit: MOST_VALUES };
      open.push([(value as Readonly<Record<string, unknown>>)[key], depth + 1, field || key]);
    }
  }
  return null;
}

/**
 * What the contract makes of a value, or what it has against it: the first issue of each field, in the domain's words.
 */
export function check(schema: Schema, given: unknown): { readonly data: unknown; readonly issues: readonly Issue[] } {
  const outOfBounds = boundsIssue(given);
  if (outOfBounds) return { data: undefined, issues: [outOfBounds] };
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return { data: result.data, issues: [] };
  return { data: undefined, issues: firstIssues(issuesIn(result.error.issues)) };
}
