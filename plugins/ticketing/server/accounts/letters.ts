import type { Desk } from '../desk/desk';
import { deviceOf, wordDevice, type Language } from '../../domain';
import type { Origin } from './sessions';
import { momentIn, write } from '../mail';
import type { LetterKind } from '../mail/wording';
import { post } from '../mail/post';
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
 * Sends an account its letter, in the language the person chose, else the one that was just spoken. Call it after the
 * commit.
 */
export function sendLetter(
  { strapi }: Desk,
  kind: LetterKind,
  account: AccountRow,
  { now, language: spoken, origin, code, until, email, to = account.email }: Occasion,
): void {
  const language = account.language ?? spoken;
  const site = strapi.plugin('ticketing').config<string>('siteUrl').replace(/\/+$/, '');
  const page = PAGES[kind];
  const letter = write(kind, language, {
    name: account.full_name ?? account.username,
    username: account.username,
    when: momentIn(language, now),
    site,
    device: wordDevice(language, deviceOf(origin?.userAgent ?? null)),
    address: origin?.address?.replace(/^::ffff:/, '') ?? '–',
    ...(until !== undefined && { until: momentIn(language, until) }),
    ...(email && { email }),
    ...(code && page && { link: `${site}${language === 'en' ? '/en' : ''}${page}?kode=${code}` }),
  });
  post(strapi, { to, letter, subject: { subjectType: 'portal-account', subjectId: String(account.id) } });
}
