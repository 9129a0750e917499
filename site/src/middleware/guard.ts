import type { APIContext } from 'astro';
import { PRIVACY_VERSION, Refusal, type Role } from 'strapi-plugin-ticketing/domain';
import { homeOf, noticeBefore } from '../lib/addresses/starts';
import { HEALTH_PATIENCE_MS } from '../lib/config/settings';
import { clearToken } from '../lib/sessions/token';

/** Who may open which part of the portal; the first line that fits decides. What they may do there, the cms decides. */
const PLACES: readonly { readonly path: RegExp; readonly role: Role | null }[] = [
  { path: /^\/(beranda|tiket\/baru)$/, role: 'REQUESTER' },
  { path: /^\/(dasbor|layar|survei-hasil)$/, role: 'LEADER' },
  { path: /^\/laporan(\/|$)/, role: null },
  { path: /^\/tiket(\/|$)/, role: null },
  { path: /^\/acara$/, role: null },
  { path: /^\/notifikasi(\/|$)/, role: null },
  { path: /^\/profil(\/|$)/, role: null },
];
/** Public pages that greet whoever is signed in. */
const GREETS =
  /^\/(masuk|panduan(\/.*)?|pengumuman|pengembang|privasi|verifikasi(\/.*)?|lupa-sandi|atur-ulang-sandi|konfirmasi-email)?$/;

async function recognise({ locals, cookies }: APIContext, signal?: AbortSignal): Promise<void> {
  if (!locals.token) return;
  try {
    locals.me = await locals.api.getMe({}, signal && { signal });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unauthenticated') throw error;
    clearToken(cookies);
    locals.token = null;
  }
}

/** Lets the request through, or answers with a way to where it belongs. Throws `unauthenticated` or `notAllowed`. */
export async function guard(context: APIContext, pathname: string): Promise<Response | null> {
  const { locals, redirect, request } = context;
  const place = PLACES.find(({ path }) => path.test(pathname));
  if (!place) {
    // A public page must stand also while the cms does not.
    if (GREETS.test(pathname)) await recognise(context, AbortSignal.timeout(HEALTH_PATIENCE_MS)).catch(() => undefined);
    return null;
  }
  await recognise(context);
  if (!locals.me) throw new Refusal('unauthenticated');
  // Shown before reading on, never in the way of something that is just being sent.
  const isRead = !locals.me.account || locals.me.account.privacyVersion === PRIVACY_VERSION;
  if (!isRead && request.method === 'GET') return redirect(locals.href(noticeBefore(locals.address)), 303);
  if (place.role === null || locals.me.actor.roles.includes(place.role)) return null;
  const home = homeOf(locals.me);
  if (pathname === '/beranda' && home !== '/beranda') return redirect(locals.href(home), 303);
  throw new Refusal('notAllowed');
}
