import type { AstroCookies } from 'astro';
import { Refusal } from 'strapi-plugin-ticketing/domain';
import { callCms, type Behalf } from '../cms/client';
import { isBehindTls } from '../config/settings';

/** With TLS the name itself makes browsers refuse a cookie that another host or path tries to set. */
const cookieName = (): string => (isBehindTls() ? '__Host-session' : 'session');
const cookieOptions = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isBehindTls() }) as const;

export const readToken = (cookies: AstroCookies): string | null => cookies.get(cookieName())?.value || null;
export const clearToken = (cookies: AstroCookies): void => {
  cookies.delete(cookieName(), cookieOptions());
};

/** When the token ends, as it says itself; only the cms judges whether that is true. */
function endOf(token: string): Date | null {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      exp?: unknown;
    };
    return typeof exp === 'number' ? new Date(exp * 1000) : null;
  } catch {
    return null;
  }
}

export function setToken(cookies: AstroCookies, token: string): void {
  const expires = endOf(token);
  cookies.set(cookieName(), token, { ...cookieOptions(), ...(expires && { expires }) });
}

export type SignIn = { readonly token: string } | { readonly failure: 'wrong' | 'blocked' | 'unconfirmed' | 'tooMany' };

/** Exchanges name and password for a session. Throws `unavailable` when the cms cannot be asked. */
export async function signIn(identifier: string, password: string, behalf: Behalf): Promise<SignIn> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier, password }),
  };
  const response = await callCms('/api/auth/local', init, behalf);
  const { jwt, error } = (await response.json().catch(() => ({}))) as { jwt?: unknown; error?: { message?: unknown } };
  if (response.ok && typeof jwt === 'string') return { token: jwt };
  if (response.status === 429) return { failure: 'tooMany' };
  if (response.status >= 500) throw new Refusal('unavailable', { status: response.status });
  const reason = String(error?.message ?? '');
  return { failure: /block/i.test(reason) ? 'blocked' : /confirm/i.test(reason) ? 'unconfirmed' : 'wrong' };
}
