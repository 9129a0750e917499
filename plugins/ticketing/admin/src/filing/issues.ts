import { checkForm, FORMATS, type Fits, type Issue, type Service } from '../../../domain';
import { answersOf, type Filing } from './values';

/** Patterns are read by an engine that few forms have a use for. */
const fitsFor = async ({ fields }: Service): Promise<Fits> =>
  fields.some(({ pattern }) => pattern) ? (await import('../../../domain/pattern')).fits : () => true;

/** What is plainly missing before anything is sent; the server checks everything again. */
export async function issuesIn(filing: Filing, service: Service | undefined): Promise<Issue[]> {
  const needed: readonly (readonly [string, string])[] = [
    ['skpd', filing.skpd],
    ['category', filing.category],
    ['title', filing.title],
    ['description', filing.description],
    ['contact.name', filing.contactName],
    ['contact.phone', filing.contactPhone],
    ['impact', filing.impact],
    ['urgency', filing.urgency],
  ];
  const missing = needed
    .filter(([, value]) => value.trim() === '')
    .map(([field]): Issue => ({ field, code: 'required' }));
  const has = (field: string) => missing.some((issue) => issue.field === field);
  const short: Issue[] = [];
  if (!has('title') && filing.title.trim().length < 5) short.push({ field: 'title', code: 'tooShort', limit: 5 });
  if (!has('description') && filing.description.trim().length < 10)
    short.push({ field: 'description', code: 'tooShort', limit: 10 });
  if (!has('contact.phone') && !FORMATS.phone?.test(filing.contactPhone.trim()))
    short.push({ field: 'contact.phone', code: 'wrongFormat' });
  return [
    ...missing,
    ...short,
    ...(service
      ? checkForm(service.fields, answersOf(filing, service), Date.now(), await fitsFor(service)).issues
      : []),
  ];
}
