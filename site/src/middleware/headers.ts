import { isBehindTls } from '../lib/config/settings';

const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: that would take away the `Origin` our own forms are recognised by.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
/** What is not a page may neither run nor load anything. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
/** A viewer of PDF does not open in a sandbox. Papers are made by us, and nothing may run in them either. */
const PAPERS = /^\/tiket\/[^/]+\/dokumen\//;
const PAPER_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
/** Brings a policy of its own: in a sandbox a worker could not ask for anything. */
const SCRIPTS = /^\/sw\.js$/;
/** Pages a browser may keep: going back to them must bring back what was typed. */
const KEEPABLE = /^\/(tiket\/baru|survei\/[^/]+)$/;

/**
 * Puts on the headers every answer of the portal carries. In place: a copy would lose the cookies Astro keeps beside
 * them.
 */
export function setHeaders({ headers }: Response, pathname: string, isSignedIn: boolean): void {
  for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
  if (isBehindTls()) headers.set('strict-transport-security', 'max-age=31536000');
  const type = headers.get('content-type');
  if (type && !type.includes('text/html') && !SCRIPTS.test(pathname))
    headers.set('content-security-policy', PAPERS.test(pathname) ? PAPER_POLICY : FILE_POLICY);
  if (!headers.has('cache-control'))
    headers.set('cache-control', isSignedIn && !KEEPABLE.test(pathname) ? 'no-store' : 'private, no-cache');
}
