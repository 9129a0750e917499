import type { APIRoute } from 'astro';
import { MAX_FILE_BYTES, Refusal, wordRefusal } from 'strapi-plugin-ticketing/domain';
import { refused } from '../../../lib/refusals/script-replies';
import { passUpload } from '../../../lib/cms/client';

/** A file and the little that stands around it in a form. */
const LARGEST = MAX_FILE_BYTES + 64 * 1024;

/** One file of a script, passed through to the cms as it arrives: never whole in memory, bounded in size and time. */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const { lang, format } = locals;
  const reply = (refusal: Refusal): Response => {
    if (refusal.message === refusal.code)
      refusal.message = wordRefusal(lang, refusal.code, {
        limit: format.bytes(locals.office.files.maxBytes),
        ...refusal.details,
      });
    return refused(refusal);
  };
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data') || !request.body)
    return reply(new Refusal('emptyFile'));
  if (Number(request.headers.get('content-length')) > LARGEST) return reply(new Refusal('fileTooLarge'));
  try {
    return Response.json(await passUpload(params['number'] ?? '', request, locals.behalf), { status: 201 });
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unauthenticated') return reply(error);
    throw error;
  }
};

/** Whoever reloads this address wants the ticket. */
export const GET: APIRoute = ({ params, locals, redirect }) =>
  redirect(locals.href(`/tiket/${params['number'] ?? ''}#lampiran`), 303);
