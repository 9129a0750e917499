import type { Context } from 'koa';
import { z } from 'zod';
import { Refusal, type Issue, type IssueCode } from '../domain';
import type { Endpoint } from '../domain/contract';

type ZodIssue = z.core.$ZodIssue;

function codeOf(issue: ZodIssue): Pick<Issue, 'code' | 'limit'> {
  switch (issue.code) {
    case 'invalid_type': return { code: issue.input === undefined ? 'required' : 'wrongType' };
    case 'too_small': return issue.origin === 'string' ? (issue.minimum === 1 ? { code: 'required' } : { code: 'tooShort', limit: Number(issue.minimum) }) : { code: 'tooSmall', limit: Number(issue.minimum) };
    case 'too_big': return { code: issue.origin === 'string' ? 'tooLong' : 'tooLarge', limit: Number(issue.maximum) };
    case 'invalid_value': return issue.input === undefined ? { code: 'required' } : { code: 'notInList', limit: issue.values.map(String).join(', ') };
    case 'invalid_union': return { code: issue.input === undefined ? 'required' : 'wrongFormat' };
    default: return { code: 'wrongFormat' };
  }
}

const toIssues = (issue: ZodIssue): Issue[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ field: [...issue.path, key].map(String).join('.'), code: 'unknown' satisfies IssueCode }))
    : [{ field: issue.path.map(String).join('.'), ...codeOf(issue) }];

/** PostgreSQL stores neither NUL nor half a character: the first is refused, the second repaired. */
function clean(value: unknown, path: string): unknown {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw new Refusal('invalid', { issues: [{ field: path, code: 'wrongFormat' }] });
    return value.toWellFormed();
  }
  if (Array.isArray(value)) return value.map((inner, index) => clean(inner, `${path}.${index}`));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key, path), clean(inner, path ? `${path}.${key}` : key)]));
  return value;
}

function part(schema: z.ZodType | undefined, given: unknown): object {
  if (!schema) return {};
  const result = schema.safeParse(clean(given ?? {}, ''), { reportInput: true });
  if (result.success) return result.data as object;
  const issues = result.error.issues.flatMap(toIssues);
  throw new Refusal(issues.every(({ code }) => code === 'unknown') ? 'unknownParameter' : 'invalid', { issues });
}

/** An endpoint that says nothing of a query takes none. */
const NOTHING = z.strictObject({});

function bodyOf({ upload }: Endpoint, ctx: Context): unknown {
  const isEmpty = !ctx.request.length && !ctx.get('transfer-encoding');
  if (isEmpty) return {};
  if (!ctx.is(upload ? 'multipart' : 'json')) throw new Refusal(upload ? 'emptyFile' : 'notJson');
  return (ctx.request as unknown as { body: unknown }).body;
}

/** Path, query and body, checked against the contract and joined into the one object a handler receives. */
export function parse(endpoint: Endpoint, ctx: Context): object {
  // Strapi's catch-all for public files leaves a nameless parameter behind; only named ones are ours.
  const given = (ctx as unknown as { params: Record<string, string> }).params;
  const place = endpoint.params?.safeParse(Object.fromEntries(Object.entries(given).filter(([name]) => !/^\d+$/.test(name))));
  // A number or action that cannot exist is an address that leads nowhere.
  if (place && !place.success) throw new Refusal('notFound');
  return { ...(place?.data as object | undefined), ...part(endpoint.query ?? NOTHING, ctx.query), ...part(endpoint.body, endpoint.body ? bodyOf(endpoint, ctx) : {}) };
}
