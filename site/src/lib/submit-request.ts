import { contract } from 'strapi-plugin-ticketing/contract';
import type { Client } from 'strapi-plugin-ticketing/client';
import { checkForm, Refusal, wordIssue, type FormField, type Issue, type Language, type Service } from 'strapi-plugin-ticketing/domain';
import type { FailedFile } from './flash';
import { issuesOf, type FieldError } from './issues';
import { isOfPage, refusalOr } from './problem';
import { typedOf, type Typed } from './typed';
import { attachAll, fileErrors, filesOf, type ChosenFile } from './uploads';

/** A request is on record, or there is something to mend first. */
export type Outcome =
  | { readonly number: string; readonly failed: readonly FailedFile[] }
  | { readonly errors: readonly FieldError[]; readonly refusal: Refusal | null };

/** Common fields in the order the form shows them; a service's own come after the first two. */
const ORDER = ['title', 'description', 'form.', 'impact', 'urgency', 'file', 'contact.name', 'contact.phone', 'contact.email'];
const place = (field: string): number => ORDER.findIndex((start) => field.startsWith(start));

function answers(fields: readonly FormField[], typed: Typed): Record<string, unknown> {
  const given = fields.filter(({ type }) => type !== 'file').map(({ key, type }): [string, unknown] => [key, type === 'multiselect' ? typed.all(`form.${key}`) : typed.text(`form.${key}`)]);
  return Object.fromEntries(given.filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)));
}

const bodyOf = ({ code, fields }: Service, typed: Typed) => ({
  title: typed.text('title'), description: typed.text('description'), category: code, impact: typed.text('impact'), urgency: typed.text('urgency'),
  contact: { name: typed.text('contact.name'), phone: typed.text('contact.phone'), email: typed.text('contact.email') },
  form: answers(fields, typed),
});

/** Labels by field path, as the reader sees them above the inputs. */
const labelsOf = ({ fields }: Service): Record<string, string> => Object.fromEntries(fields.map(({ key, label }) => [`form.${key}`, label]));

export const wordIssues = (issues: readonly Issue[], service: Service, lang: Language): FieldError[] =>
  [...issues].sort((a, b) => place(a.field) - place(b.field)).map((issue) => ({ field: issue.field, message: wordIssue(lang, issue, labelsOf(service)) }));

function check(service: Service, body: ReturnType<typeof bodyOf>, files: readonly ChosenFile[], lang: Language, limit: string): FieldError[] {
  const absent = service.fields.filter(({ key, type, required }) => type === 'file' && required && !files.some(({ field }) => field === key));
  const issues = [...issuesOf(contract.submitTicket.body, body), ...checkForm(service.fields, body.form).issues, ...absent.map(({ key }): Issue => ({ field: `form.${key}`, code: 'required' }))];
  const inForm = service.fields.map(({ key }) => `form.${key}`);
  const errors = [...wordIssues(issues, service, lang), ...fileErrors(files, service.fields, lang, limit)];
  return errors.sort((a, b) => place(a.field) - place(b.field) || inForm.indexOf(a.field) - inForm.indexOf(b.field));
}

/** Checks a filled-in form by the domain's rules, files the request, then attaches its files. */
export async function submitRequest(api: Client, service: Service, form: FormData, { lang, limit }: { lang: Language; limit: string }): Promise<Outcome> {
  const typed = typedOf(form);
  const body = bodyOf(service, typed);
  const files = filesOf(form);
  const errors = check(service, body, files, lang, limit);
  if (errors.length) return { errors, refusal: null };
  const { data: request } = contract.submitTicket.body.safeParse(body);
  if (!request) throw new Refusal('unexpected');
  const ticket = await refusalOr(api.submitTicket(request, { idempotencyKey: typed.text('kunci') }), isOfPage);
  if (ticket instanceof Refusal) return { errors: wordIssues(ticket.details.issues ?? [], service, lang), refusal: ticket };
  return { number: ticket.number, failed: await attachAll(api, ticket.number, files, ticket.attachments) };
}
