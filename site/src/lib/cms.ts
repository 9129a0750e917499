import { createClient, type Client } from 'strapi-plugin-ticketing/client';
import { Refusal, type Language } from 'strapi-plugin-ticketing/domain';
import { CMS_PATIENCE_MS, cmsUrl, UPLOAD_PATIENCE_MS } from './config';

/** Who a call to the cms is made for. */
export interface Behalf { readonly token: string | null; readonly lang: Language; readonly clientAddress: string | null; readonly userAgent?: string | null }

const GATEWAY_TROUBLE = [502, 503, 504];
const isJson = (response: Response): boolean => response.headers.get('content-type')?.includes('json') ?? false;

/** `fetch` to the cms: bounded in time, and `unavailable` when nobody sensible answers. */
export async function callCms(path: string, init: RequestInit, { token, lang, clientAddress, userAgent }: Behalf): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', lang);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (clientAddress) headers.set('x-forwarded-for', clientAddress);
  // People recognise their sessions by the device, which is theirs and not this server.
  if (userAgent !== undefined) headers.set('user-agent', userAgent ?? '');
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new Error('the cms took too long')), init.body instanceof FormData ? UPLOAD_PATIENCE_MS : CMS_PATIENCE_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, patience.signal]) : patience.signal;
  let response: Response;
  try {
    response = await fetch(`${cmsUrl()}${path}`, { ...init, headers, signal, redirect: 'error' });
  } catch (error) {
    clearTimeout(timer);
    throw new Refusal('unavailable', { cause: error instanceof Error ? error.message : String(error) });
  }
  // A file may take as long as the reader's network needs; only its beginning is waited for.
  if (response.headers.has('content-disposition')) clearTimeout(timer);
  else timer.unref();
  if (GATEWAY_TROUBLE.includes(response.status) && !isJson(response)) throw new Refusal('unavailable', { status: response.status });
  return response;
}

/** The typed client of the contract, through the portal's door. */
export const apiFor = (behalf: Behalf): Client => createClient((path, init) => callCms(`/api/ticketing${path}`, init, behalf));
