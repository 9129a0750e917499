import type { APIRoute } from 'astro';
import { DOCUMENT_KINDS, Refusal } from 'strapi-plugin-ticketing/domain';
import { passOn } from '../../../../lib/files/pass-on';

/** A paper of a ticket, shown where it is opened: we made it ourselves, and nothing in it can run. */
export const GET: APIRoute = async ({ params, locals }) => {
  const kind = DOCUMENT_KINDS.find((known) => known === params['kind']);
  if (!kind) throw new Refusal('notFound');
  const file = passOn(await locals.api.readDocument({ number: (params['number'] ?? '').toUpperCase(), kind }));
  const { headers } = file;
  headers.set(
    'content-disposition',
    (headers.get('content-disposition') ?? 'attachment').replace(/^attachment/, 'inline'),
  );
  return file;
};
