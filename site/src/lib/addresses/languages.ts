import type { Language } from 'strapi-plugin-ticketing/domain';

const ENGLISH = /^(\/en(?=\/|$))+/;

/** `/en/x` is page `/x` spoken in English; everything else is Indonesian. */
export const languageOfPath = (pathname: string): Language => (ENGLISH.test(pathname) ? 'en' : 'id');

/**
 * A path without its language. Slashes in a row become one, backslashes among them, since a browser reads both alike:
 * what is left begins the address of a redirect, where two of them would name another host (`/en//host`, `/\host`).
 */
export const withoutLanguage = (pathname: string): string =>
  pathname.replace(/[\\/]+/g, '/').replace(ENGLISH, '') || '/';

export const inLanguage = (lang: Language, address: string): string =>
  lang === 'en' ? `/en${address === '/' ? '' : address}` : address;
