import type { AstroCookies } from 'astro';
import { LANGUAGES, type Language } from 'strapi-plugin-ticketing/domain';
import { isBehindTls } from '../config/settings';

/** The parameter of an address by which somebody chooses a language. */
export const CHOICE = 'bahasa';
/** The cookie that remembers it on this device. */
const COOKIE = 'language';
const A_YEAR = 365 * 86_400;

export const languageIn = (given: unknown): Language | null => LANGUAGES.find((language) => language === given) ?? null;
export const rememberedLanguage = (cookies: AstroCookies): Language | null => languageIn(cookies.get(COOKIE)?.value);
export const rememberLanguage = (cookies: AstroCookies, language: Language): void => {
  cookies.set(COOKIE, language, { path: '/', httpOnly: true, sameSite: 'lax', secure: isBehindTls(), maxAge: A_YEAR });
};
