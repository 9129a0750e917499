import type { Context } from 'koa';
import { z } from 'zod';
import { Refusal } from '../../domain';
import { boundsIssue, check } from '../../domain/check';
import type { Endpoint } from '../../domain/contract';

/** PostgreSQL stores neither NUL nor half a character: the first is refused, the second repaired. */
function clean(value: unknown, path: string): unknown {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw new Refusal('invalid', { issues: [{ field: path, code: 'wrongFormat' }] });
    return value.toWellFormed();
  }
  if (Array.isArray(value)) return value.map((inner, index) => clean(inner, `${path}.${index}`));
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [clean(key, path), clean(inner, path ? `${path}.${key}` : key)]),
    );
  return value;
}

/** A value checked against a schema of the contract; refuses with every issue at once. */
export const parseBody = (schema: z.ZodType, given: unknown): object => part(schema, given);

function part(schema: z.ZodType | undefined, given: unknown): object {
  if (!schema) return {};
  // Asked before `clean`, which walks by recursion.
  const outOfBounds = boundsIssue(given);
  if (outOfBounds) throw new Refusal('invalid', { issues: [outOfBounds] });
  const { data, issues } = check(schema, clean(given ?? {}, ''));
  if (issues.length)
    throw new Refusal(issues.every(({ code }) => code === 'unknown') ? 'unknownParameter' : 'invalid', { issues });
  return data as object;
}

/** An endpoint that says nothing of a query takes none. */
const NOTHING = z.strictObject({});

/** Path, query and body, checked against the contract and joined into the one object a handler receives. */
export function parse(endpoint: Endpoint, ctx: Context, body: unknown): object {
  // Strapi's catch-all for public files leaves a nameless parameter behind; only named ones are ours.
  const given = (ctx as unknown as { params: Record<string, string> }).params;
  const place = endpoint.params?.safeParse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !/^\d+$/.test(name))),
  );
  // A number or action that cannot exist is an address that leads nowhere.
  if (place && !place.success) throw new Refusal('notFound');
  return {
    ...(place?.data as object | undefined),
    ...part(endpoint.query ?? NOTHING, ctx.query),
    ...part(endpoint.body, body),
  };
}
