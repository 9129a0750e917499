import type { APIRoute } from 'astro';
import { keptFormIn } from '../lib/forms/kept-form';
import { showPage } from '../lib/refusals/show';

/**
 * Brings a kept form back without sending it: files got lost on the way and must be chosen again.
 */
export const POST: APIRoute = async (context) => {
  const keptForm = keptFormIn(await context.locals.form());
  if (!keptForm) return context.redirect(context.locals.href('/'), 303);
  context.locals.keptForm = keptForm;
  return showPage(context, keptForm.to);
};
