import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, refusalOf, type Client } from 'strapi-plugin-ticketing/client';
import { Refusal, type Attachment, type Language } from 'strapi-plugin-ticketing/domain';
import {
  CMS_LOOK_MS,
  CMS_PATIENCE_MS,
  CMS_RETURN_MS,
  cmsUrl,
  STREAM_PATIENCE_MS,
  UPLOAD_PATIENCE_MS,
} from '../config/settings';
import { beginCall } from '../config/tracing';

/** Who a call to the cms is made for. */
export interface Behalf {
  readonly token: string | null;
  readonly lang: Language;
  readonly clientAddress: string | null;
  readonly userAgent?: string | null;
  /** Names the request of a person in the logs of both servers. */
  readonly requestId?: string;
}

/** A file of everything is counted before it begins. */
const EXPORTS = '/api/ticketing/exports/';
const GATEWAY_TROUBLE = [502, 503, 504];
const isJson = (response: Response): boolean => response.headers.get('content-type')?.includes('json') ?? false;

/** A stream comes as fast as the sender's network lets it. */
const patienceFor = (path: string, body: RequestInit['body']): number =>
  body instanceof ReadableStream
    ? STREAM_PATIENCE_MS
    : body instanceof FormData || path.startsWith(EXPORTS)
      ? UPLOAD_PATIENCE_MS
      : CMS_PATIENCE_MS;

/** Nobody took the connection, so nobody heard a word of it. */
const UNHEARD = ['ECONNREFUSED', 'EHOSTUNREACH', 'EAI_AGAIN'];
const isUnheard = (error: unknown): boolean =>
  error instanceof Error && UNHEARD.includes((error.cause as { code?: string } | undefined)?.code ?? '');

/** `fetch` that waits for a cms that is being replaced. A body that flows in is sent once: it cannot be had again. */
async function heard(address: string, init: RequestInit): Promise<Response> {
  for (const until = performance.now() + CMS_RETURN_MS; ;) {
    try {
      return await fetch(address, init);
    } catch (error) {
      const mayWait = isUnheard(error) && !(init.body instanceof ReadableStream) && performance.now() < until;
      if (!mayWait) throw error;
      await sleep(CMS_LOOK_MS, undefined, { ...(init.signal && { signal: init.signal }) });
    }
  }
}

/** `fetch` to the cms: bounded in time, and `unavailable` when nobody sensible answers. */
export async function callCms(
  path: string,
  init: RequestInit,
  { token, lang, clientAddress, userAgent, requestId }: Behalf,
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', lang);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (clientAddress) headers.set('x-forwarded-for', clientAddress);
  if (requestId) headers.set('x-request-id', requestId);
  // People recognise their sessions by the device, which is theirs and not this server.
  if (userAgent !== undefined) headers.set('user-agent', userAgent ?? '');
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new Error('the cms took too long')), patienceFor(path, init.body));
  const signal = init.signal ? AbortSignal.any([init.signal, patience.signal]) : patience.signal;
  const call = beginCall(requestId, init.method ?? 'GET');
  if (call) headers.set('traceparent', call.traceParent);
  let response: Response;
  try {
    response = await heard(`${cmsUrl()}${path}`, { ...init, headers, signal, redirect: 'error' });
  } catch (error) {
    clearTimeout(timer);
    call?.end({ refusal: 'unavailable' });
    throw new Refusal('unavailable', { cause: error instanceof Error ? error.message : String(error) });
  }
  call?.end({ status: response.status });
  // A file may take as long as the reader's network needs, and events never end; only their beginning is waited for.
  if (
    response.headers.has('content-disposition') ||
    response.headers.get('content-type')?.startsWith('text/event-stream')
  )
    clearTimeout(timer);
  else timer.unref();
  if (GATEWAY_TROUBLE.includes(response.status) && !isJson(response))
    throw new Refusal('unavailable', { status: response.status });
  return response;
}

/** The typed client of the contract, through the portal's door. */
export const apiFor = (behalf: Behalf): Client =>
  createClient((path, init) => callCms(`/api/ticketing${path}`, init, behalf));

/** Passes a multipart upload on to the cms while it arrives. Throws the refusal the cms answers with. */
export async function passUpload(number: string, request: Request, behalf: Behalf): Promise<Attachment> {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: request.body,
    duplex: 'half',
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    signal: request.signal,
  };
  const response = await callCms(`/api/ticketing/tickets/${encodeURIComponent(number)}/attachments`, init, behalf);
  if (!response.ok) throw await refusalOf(response);
  return ((await response.json()) as { data: Attachment }).data;
}
