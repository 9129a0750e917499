import type { Hat, NoticeKind } from './kinds';

/**
 * Words of notices, in a table of their own: scripts of the portal carry the words of the domain, and need none of these.
 */
export interface NoticeWords {
  readonly noticeTitle: Readonly<Record<NoticeKind, string>>;
  readonly noticeSaid: Readonly<Record<NoticeKind, string>>;
  readonly noticeWhy: Readonly<Record<Hat, string>>;
}
