import type { APIRoute } from 'astro';
import { Refusal } from 'strapi-plugin-ticketing/domain';
import { inLanguage } from '../../../lib/addresses/languages';
import { homeOf } from '../../../lib/addresses/starts';
import { useToken } from '../../../lib/sessions/caller';
import { rememberedLanguage } from '../../../lib/sessions/language';
import { signInPage, takeErrand } from '../../../lib/sessions/sign-on';
import { setToken } from '../../../lib/sessions/token';

const LONGEST = 4000;
const TICKET = /^[A-Za-z0-9_-]{43}$/;

/** Where the city's sign-in service sends the browser back to; only the one that set out from here comes in. */
export const GET: APIRoute = async (context) => {
  const { cookies, locals, redirect, url } = context;
  const errand = takeErrand(cookies);
  const query = url.search.slice(1);
  try {
    if (!errand && !locals.office.signOn.portal) throw new Refusal('notFound');
    if (!errand || !TICKET.test(errand.ticket) || query.length > LONGEST) throw new Refusal('signOnSpent');
    const { jwt } = await locals.api.finishSignOn({ ticket: errand.ticket, query });
    setToken(cookies, jwt);
    useToken(context, jwt);
    const me = await locals.api.getMe({});
    const lang = rememberedLanguage(cookies) ?? me.account?.language ?? errand.lang;
    return redirect(inLanguage(lang, errand.next ?? homeOf(me)), 303);
  } catch (error) {
    return redirect(inLanguage(errand?.lang ?? locals.lang, signInPage(error, errand?.next ?? null)), 303);
  }
};
