import { contract, type Answer, type Endpoint, type EndpointName, type Request } from './contract';
import { isRefusalCode, Refusal, type RefusalDetails } from './refusal';

/** What goes with one call beside its parameters. `idempotencyKey` makes a retried submit the same ticket. */
export interface CallOptions {
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}
export type Client = { [N in EndpointName]: (request: Request<N>, options?: CallOptions) => Promise<Answer<N>> };
/** `fetch`, already bound to an origin, a door's prefix and a session. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

interface Envelope {
  data?: unknown;
  meta?: { pagination?: unknown };
  error?: { message?: string; details?: RefusalDetails & { code?: unknown } };
}

/** The refusal a response carries; `message` is already worded for the reader. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const { error } = (await response.json().catch(() => ({}))) as Envelope;
  const { code, ...details } = error?.details ?? {};
  const refusal = new Refusal(
    isRefusalCode(code) ? code : response.status === 401 ? 'unauthenticated' : 'unexpected',
    details,
  );
  if (error?.message) refusal.message = error.message;
  return refusal;
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/** Splits one flat request into the path, the query string and the body its endpoint wants. */
function compose(
  { method, path, upload }: Endpoint,
  request: Readonly<Record<string, unknown>>,
  { idempotencyKey, signal }: CallOptions,
): { url: string; init: RequestInit } {
  const rest = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
  const place = path.replace(/:(\w+)/g, (_, key: string) => {
    const value = rest[key];
    delete rest[key];
    return encodeURIComponent(textOf(value));
  });
  const headers: Record<string, string> = idempotencyKey ? { 'idempotency-key': idempotencyKey } : {};
  const base = { method, headers, ...(signal && { signal }) };
  if (upload) {
    const { file, ...fields } = rest as { file: { name: string; blob: Blob } };
    const body = new FormData();
    for (const [key, value] of Object.entries(fields)) body.append(key, textOf(value));
    body.append('file', file.blob, file.name);
    return { url: place, init: { ...base, body } };
  }
  if (method === 'POST' || method === 'PUT')
    return {
      url: place,
      init: { ...base, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(rest) },
    };
  const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, textOf(value)])).toString();
  return { url: query ? `${place}?${query}` : place, init: base };
}

/** A typed function per endpoint. Throws the server's `Refusal`. */
export function createClient(send: Send): Client {
  const call =
    (endpoint: Endpoint) =>
    async (request: Readonly<Record<string, unknown>>, options: CallOptions = {}) => {
      const { url, init } = compose(endpoint, request, options);
      const response = await send(url, init);
      if (!response.ok) throw await refusalOf(response);
      if (endpoint.stream) return response;
      const { data, meta } = (await response.json()) as Envelope;
      return endpoint.paged ? { rows: data, pagination: meta?.pagination } : data;
    };
  return Object.fromEntries(
    Object.entries(contract).map(([name, endpoint]) => [name, call(endpoint)]),
  ) as unknown as Client;
}
