import { getFetchClient, isFetchError } from '@strapi/strapi/admin';
import { Refusal, wordRefusal, type Language } from '../../../domain';
import type { Send } from '../../../domain/client';
import { endSession } from './session';

const PREFIX = '/ticketing';
/** No wait is endless: ordinary questions, and files over a weak line. */
const PATIENCE_MS = 20_000;
const UPLOAD_PATIENCE_MS = 180_000;

/** A signal that ends with the caller's, or when patience does. */
function limited(
  signal: AbortSignal | null | undefined,
  patience: number,
): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = window.setTimeout(stop, patience);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  return {
    signal: controller.signal,
    release: () => {
      window.clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
  };
}

const respond = (body: unknown, status: number): Response => new Response(JSON.stringify(body), { status });
const worded = (language: Language, code: 'unavailable' | 'unauthenticated'): Refusal => {
  const refusal = new Refusal(code);
  refusal.message = wordRefusal(language, code, {});
  return refusal;
};

/** Strapi's fetch client writes JSON itself, so it wants the value, not the text. */
const valueOf = (body: RequestInit['body']): unknown => (typeof body === 'string' ? JSON.parse(body) : body);

async function viaPanel(
  path: string,
  init: RequestInit,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  const panel = getFetchClient();
  const url = PREFIX + path;
  try {
    if (init.method === 'GET') {
      // As bytes, so that files and JSON come back alike; a 401 must throw, for that is what makes the client renew the
      // session.
      const { data, status } = await panel.get(url, {
        responseType: 'blob',
        validateStatus: (code) => code !== 401,
        headers,
        signal,
      });
      return new Response(data, { status: status ?? 200 });
    }
    const { data } =
      init.method === 'DELETE'
        ? await panel.del(url, { headers, signal })
        : await panel[init.method === 'PUT' ? 'put' : 'post'](url, valueOf(init.body), { headers, signal });
    return respond(data, 200);
  } catch (error) {
    if (!isFetchError(error)) throw error;
    return respond(error.response?.data ?? {}, error.status ?? 500);
  }
}

/**
 * The admin door as the contract's client wants it: over the panel's own fetch client, which holds the session and
 * renews it. A line that is down, or a server that keeps silent, reads as `unavailable`; a session beyond renewal sends
 * to the login page.
 */
export const adminDoor =
  (language: Language): Send =>
  async (path, init) => {
    const { signal, release } = limited(init.signal, init.body instanceof FormData ? UPLOAD_PATIENCE_MS : PATIENCE_MS);
    try {
      // The panel names the type of what it sends; named twice, no server would know it.
      const { 'content-type': _, ...headers } = init.headers as Record<string, string>;
      const response = await viaPanel(path, init, { ...headers, 'accept-language': language }, signal);
      if (response.status !== 401) return response;
      endSession();
      throw worded(language, 'unauthenticated');
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw worded(language, 'unavailable');
    } finally {
      release();
    }
  };
