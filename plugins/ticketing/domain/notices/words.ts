import type { Language } from '../language';
import { en } from './en';
import { id } from './id';
import type { Hat, NoticeKind } from './kinds';

/**
 * Words of notices, in a table of their own: scripts of the portal carry the words of the domain, and need none of these.
 */
export interface NoticeWords {
  readonly noticeTitle: Readonly<Record<NoticeKind, string>>;
  readonly noticeSaid: Readonly<Record<NoticeKind, string>>;
  readonly noticeWhy: Readonly<Record<Hat, string>>;
}

/** What people are told in this language; `{petugas}` and the like are filled in. */
export const noticeWords = (language: Language): NoticeWords => ({ id, en })[language];
/** A kind as a list of choices names it: without what is filled in. */
export const nameOfKind = (language: Language, kind: NoticeKind): string =>
  noticeWords(language).noticeTitle[kind].replace(/: \{.*\}/, '');
