import { siteOrigin } from '../lib/config/settings';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Mail programs send the form of this page by themselves, without a session: the code in its address says who. */
const OPEN_FORM = '/berhenti';

/**
 * Whether a request that changes something comes from our own pages. Browsers always send `Origin` with a form;
 * it must be the public address, or the very host that was called. Guards every form, signing in included, against
 * CSRF.
 */
export function isFromOurPages({ method, headers }: Request, pathname: string): boolean {
  if (SAFE_METHODS.includes(method) || pathname === OPEN_FORM) return true;
  if (headers.get('sec-fetch-site') === 'cross-site') return false;
  const origin = headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  return origin === siteOrigin() || new URL(origin).host === headers.get('host');
}
