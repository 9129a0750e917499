import type { APIRoute } from 'astro';
import { localAddress } from '../../../lib/addresses/local';
import { keepErrand, signInPage } from '../../../lib/sessions/sign-on';

/** Sends the browser to the city's sign-in service. A link, since a form may lead to our own pages only. */
export const GET: APIRoute = async ({ cookies, locals, redirect, url }) => {
  const next = localAddress(url.searchParams.get('lanjut'));
  try {
    const { address, ticket } = await locals.api.beginSignOn({});
    keepErrand(cookies, { ticket, next, lang: locals.lang });
    return redirect(address, 303);
  } catch (error) {
    return redirect(locals.href(signInPage(error, next)), 303);
  }
};
