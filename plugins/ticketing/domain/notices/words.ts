import type { Language } from '../language';
import { en } from './en';
import { id } from './id';
import type { NoticeChannel } from './kinds';
import { isNews, type ToldKind } from './news';
import type { NoticeWords } from './wording';

export type { NoticeWords };

/** What people are told in this language; `{petugas}` and the like are filled in. */
export const noticeWords = (language: Language): NoticeWords => ({ id, en })[language];
/** A kind as a list of choices names it: without what is filled in. */
export function nameOfKind(language: Language, kind: ToldKind): string {
  const { noticeTitle, newsTitle } = noticeWords(language);
  return (isNews(kind) ? newsTitle[kind] : noticeTitle[kind]).replace(/:? \{.*\}/, '');
}
/** The ways that quiet hours hold back, of those by which somebody may be told: "surel, perangkat, atau WhatsApp". */
export const heldBack = (language: Language, channels: readonly NoticeChannel[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(
    channels.flatMap((channel) => (channel === 'inbox' ? [] : [noticeWords(language).way[channel]])),
  );
