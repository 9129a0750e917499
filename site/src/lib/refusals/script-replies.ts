import type { Refusal } from 'strapi-plugin-ticketing/domain';
import { problemOf } from './problem';
import type { FieldError } from '../forms/field-error';

/** Our own scripts ask for JSON; everything else is somebody in front of a page. */
export const isScript = (request: Request): boolean => request.headers.get('accept') === 'application/json';

export const sent = (number: string, to: string): Response => Response.json({ number, to }, { status: 201 });
/** `key` replaces an idempotency key that already made another ticket. */
export const objection = (
  errors: readonly FieldError[],
  message: string | null,
  key: string | null,
  status: number,
): Response => Response.json({ errors, message, key }, { status });
export const refused = (refusal: Refusal): Response =>
  Response.json({ message: refusal.message, code: refusal.code }, { status: problemOf(refusal).status });
