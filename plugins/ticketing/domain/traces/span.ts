/** Who a span is about: a request that came in, one that went out, or work in between (OpenTelemetry's words). */
export type SpanKind = 'INTERNAL' | 'SERVER' | 'CLIENT';
const KINDS: Readonly<Record<SpanKind, number>> = { INTERNAL: 1, SERVER: 2, CLIENT: 3 };

/**
 * Everything a span may say, under the names of OpenTelemetry. Patterns, names of ours and counts: there is no place for
 * what a person typed, who they are, or what stood in an address or a statement.
 */
export const SPAN_FACTS = {
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
  requestId: 'ticketing.request_id',
  useCase: 'ticketing.use_case',
  statements: 'ticketing.statements',
  system: 'db.system.name',
  statement: 'db.query.text',
  refusal: 'error.type',
} as const;
export type SpanFacts = Partial<Record<keyof typeof SPAN_FACTS, string | number>>;

export interface Span {
  /** 32 hex digits. */
  readonly trace: string;
  /** 16 hex digits, and those of the span it belongs to. */
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  /** Epoch ms, with fractions. */
  readonly began: number;
  readonly ended: number;
  readonly facts: SpanFacts;
  readonly isError: boolean;
}

/** The trace of a request is its id, so that logs and traces find each other; null for an id that is none of ours. */
export const traceOf = (requestId: string): string | null =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(requestId) ? requestId.replaceAll('-', '') : null;

/** The span in a `traceparent` of this very trace; null for what is none (W3C Trace Context). */
export const parentIn = (header: string, trace: string): string | null => {
  const [, said, id] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(header) ?? [];
  return said === trace && id !== undefined && !/^0+$/.test(id) ? id : null;
};
export const traceParent = (trace: string, id: string): string => `00-${trace}-${id}-01`;

/** Whether a trace is among the share (0 to 1) that is kept; every server decides alike. */
export const isKept = (trace: string, share: number): boolean => Number.parseInt(trace.slice(-8), 16) / 2 ** 32 < share;

const LONGEST_STATEMENT = 500;
/** A statement without whatever value was written into its text; those beside it are never asked for. */
export const statementText = (sql: string): string =>
  sql
    .replaceAll(/'(?:[^']|'')*'/g, '?')
    .replaceAll(/(?<![\w$"])\d+(?:\.\d+)?/g, '?')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_STATEMENT);

const NANOSECONDS = 1_000_000;
/** JSON has no such large numbers: the protocol takes them as text. */
const nanoseconds = (milliseconds: number): string =>
  `${Math.floor(milliseconds)}${String(Math.floor((milliseconds % 1) * NANOSECONDS)).padStart(6, '0')}`;
const valueOf = (value: string | number) =>
  typeof value === 'number' ? { intValue: String(value) } : { stringValue: value };
const attributesOf = (facts: SpanFacts) =>
  (Object.keys(SPAN_FACTS) as (keyof SpanFacts)[]).flatMap((name) => {
    const value = facts[name];
    return value === undefined ? [] : [{ key: SPAN_FACTS[name], value: valueOf(value) }];
  });

/** Who sends: the server's name, the product's version, and the one of several that it is. */
export interface Service {
  readonly name: string;
  readonly version: string;
  readonly instance: string;
}

/** Spans as a collector takes them: the JSON of OTLP over HTTP. */
export const otlpOf = ({ name, version, instance }: Service, spans: readonly Span[]) => ({
  resourceSpans: [
    {
      resource: {
        attributes: [
          { key: 'service.name', value: { stringValue: name } },
          ...(version ? [{ key: 'service.version', value: { stringValue: version } }] : []),
          { key: 'service.instance.id', value: { stringValue: instance } },
        ],
      },
      scopeSpans: [
        {
          scope: { name: 'ticketing' },
          spans: spans.map((span) => ({
            traceId: span.trace,
            spanId: span.id,
            ...(span.parent && { parentSpanId: span.parent }),
            name: span.name,
            kind: KINDS[span.kind],
            startTimeUnixNano: nanoseconds(span.began),
            endTimeUnixNano: nanoseconds(span.ended),
            attributes: attributesOf(span.facts),
            ...(span.isError && { status: { code: 2 } }),
          })),
        },
      ],
    },
  ],
});
