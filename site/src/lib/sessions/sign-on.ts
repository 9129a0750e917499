import type { AstroCookies } from 'astro';
import { LANGUAGES, Refusal, SIGN_ON_LIMITS, type Language } from 'strapi-plugin-ticketing/domain';
import { localAddress } from '../addresses/local';
import { isBehindTls } from '../config/settings';

/** What a browser holds while it is at the city's sign-in service: the secret of its attempt, and where it wanted to go. */
export interface Errand {
  readonly ticket: string;
  readonly next: string | null;
  readonly lang: Language;
}

/** With TLS the name itself makes browsers refuse a cookie that another host or path tries to set. */
const cookieName = (): string => (isBehindTls() ? '__Host-sign-on' : 'sign-on');
// Strict would stay away when the service sends the browser back.
const options = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isBehindTls() }) as const;

export const keepErrand = (cookies: AstroCookies, errand: Errand): void =>
  cookies.set(cookieName(), JSON.stringify(errand), { ...options(), maxAge: SIGN_ON_LIMITS.minutes * 60 });

/** Reads it once: what comes of the way back, it is over. */
export function takeErrand(cookies: AstroCookies): Errand | null {
  const kept = cookies.get(cookieName())?.value;
  if (!kept) return null;
  cookies.delete(cookieName(), options());
  try {
    const { ticket, next, lang } = JSON.parse(kept) as Readonly<Record<string, unknown>>;
    if (typeof ticket !== 'string') return null;
    return { ticket, next: localAddress(next), lang: LANGUAGES.find((each) => each === lang) ?? 'id' };
  } catch {
    return null;
  }
}

/** The parameter of the sign-in page that says why the way by the service did not lead in. */
const WHY = 'sso';
/** What the sign-in page tells of it, as the cms words it or in words of its own. */
const TELLABLE = [
  'signOnUnverified',
  'signOnUnknown',
  'signOnAmbiguous',
  'signOnClosed',
  'signOnRefused',
  'signOnSpent',
  'signOnUnreachable',
  'tooManyRequests',
] as const;
type Tellable = (typeof TELLABLE)[number];
const tellable = (code: unknown): Tellable | null => TELLABLE.find((each) => each === code) ?? null;

export const failureIn = (search: URLSearchParams): Tellable | null => tellable(search.get(WHY));

/** The sign-in page with what went wrong and where somebody wanted to go; throws what is no matter of that page. */
export function signInPage(error: unknown, next: string | null): string {
  const why = error instanceof Refusal ? tellable(error.code) : null;
  if (!why) throw error;
  return `/masuk?${new URLSearchParams({ [WHY]: why, ...(next && { lanjut: next }) })}`;
}
