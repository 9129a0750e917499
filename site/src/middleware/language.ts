import type { APIContext } from 'astro';
import { inLanguage } from '../lib/addresses/languages';
import { CHOICE, languageIn, rememberLanguage, rememberedLanguage } from '../lib/sessions/language';

/** Pages somebody opens by typing the bare address; they greet in the language chosen on this device. */
const ENTRANCES = /^\/(masuk)?$/;

/** Follows a choice of language, or greets in the one chosen before; null when there is nothing to do. */
export async function chooseLanguage(
  { url, request, cookies, locals, redirect }: APIContext,
  pathname: string,
): Promise<Response | null> {
  if (request.method !== 'GET') return null;
  const chosen = languageIn(url.searchParams.get(CHOICE));
  if (chosen) {
    rememberLanguage(cookies, chosen);
    // The choice holds on this device in any case; the profile, for letters, may have to wait for the cms.
    if (locals.token) await locals.api.setLanguage({ language: chosen }).catch(() => undefined);
    const rest = new URLSearchParams([...url.searchParams].filter(([name]) => name !== CHOICE)).toString();
    return redirect(inLanguage(chosen, pathname) + (rest && `?${rest}`), 303);
  }
  const remembered = rememberedLanguage(cookies);
  return remembered === 'en' && locals.lang === 'id' && ENTRANCES.test(pathname)
    ? redirect(inLanguage('en', pathname) + url.search, 303)
    : null;
}
