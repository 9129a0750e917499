import type { APIRoute } from 'astro';
import { Refusal, REPORT_FORMATS } from 'strapi-plugin-ticketing/domain';
import { passOn } from '../../../lib/files/pass-on';
import { askedOf, OFFERED, requestOf } from '../../../lib/reports/asked';
import { periodOf } from '../../../lib/reports/periods';

/** The report of the page as a file. */
export const GET: APIRoute = async ({ url, params, locals, request }) => {
  const format = REPORT_FORMATS.find((known) => known === params['format']);
  const name = OFFERED.find((known) => known === params['report']);
  if (!format || !name) throw new Refusal('notFound');
  const wanted = requestOf(name, askedOf(url), periodOf(url, locals.now));
  if (!wanted) throw new Refusal('invalid');
  return passOn(await locals.api.getReportFile({ format, ...wanted }, { signal: request.signal }));
};
