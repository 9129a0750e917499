import type { Me } from 'strapi-plugin-ticketing/contract';
import type { Language } from 'strapi-plugin-ticketing/domain';

const ENGLISH = /^\/en(?=\/|$)/;

/** `/en/x` is page `/x` spoken in English; everything else is Indonesian. */
export const languageOfPath = (pathname: string): Language => (ENGLISH.test(pathname) ? 'en' : 'id');
export const withoutLanguage = (pathname: string): string => pathname.replace(ENGLISH, '') || '/';
export const inLanguage = (lang: Language, address: string): string =>
  lang === 'en' ? `/en${address === '/' ? '' : address}` : address;

/** An address inside this portal, or null: never a way out to another host. */
export function localAddress(given: unknown): string | null {
  if (typeof given !== 'string' || !/^\/(?![/\\])/.test(given) || /[\\\u0000-\u001f]/.test(given)) return null;
  const url = new URL(given, 'http://portal');
  return url.host === 'portal' ? withoutLanguage(url.pathname) + url.search + url.hash : null;
}

/** The privacy notice, and from there on to where somebody wanted to go. */
export const noticeBefore = (address: string): string => `/privasi?${new URLSearchParams({ lanjut: address })}`;

/** Where somebody begins. Leaders read; everybody else asks. */
export const homeOf = ({ actor }: Me): '/dasbor' | '/beranda' =>
  actor.roles.includes('LEADER') && !actor.roles.includes('REQUESTER') ? '/dasbor' : '/beranda';
