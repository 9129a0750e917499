import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { otlpOf } from 'strapi-plugin-ticketing/traces';

type Sent = ReturnType<typeof otlpOf>;
export interface SeenSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { readonly key: string }[];
}
export interface Collector {
  readonly url: string;
  /** Bodies as they came, and what came with them. */
  readonly bodies: readonly string[];
  readonly authorizations: ReadonlySet<string>;
  spansOf(requestId: string): SeenSpan[];
  close(): Promise<void>;
}

/** A collector of OpenTelemetry that keeps whatever it is sent. */
export async function openCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const authorizations = new Set<string>();
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.once('end', () => {
      authorizations.add(request.headers.authorization ?? '');
      if (request.method === 'POST' && request.url === '/v1/traces') bodies.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    authorizations,
    spansOf: (requestId) =>
      bodies
        .flatMap((body) => (JSON.parse(body) as Sent).resourceSpans)
        .flatMap(({ resource, scopeSpans }) => {
          const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
          return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ service, ...span }) as SeenSpan));
        })
        .filter(({ traceId }) => traceId === requestId.replaceAll('-', '')),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
