import type { APIRoute } from 'astro';
import { markSettled } from '../../lib/surveys/invitation';

/** Closes the invitation on this device. */
export const POST: APIRoute = async ({ cookies, locals, redirect }) => {
  markSettled(cookies, String((await locals.form()).get('token') ?? ''));
  return redirect(locals.href('/beranda'), 303);
};

export const GET: APIRoute = ({ locals, redirect }) => redirect(locals.href('/beranda'), 303);
