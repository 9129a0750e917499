import type { APIRoute } from 'astro';
import { uncarry } from '../lib/forms/kept-form';
import { showPage } from '../lib/refusals/show';

/** Brings carried entries back into their form without sending it: files got lost on the way and must be chosen again. */
export const POST: APIRoute = async (context) => {
  const carried = uncarry(await context.locals.form());
  if (!carried) return context.redirect(context.locals.href('/'), 303);
  context.locals.carried = carried;
  return showPage(context, carried.to);
};
