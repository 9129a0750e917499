import type { Desk } from '../desk/desk';
import { deviceOf, wordDevice, type Language } from '../../domain';
import type { Origin } from './sessions';
import type { Trx } from '../database/transaction';
import { portalAddress, registrationAddress, senderOf } from '../desk/sender';
import { momentIn, write } from '../mail';
import type { LetterKind } from '../mail/wording';
import { post } from '../mail/outbox';
import type { AccountRow } from './rows';

/** Pages of the portal that letters lead to. */
const PAGES: Partial<Record<LetterKind, string>> = {
  reset: '/atur-ulang-sandi',
  invite: '/atur-ulang-sandi',
  confirmEmail: '/konfirmasi-email',
};

interface Occasion {
  readonly now: number;
  readonly language: Language;
  readonly origin?: Origin;
  readonly code?: string;
  readonly until?: number;
  readonly email?: string;
  readonly to?: string;
}

/**
 * Puts the letter of an account into the outbox, inside the transaction of what it tells of, in the language the person
 * chose, else the one that was just spoken.
 */
export async function sendLetter(
  desk: Desk,
  trx: Trx,
  kind: LetterKind,
  account: AccountRow,
  { now, language: spoken, origin, code, until, email, to = account.email }: Occasion,
): Promise<void> {
  const language = account.language ?? spoken;
  const page = PAGES[kind];
  const name = account.full_name ?? account.username;
  const { subject, text, html } = write(kind, language, await senderOf(desk), {
    name,
    username: account.username,
    when: momentIn(language, now),
    site: portalAddress(desk, 'id'),
    device: wordDevice(language, deviceOf(origin?.userAgent ?? null)),
    address: origin?.address?.replace(/^::ffff:/, '') ?? '–',
    ...(until !== undefined && { until: momentIn(language, until) }),
    ...(email && { email }),
    ...(code && page && { link: `${portalAddress(desk, language)}${page}?kode=${code}` }),
  });
  await post(
    desk.strapi,
    trx,
    {
      kind,
      to: { kind: 'portal', id: account.id },
      address: to,
      name,
      language,
      subject,
      text,
      html,
      isTrial: kind === 'tryAddress',
    },
    now,
  );
}

interface Invited {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
}

/** Invites a member of staff to make a password of their own in the panel. */
export async function sendStaffInvitation(
  desk: Desk,
  trx: Trx,
  { id, name, email, language: chosen }: Invited,
  { now, language: spoken, code, until }: Required<Pick<Occasion, 'now' | 'language' | 'code' | 'until'>>,
): Promise<void> {
  const language = chosen ?? spoken;
  const { subject, text, html } = write('invite', language, await senderOf(desk), {
    name,
    username: email,
    when: momentIn(language, now),
    until: momentIn(language, until),
    link: registrationAddress(desk, code),
  });
  await post(
    desk.strapi,
    trx,
    { kind: 'invite', to: { kind: 'staff', id }, address: email, name, language, subject, text, html },
    now,
  );
}
