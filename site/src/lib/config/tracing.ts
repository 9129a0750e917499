import { randomBytes } from 'node:crypto';
import os from 'node:os';
import {
  createSender,
  isKept,
  postTo,
  shareOf,
  traceOf,
  traceParent,
  type Sender,
  type SpanFacts,
  type SpanKind,
} from 'strapi-plugin-ticketing/traces';

/** How often spans go to the collector. */
const EVERY_MS = 5_000;

const setting = (name: string): string => process.env[name]?.trim() ?? '';
let opened: Sender | null | undefined;
function open(): Sender | null {
  const endpoint = setting('OTEL_EXPORTER_OTLP_ENDPOINT');
  if (!endpoint) return null;
  const collector = { endpoint, headers: setting('OTEL_EXPORTER_OTLP_HEADERS') };
  const service = { name: 'ticketing-site', version: '', instance: `${os.hostname()}:${process.pid}` };
  const sender = createSender(service, postTo(collector), (sentence) => process.stderr.write(`${sentence}\n`));
  setInterval(() => void sender.flush(), EVERY_MS).unref();
  return sender;
}
const senderOf = (): Sender | null => (opened === undefined ? (opened = open()) : opened);
const share = (): number => shareOf(setting('OTEL_TRACES_SAMPLER_ARG'));

const clock = (): number => performance.timeOrigin + performance.now();
/** The span of a page that was asked for, by its request's id: whatever it asks of the cms belongs to it. */
const pageSpan = (trace: string): string => trace.slice(16);

interface Telling {
  /** What the cms is told, so that its spans belong to this one. */
  readonly traceParent: string;
  end(facts: SpanFacts, name?: string): void;
}

/** Begins a span of a request; null where nobody collects them, or this one is left out. */
function begin(requestId: string, kind: SpanKind, name: string, id: string | null): Telling | null {
  const sender = senderOf();
  const trace = sender && traceOf(requestId);
  if (!sender || !trace || !isKept(trace, share())) return null;
  const [began, own] = [clock(), id ?? randomBytes(8).toString('hex')];
  return {
    traceParent: traceParent(trace, own),
    end: (facts, called) =>
      sender.add({
        trace,
        id: own,
        parent: id === null ? pageSpan(trace) : null,
        name: called ?? name,
        kind,
        began,
        ended: clock(),
        facts,
        isError: Number(facts.status) >= 500,
      }),
  };
}

export const beginPage = (requestId: string, method: string): Telling | null =>
  begin(requestId, 'SERVER', method, pageSpan(traceOf(requestId) ?? ''));
/** A call to the cms, whose own span tells what was asked. */
export const beginCall = (requestId: string | undefined, method: string): Telling | null =>
  requestId === undefined ? null : begin(requestId, 'CLIENT', `${method} cms`, null);
