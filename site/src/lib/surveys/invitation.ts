import type { AstroCookies } from 'astro';

/**
 * Which survey this browser need not be invited to again: its person has answered, or would rather not. Says nothing of
 * which of both.
 */
const NAME = 'survey';
const HALF_A_YEAR_S = 183 * 86_400;

export const isSettled = (cookies: AstroCookies, token: string): boolean => cookies.get(NAME)?.value === token;
export function markSettled(cookies: AstroCookies, token: string): void {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(token))
    cookies.set(NAME, token, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: HALF_A_YEAR_S });
}
