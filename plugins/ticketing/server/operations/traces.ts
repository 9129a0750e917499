import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal } from '../../domain';
import {
  createSender,
  isKept,
  parentIn,
  postTo,
  shareOf,
  statementText,
  traceOf,
  type Collector,
  type Sender,
  type SpanFacts,
} from '../../domain/traces';
import { useTracer, watchStatements, type Note, type Opening, type Tracer } from '../database/tracing';

/** How often spans go, and how long a stopping server waits for the last of them. */
const EVERY_MS = 5_000;
const LAST_WORDS_MS = 2_000;
/** Statements of one request that are told one by one; the rest is counted. */
const MOST_STATEMENTS = 200;
const MOST_OPEN = 2_000;

interface Active {
  readonly trace: string;
  readonly id: string;
  /** Statements of the whole request so far. */
  readonly told: { statements: number };
}
interface Begun {
  readonly began: number;
  readonly parent: string;
}
interface Query {
  /** None where we send it ourselves (`database/sql`), and for what begins and ends a transaction. */
  readonly __knexQueryUid?: string;
  readonly sql: string;
}
interface Watched {
  on(event: 'query', listener: (query: Query) => void): unknown;
  on(event: 'query-response', listener: (answer: unknown, query: Query) => void): unknown;
  on(event: 'query-error', listener: (error: unknown, query: Query) => void): unknown;
}

const newId = (): string => randomBytes(8).toString('hex');
/** Wall clock with the fractions that a statement takes. */
const clock = (): number => performance.timeOrigin + performance.now();

function openTracer(sender: Sender, share: number, timer: NodeJS.Timeout): Tracer {
  const active = new AsyncLocalStorage<Active | null>();
  const beginIn = ({ request }: Opening): Active | null => {
    const trace = (request && traceOf(request.id)) ?? randomBytes(16).toString('hex');
    return isKept(trace, share) ? { trace, id: newId(), told: { statements: 0 } } : null;
  };

  async function run<T>(opening: Opening, work: (note: Note) => Promise<T>): Promise<T> {
    const outer = active.getStore();
    // What was left out as a whole is left out in all its parts.
    if (outer === null) return work(() => undefined);
    const own = outer ? { ...outer, id: newId() } : beginIn(opening);
    if (!own) return active.run(null, () => work(() => undefined));
    const { request, kind } = opening;
    const parent = outer?.id ?? (request ? parentIn(request.traceParent, own.trace) : null);
    const began = clock();
    let {
      name,
      facts = {} as SpanFacts,
      isError,
    }: { name: string; facts?: SpanFacts; isError: boolean } = {
      ...opening,
      isError: false,
    };
    try {
      return await active.run(own, () =>
        work((more, called) => {
          facts = { ...facts, ...more };
          name = called ?? name;
        }),
      );
    } catch (error) {
      isError = !(error instanceof Refusal);
      facts = { ...facts, refusal: error instanceof Refusal ? error.code : 'error' };
      throw error;
    } finally {
      if (!outer) facts = { ...facts, statements: own.told.statements };
      const isFailed = isError || (kind === 'SERVER' && Number(facts.status) >= 500);
      const { trace, id } = own;
      sender.add({ trace, id, parent, name, kind, began, ended: clock(), facts, isError: isFailed });
    }
  }

  /** Whether this one is told by itself. */
  const counts = ({ told }: Active): boolean => {
    told.statements += 1;
    return told.statements <= MOST_STATEMENTS;
  };
  const tell = (begun: Omit<Active, 'told'> & Begun, sql: string, isError: boolean): void => {
    const { trace, id, parent, began } = begun;
    const statement = statementText(sql);
    const [name = ''] = statement.split(' ');
    const facts: SpanFacts = { system: 'postgresql', statement };
    sender.add({ trace, id, parent, name, kind: 'CLIENT', began, ended: clock(), facts, isError });
  };

  async function statement<T>(text: string, work: () => Promise<T>): Promise<T> {
    const within = active.getStore();
    if (!within || !counts(within)) return work();
    const begun = { ...within, id: newId(), parent: within.id, began: clock() };
    try {
      const found = await work();
      tell(begun, text, false);
      return found;
    } catch (error) {
      tell(begun, text, true);
      throw error;
    }
  }

  function watch(on: Knex): void {
    const running = new Map<string, Active & Begun>();
    const watched = on as unknown as Watched;
    const end = ({ __knexQueryUid: uid = '', sql }: Query, isError: boolean): void => {
      const begun = running.get(uid);
      if (!begun) return;
      running.delete(uid);
      tell(begun, sql, isError);
    };
    watched.on('query', ({ __knexQueryUid: uid }) => {
      const within = active.getStore();
      if (!within || uid === undefined) return;
      // Statements whose end nobody told of, as when a connection was lost.
      if (running.size > MOST_OPEN) running.clear();
      if (counts(within)) running.set(uid, { ...within, id: newId(), parent: within.id, began: clock() });
    });
    watched.on('query-response', (_answer, query) => end(query, false));
    watched.on('query-error', (_error, query) => end(query, true));
  }

  return {
    run,
    statement,
    watch,
    async close() {
      clearInterval(timer);
      useTracer(null);
      await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS).unref())]);
    },
  };
}

export interface Collecting extends Collector {
  readonly service: string;
  /** Share of traces that is sent, as it was given. */
  readonly share: string;
}

/** Begins to tell a collector what is done for each request, and how long each part of it took. */
export function startTracing(strapi: Core.Strapi, collector: Collecting, version: string): void {
  const instance = `${os.hostname()}:${process.pid}`;
  const sender = createSender({ name: collector.service, version, instance }, postTo(collector), (sentence) =>
    strapi.log.warn(sentence),
  );
  const timer = setInterval(() => void sender.flush(), EVERY_MS).unref();
  useTracer(openTracer(sender, shareOf(collector.share), timer));
  watchStatements(strapi.db.connection as unknown as Knex);
}
