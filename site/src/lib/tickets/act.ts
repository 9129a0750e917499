import type { Client } from 'strapi-plugin-ticketing/client';
import { contract } from 'strapi-plugin-ticketing/contract';
import {
  Refusal,
  transitionOf,
  wordIssue,
  type Action,
  type ActionField,
  type Issue,
  type Language,
} from 'strapi-plugin-ticketing/domain';
import type { News } from '../sessions/news';
import { check } from 'strapi-plugin-ticketing/check';
import type { FieldError } from '../forms/field-error';
import { isOfPage, refusalOr } from '../refusals/problem';
import { typedOf } from '../forms/typed';
import { attachAll, fileErrors, filesOf } from '../files/uploads';

/** Actions people carry out in the portal, and the news each makes. Officers work in the admin panel; `approve` is there for leaders to whom the matrix gives it. */
export const PORTAL_ACTIONS = {
  cancel: 'cancelled',
  requestCancel: 'cancelRequested',
  reopen: 'reopened',
  rate: 'rated',
  explainRating: 'ratingExplained',
  approve: 'approved',
} as const satisfies Partial<Record<Action, News['kind']>>;
export type PortalAction = keyof typeof PORTAL_ACTIONS;
export const isPortalAction = (name: string): name is PortalAction => Object.hasOwn(PORTAL_ACTIONS, name);

/** What a form on the ticket page did: made news, or met an objection that belongs beside it. */
export type Deed =
  | { readonly news: News }
  | { readonly deed: string; readonly errors: readonly FieldError[]; readonly refusal: Refusal | null };

const word = (issues: readonly Issue[], lang: Language): FieldError[] =>
  issues.map((issue) => ({ field: issue.field, message: wordIssue(lang, issue) }));

export async function actOnTicket(
  api: Client,
  number: string,
  form: FormData,
  { lang, limit, owner }: { lang: Language; limit: string; owner: number },
): Promise<Deed> {
  const typed = typedOf(form);
  const deed = typed.text('aksi');
  const files = filesOf(form);
  const object = (refusal: Refusal): Deed => ({ deed, errors: word(refusal.details.issues ?? [], lang), refusal });
  const wrongFiles = fileErrors(files, [], lang, limit);
  if (wrongFiles.length) return { deed, errors: wrongFiles, refusal: null };

  if (deed === 'comment') {
    const body = typed.text('body');
    const errors = word(check(contract.commentOnTicket.body, { body }).issues, lang);
    if (errors.length) return { deed, errors, refusal: null };
    const ticket = await refusalOr(
      api.commentOnTicket({ number, body }, { idempotencyKey: typed.text('kunci') }),
      isOfPage,
    );
    if (ticket instanceof Refusal) return object(ticket);
    return { news: { kind: 'commented', draft: `${owner}:${number}`, failed: await attachAll(api, number, files) } };
  }
  if (deed === 'attach') {
    if (!files.length) return { deed, errors: word([{ field: 'file', code: 'required' }], lang), refusal: null };
    const failed = await attachAll(api, number, files);
    return { news: { kind: failed.length ? 'attachFailed' : 'attached', failed } };
  }
  if (deed === 'join') {
    const note = typed.text('note').trim();
    const ticket = await refusalOr(api.joinTicket({ number, ...(note && { note }) }), isOfPage);
    return ticket instanceof Refusal ? object(ticket) : { news: { kind: 'joined' } };
  }
  if (deed === 'detach') {
    const files = await refusalOr(api.deleteAttachment({ number, id: typed.text('berkas') }), isOfPage);
    return files instanceof Refusal ? object(files) : { news: { kind: 'detached' } };
  }
  if (!isPortalAction(deed)) throw new Refusal('invalid');
  const { needs, takes } = transitionOf(deed);
  const given = [...needs, ...takes].map((field): [ActionField, string | number] => [
    field,
    field === 'rating' ? Number(typed.text(field)) : typed.text(field),
  ]);
  const ticket = await refusalOr(
    api.actOnTicket({ number, action: deed, ...Object.fromEntries(given.filter(([, value]) => value)) }),
    isOfPage,
  );
  return ticket instanceof Refusal ? object(ticket) : { news: { kind: PORTAL_ACTIONS[deed] } };
}
