import type { APIContext } from 'astro';
import { Refusal } from 'strapi-plugin-ticketing/domain';
import { keepForm, keptFormIn, type KeptForm } from '../lib/forms/kept-form';
import { problemOf } from '../lib/refusals/problem';
import { showPage } from '../lib/refusals/show';
import { clearToken } from '../lib/sessions/token';

/** What was posted, if anything could be read of it. */
async function typedIn({ request, locals }: APIContext): Promise<KeptForm | null> {
  if (request.method !== 'POST') return null;
  try {
    const form = await locals.form();
    // Signing in may itself be on the way back to a form; that form is what must not get lost.
    return keptFormIn(form) ?? (form.has('password') ? null : keepForm(form, locals.address));
  } catch {
    return null;
  }
}

/** Turns a refusal no page dealt with into the page that explains it, with everything typed in safe keeping. */
export async function explain(context: APIContext, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  const { locals, cookies, redirect } = context;
  const keptForm = locals.keptForm ?? (await typedIn(context));
  if (error.code === 'unauthenticated') {
    clearToken(cookies);
    locals.token = null;
    if (!keptForm) return redirect(locals.href(`/masuk?lanjut=${encodeURIComponent(locals.address)}`), 303);
    locals.problem = problemOf(error, keptForm);
    return showPage(context, '/masuk');
  }
  locals.problem = problemOf(error, keptForm);
  return showPage(context, error.code === 'notFound' ? '/404' : '/galat');
}
