import { Refusal, REFUSALS } from 'strapi-plugin-ticketing/domain';
import type { KeptForm } from '../forms/kept-form';

/** A problem for a page to explain: the refusal, its HTTP status, and what had been typed. */
export interface Problem {
  readonly refusal: Refusal;
  readonly status: number;
  readonly keptForm: KeptForm | null;
}

export const problemOf = (refusal: Refusal, keptForm: KeptForm | null = null): Problem => ({
  refusal,
  status: REFUSALS[refusal.code],
  keptForm,
});

/** Runs a call whose refusal belongs on the page itself; every other refusal goes on to the middleware. */
export async function refusalOr<T>(call: Promise<T>, mayRefuse: (refusal: Refusal) => boolean): Promise<T | Refusal> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Refusal && mayRefuse(error)) return error;
    throw error;
  }
}

/** Refusals that no retyping mends: they are worded by the middleware, with what was typed in safe keeping. */
export const isOfPage = ({ code }: Refusal): boolean =>
  !['unauthenticated', 'unavailable', 'notFound', 'unexpected'].includes(code);
