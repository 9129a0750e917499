import { contract } from 'strapi-plugin-ticketing/contract';
import type { Client } from 'strapi-plugin-ticketing/client';
import {
  checkForm,
  examplesFor,
  Refusal,
  type FormField,
  type Issue,
  type Language,
  type Service,
} from 'strapi-plugin-ticketing/domain';
import type { Translate } from '../../i18n';
import type { FailedFile } from '../sessions/news';
import { check as checkContract } from 'strapi-plugin-ticketing/check';
import { fits } from 'strapi-plugin-ticketing/pattern';
import { wordIssues, type FieldError } from '../forms/field-error';
import { isOfPage, refusalOr } from '../refusals/problem';
import { typedOf, type Typed } from '../forms/typed';
import { attachAll, fileErrors, filesOf, type ChosenFile } from '../files/uploads';

/** The outcome of filing: a ticket and the files it lacks, or something to mend first. */
export type Outcome =
  | { readonly number: string; readonly failed: readonly FailedFile[] }
  | { readonly errors: readonly FieldError[]; readonly refusal: Refusal | null };

/** Fields in the order the form shows them, so that the summary of errors reads from top to bottom. */
const orderOf = ({ fields }: Service): readonly string[] => {
  const named = (isFile: boolean) =>
    fields.filter(({ type }) => (type === 'file') === isFile).map(({ key }) => `form.${key}`);
  return [
    'title',
    'description',
    ...named(false),
    'impact',
    'urgency',
    ...named(true),
    'file',
    'contact.name',
    'contact.phone',
    'contact.email',
  ];
};
const inOrder = (errors: readonly FieldError[], service: Service): FieldError[] => {
  const order = orderOf(service);
  return [...errors].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
};

function answers(fields: readonly FormField[], typed: Typed): Record<string, unknown> {
  const given = fields
    .filter(({ type }) => type !== 'file')
    .map(({ key, type }): [string, unknown] => [
      key,
      type === 'multiselect' ? typed.all(`form.${key}`) : typed.text(`form.${key}`),
    ]);
  return Object.fromEntries(given.filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)));
}

const bodyOf = ({ code, fields }: Service, typed: Typed) => ({
  title: typed.text('title'),
  description: typed.text('description'),
  category: code,
  impact: typed.text('impact'),
  urgency: typed.text('urgency'),
  contact: { name: typed.text('contact.name'), phone: typed.text('contact.phone'), email: typed.text('contact.email') },
  form: answers(fields, typed),
});

/** Labels by field path, as the reader sees them above the inputs: the two questions in their own words. */
const labelsOf = ({ fields }: Service, t: Translate): Record<string, string> => ({
  impact: `“${t('form.impact')}”`,
  urgency: `“${t('form.urgency')}”`,
  ...Object.fromEntries(fields.map(({ key, label }) => [`form.${key}`, label])),
});

/** In which words mistakes are told, and how large a file may be, in words. */
interface Worded {
  readonly lang: Language;
  readonly t: Translate;
  readonly limit: string;
}

/** `following` names the inputs whose files a script sends once there is a ticket. */
function check(
  service: Service,
  body: ReturnType<typeof bodyOf>,
  files: readonly ChosenFile[],
  following: readonly string[],
  { lang, t, limit }: Worded,
): FieldError[] {
  const absent = service.fields.filter(
    ({ key, type, required }) =>
      type === 'file' && required && !files.some(({ field }) => field === key) && !following.includes(`file.${key}`),
  );
  const issues = [
    ...checkContract(contract.submitTicket.body, body).issues,
    ...checkForm(service.fields, body.form, Date.now(), fits).issues,
    ...absent.map(({ key }): Issue => ({ field: `form.${key}`, code: 'required' })),
  ];
  return inOrder(
    [
      ...wordIssues(issues, lang, labelsOf(service, t), examplesFor(service.fields)),
      ...fileErrors(files, service, lang, limit),
    ],
    service,
  );
}

/** Checks a filled-in form by the domain's rules, files the request, then attaches its files. */
export async function submitRequest(api: Client, service: Service, form: FormData, worded: Worded): Promise<Outcome> {
  const { lang, t } = worded;
  const typed = typedOf(form);
  const body = bodyOf(service, typed);
  const files = filesOf(form);
  const errors = check(service, body, files, typed.all('following'), worded);
  if (errors.length) return { errors, refusal: null };
  const { data: request } = contract.submitTicket.body.safeParse(body);
  if (!request) throw new Refusal('unexpected');
  const ticket = await refusalOr(api.submitTicket(request, { idempotencyKey: typed.text('idempotencyKey') }), isOfPage);
  if (ticket instanceof Refusal)
    return {
      errors: inOrder(
        wordIssues(ticket.details.issues ?? [], lang, labelsOf(service, t), examplesFor(service.fields)),
        service,
      ),
      refusal: ticket,
    };
  return { number: ticket.number, failed: await attachAll(api, ticket.number, files, ticket.attachments) };
}
