import type { APIRoute } from 'astro';
import { Refusal } from 'strapi-plugin-ticketing/domain';
import { passOn } from '../../lib/files/pass-on';
import { filtersOf, toExport } from '../../lib/tickets/filters';

/** The list as a file, streamed through; when its reader goes away, the query behind it ends. */
export const GET: APIRoute = async ({ url, locals, request }) => {
  const filters = toExport(filtersOf(url));
  if (!filters) throw new Refusal('invalid');
  return passOn(await locals.api.exportTickets({ format: 'csv', ...filters }, { signal: request.signal }));
};
