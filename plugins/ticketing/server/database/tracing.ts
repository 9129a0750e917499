import type { Knex } from 'knex';
import type { SpanFacts, SpanKind } from '../../domain/traces';

export interface Opening {
  readonly name: string;
  readonly kind: SpanKind;
  readonly facts?: SpanFacts;
  /** Of a request, whose trace it begins: its id, and what came with it from a server of ours. */
  readonly request?: { readonly id: string; readonly traceParent: string };
}
/** Adds what is known only later; a name too. */
export type Note = (facts: SpanFacts, name?: string) => void;
export interface Tracer {
  run<T>(opening: Opening, work: (note: Note) => Promise<T>): Promise<T>;
  /** A statement of ours on its way. */
  statement<T>(text: string, work: () => Promise<T>): Promise<T>;
  /** Has statements told that Strapi sends through this pool. */
  watch(on: Knex): void;
  close(): Promise<void>;
}

/** The seam of tracing. Without a collector there is nothing behind it, and nothing of it is loaded. */
let tracer: Tracer | null = null;
export const useTracer = (given: Tracer | null): void => {
  tracer = given;
};
const nothing: Note = () => undefined;

/** Does a piece of work as a span, if anybody collects them. */
export const traced = <T>(opening: Opening, work: (note: Note) => Promise<T>): Promise<T> =>
  tracer ? tracer.run(opening, work) : work(nothing);
export const tracedStatement = <T>(text: string, work: () => Promise<T>): Promise<T> =>
  tracer ? tracer.statement(text, work) : work();
export const watchStatements = (on: Knex): void => tracer?.watch(on);
export const closeTracer = async (): Promise<void> => tracer?.close();
