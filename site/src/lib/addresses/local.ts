import { withoutLanguage } from './languages';

const HERE = 'http://portal.invalid';
const LONGEST = 2000;
/** Signs by which readers of addresses disagree about where a path ends: none of our addresses has one in its path. */
const AMBIGUOUS = /\\|%(?:5c|2f|0[0-9a-f]|1[0-9a-f]|7f)/i;
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * An address inside this portal without its language, or null: never a way out to another host. Decided on the address
 * as a browser would read it, so that `/en//host`, `/.//host` and `/%2e%2e//host` are what they become, not what they
 * look like. Its own answer is an address too, and answered by itself.
 */
export function localAddress(given: unknown): string | null {
  if (typeof given !== 'string' || given.length > LONGEST || !given.startsWith('/') || CONTROL.test(given)) return null;
  if (!URL.canParse(given, HERE)) return null;
  const { origin, pathname, search, hash } = new URL(given, HERE);
  if (origin !== HERE || pathname.includes('//') || AMBIGUOUS.test(pathname) || given.split(/[?#]/)[0]?.includes('\\'))
    return null;
  return withoutLanguage(pathname) + search + hash;
}
