import { z } from 'zod';
import type { Permission } from '../access';
import { PHONE_FORMAT } from '../form';
import { LIMITS } from '../limits';

/**
 * One row per endpoint. From the table in `index.ts` come the routes of both doors, the handlers' types, the client,
 * the OpenAPI document and the deny tests. `permission` is what the policy must be able to grant before anything is
 * parsed. A public endpoint names the permission that its screen stands for, and asks nobody for it. An endpoint
 * without `query` takes no parameters. `reply` is a type only. A `stream` endpoint answers with a file instead of JSON.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly permission: Permission;
  /** Answers anybody, also without a session; the use case must tell nothing that is not for everyone. */
  readonly isPublic?: true;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly upload?: true;
  readonly stream?: true;
  readonly paged?: true;
  readonly status?: 201;
  /** Takes `Idempotency-Key`: sent again with the same key by the same person, it writes once. */
  readonly idempotent?: true;
  /** Most calls a minute from one account, or from one address where nobody is signed in; more are refused. */
  readonly limit?: number;
  readonly reply: unknown;
}
export type Endpoints = Record<string, Endpoint>;

/** Exists for its type; the value is never read. */
export const reply = <T>(): T => undefined as T;

export const text = (longest: number) => z.string().trim().min(1).max(longest);
export const number = z.string().regex(/^TIK-\d{4}-\d{5,}$/);
/** Days the office has to do with: nobody files for another century, and no calendar of ours reaches farther. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';
export const day = z.iso.date().refine((text) => text >= FIRST_DAY && text <= LAST_DAY);
export const list = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(z.enum(values)).min(1).max(values.length));
export const codes = z
  .string()
  .transform((value) => value.split(','))
  .pipe(
    z
      .array(z.string().regex(/^[A-Z0-9-]{1,40}$/))
      .min(1)
      .max(100),
  );
export const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);
/** What a row of ours is known by. */
export const id = whole(1, 2_147_483_647);
export const byId = z.strictObject({ id });
/** On which version of settings a change was made: on an older one than is in force it is refused. */
export const version = z.number().int().min(0);
/** Days in WIB, both included. */
export const period = { from: day.optional(), to: day.optional() };
export const pages = { page: whole(1, 100_000).default(1), pageSize: whole(1, 100).default(25) };
/** A number or address people may leave out by leaving it empty. */
export const PHONE = z.string().trim().regex(PHONE_FORMAT);
export const nothing = z.literal('').transform(() => null);
export const emptyOr = <T extends z.ZodType>(shape: T) => z.union([nothing, shape, z.null()]);
export const optionalEmail = emptyOr(z.email().max(LIMITS.email)).default(null);
const none = z
  .string()
  .trim()
  .pipe(z.literal(''))
  .transform(() => null);
/** What people may leave out, also by leaving it empty. */
export const maybe = <T extends z.ZodType>(shape: T) => z.union([none, shape, z.null()]).default(null);

/** A list of that many characters at the most, told line by line; a trial takes nothing over. */
export const listOf = (characters: number) =>
  z.strictObject({ csv: z.string().min(1).max(characters), isTrial: z.boolean() });
/** A list as it was read; `added` of it were taken over, all of them or none. */
export interface ListImport<Line> {
  readonly lines: readonly Line[];
  readonly added: number;
}
