import type { APIContext } from 'astro';
import { Refusal } from 'strapi-plugin-ticketing/domain';
import { carry, uncarry, type Carried } from '../lib/forms/kept-form';
import { problemOf } from '../lib/refusals/problem';
import { showPage } from '../lib/refusals/show';
import { forgetToken } from '../lib/sessions/token';

/** What was posted, if anything could be read of it. */
async function typedIn({ request, locals }: APIContext): Promise<Carried | null> {
  if (request.method !== 'POST') return null;
  try {
    const form = await locals.form();
    // Signing in may itself be on the way back to a form; that form is what must not get lost.
    return uncarry(form) ?? (form.has('password') ? null : carry(form, locals.address));
  } catch {
    return null;
  }
}

/** Turns a refusal no page dealt with into the page that explains it, with everything typed in safe keeping. */
export async function explain(context: APIContext, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  const { locals, cookies, redirect } = context;
  const carried = locals.carried ?? (await typedIn(context));
  if (error.code === 'unauthenticated') {
    forgetToken(cookies);
    locals.token = null;
    if (!carried) return redirect(locals.href(`/masuk?lanjut=${encodeURIComponent(locals.address)}`), 303);
    locals.problem = problemOf(error, carried);
    return showPage(context, '/masuk');
  }
  locals.problem = problemOf(error, carried);
  return showPage(context, error.code === 'notFound' ? '/404' : '/galat');
}
