import type { APIRoute } from 'astro';
import { EXPORT_FORMATS, Refusal } from 'strapi-plugin-ticketing/domain';
import { passOn } from '../../lib/files/pass-on';
import { toExport } from '../../lib/tickets/filters';

/** The list as a file, streamed through; when its reader goes away, the query behind it ends. */
export const GET: APIRoute = async ({ url, params, locals, request }) => {
  const format = EXPORT_FORMATS.find((known) => known === params['format']);
  if (!format) throw new Refusal('notFound');
  const wanted = toExport(url);
  if (!wanted) throw new Refusal('invalid');
  // One form offers all formats; only CSV has a separator.
  const { separator, ...rest } = wanted;
  const asked = { format, ...rest, ...(format === 'csv' && separator && { separator }) };
  return passOn(await locals.api.exportTickets(asked, { signal: request.signal }));
};
