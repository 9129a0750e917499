import type { Client } from 'strapi-plugin-ticketing/client';
import { contract } from 'strapi-plugin-ticketing/contract';
import {
  DOCUMENT_KINDS,
  Refusal,
  transitionOf,
  type Action,
  type ActionField,
  type Language,
} from 'strapi-plugin-ticketing/domain';
import type { News } from '../sessions/news';
import { check } from 'strapi-plugin-ticketing/check';
import { wordIssues, type FieldError } from '../forms/field-error';
import { isOfPage, refusalOr } from '../refusals/problem';
import { choiceIn } from '../forms/choice';
import { typedOf, type Typed } from '../forms/typed';
import { attachAll, fileErrors, filesOf, type ChosenFile } from '../files/uploads';

/**
 * Actions people carry out in the portal, and the news each makes. Officers work in the admin panel; `approve` and
 * `direct` are there for leaders to whom the matrix gives them.
 */
export const PORTAL_ACTIONS = {
  cancel: 'cancelled',
  requestCancel: 'cancelRequested',
  reopen: 'reopened',
  rate: 'rated',
  explainRating: 'ratingExplained',
  approve: 'approved',
  direct: 'directed',
} as const satisfies Partial<Record<Action, News['kind']>>;
export type PortalAction = keyof typeof PORTAL_ACTIONS;
export const isPortalAction = (name: string): name is PortalAction => Object.hasOwn(PORTAL_ACTIONS, name);

/** What a form on the ticket page did: made news, or met an objection that belongs beside it. */
export type ActionOutcome =
  | { readonly news: News }
  | { readonly intent: string; readonly errors: readonly FieldError[]; readonly refusal: Refusal | null };

/** A posted form of a ticket page, and for whom it is worded. */
interface Posted {
  readonly api: Client;
  readonly number: string;
  readonly typed: Typed;
  readonly files: readonly ChosenFile[];
  readonly lang: Language;
  /** The account that writes, by which its drafts are kept. */
  readonly owner: number;
}
type Answer = { readonly news: News } | { readonly errors: readonly FieldError[] } | Refusal;

/** What a call made, as news; or its refusal. */
const newsOf = async (call: Promise<unknown>, news: News): Promise<Answer> => {
  const answer = await refusalOr(call, isOfPage);
  return answer instanceof Refusal ? answer : { news };
};

/** A form sent twice is written once. */
const keyOf = (typed: Typed): { idempotencyKey: string } => ({ idempotencyKey: typed.text('idempotencyKey') });

async function comment(posted: Posted): Promise<Answer> {
  const { api, number, typed, files, lang, owner } = posted;
  const body = typed.text('body');
  // Files alone say enough, except to a question.
  if (typed.text('wordless') && body.trim() === '' && files.length > 0) return attach(posted);
  const errors = wordIssues(check(contract.commentOnTicket.body, { body }).issues, lang);
  if (errors.length) return { errors };
  const ticket = await refusalOr(api.commentOnTicket({ number, body }, keyOf(typed)), isOfPage);
  if (ticket instanceof Refusal) return ticket;
  return { news: { kind: 'commented', draft: `${owner}:${number}`, failed: await attachAll(api, number, files) } };
}

async function attach({ api, number, files, lang }: Posted): Promise<Answer> {
  if (!files.length) return { errors: wordIssues([{ field: 'file', code: 'required' }], lang) };
  const failed = await attachAll(api, number, files);
  return { news: { kind: failed.length ? 'attachFailed' : 'attached', failed } };
}

function join({ api, number, typed }: Posted): Promise<Answer> {
  const note = typed.text('note').trim();
  return newsOf(api.joinTicket({ number, ...(note && { note }) }), { kind: 'joined' });
}

const detach = ({ api, number, typed }: Posted): Promise<Answer> =>
  newsOf(api.deleteAttachment({ number, id: typed.text('attachment') }), { kind: 'detached' });

/** A paper by e-mail, to the address of whoever asks. */
async function mailPaper({ api, number, typed }: Posted): Promise<Answer> {
  const kind = DOCUMENT_KINDS.find((each) => each === typed.text('paper'));
  if (!kind) throw new Refusal('invalid');
  const sent = await refusalOr(api.mailDocument({ number, kind, to: 'ME' }), isOfPage);
  return sent instanceof Refusal ? sent : { news: { kind: 'paperMailed', address: sent.sentTo } };
}

function act({ api, number, typed }: Posted, action: PortalAction): Promise<Answer> {
  const { needs, takes } = transitionOf(action);
  const given = [...needs, ...takes].map((field): [ActionField, string | number] => [
    field,
    field === 'rating' ? Number(typed.text(field)) : typed.text(field),
  ]);
  const fields = Object.fromEntries(given.filter(([, value]) => value));
  return newsOf(api.actOnTicket({ number, action, ...fields }, keyOf(typed)), { kind: PORTAL_ACTIONS[action] });
}

/** What the forms of a ticket page ask for besides the actions of the lifecycle. */
const INTENTS: Readonly<Record<string, (posted: Posted) => Promise<Answer>>> = {
  comment,
  attach,
  join,
  detach,
  mailPaper,
};

/** Carries out what a posted form asks for. Throws `invalid` for what no form of ours asks. */
export async function actOnTicket(
  api: Client,
  number: string,
  form: FormData,
  { lang, limit, owner }: { readonly lang: Language; readonly limit: string; readonly owner: number },
): Promise<ActionOutcome> {
  const typed = typedOf(form);
  const intent = typed.text('intent');
  const files = filesOf(form);
  const posted = { api, number, typed, files, lang, owner };
  const wrongFiles = fileErrors(files, null, lang, limit);
  if (wrongFiles.length) return { intent, errors: wrongFiles, refusal: null };
  const run = choiceIn(INTENTS, intent) ?? (isPortalAction(intent) ? (of: Posted) => act(of, intent) : null);
  if (!run) throw new Refusal('invalid');
  const answer = await run(posted);
  if (answer instanceof Refusal)
    return { intent, errors: wordIssues(answer.details.issues ?? [], lang), refusal: answer };
  return 'news' in answer ? answer : { intent, errors: answer.errors, refusal: null };
}
