import type { NoticeChannel, NoticeKind } from './kinds';
import type { AnyHat, NewsKind } from './news';

/**
 * Words of notices, in a table of their own: scripts of the portal carry the words of the domain, and need none of these.
 */
export interface NoticeWords {
  readonly noticeTitle: Readonly<Record<NoticeKind, string>>;
  readonly noticeSaid: Readonly<Record<NoticeKind, string>>;
  readonly noticeWhy: Readonly<Record<AnyHat, string>>;
  /** News that is no event of a ticket; `{perihal}` is filled in. */
  readonly newsTitle: Readonly<Record<NewsKind, string>>;
  readonly newsSaid: Readonly<Record<NewsKind, string>>;
  /** What a short message says of a confidential ticket: that, and not what. */
  readonly hidden: string;
  /** In the place of its status, by WhatsApp. */
  readonly newsOfTicket: string;
  /** The ways that leave the product, in the middle of a sentence. */
  readonly way: Readonly<Record<Exclude<NoticeChannel, 'inbox'>, string>>;
}
