import { fill, words } from '../i18n';
import type { Language } from '../language';
import type { Status } from '../status';
import type { NoticeKind } from './kinds';
import { noticeWords } from './words';

/**
 * A message on somebody's device. `path` is where in the portal it is read; a newer one with the same `tag` takes its
 * place.
 */
export interface ShortMessage {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly tag: string;
}
interface About {
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly isConfidential: boolean;
}
/** Devices show two or three lines of it. */
const LONGEST_BODY = 160;

/** What a device shows of an event; of a confidential ticket that there is news, and not what. */
export function shortMessage(language: Language, kind: NoticeKind, { number, ...ticket }: About): ShortMessage {
  const { noticeTitle, hidden } = noticeWords(language);
  const place = { path: `${language === 'en' ? '/en' : ''}/tiket/${number}`, tag: number };
  if (ticket.isConfidential) return { title: number, body: hidden, ...place };
  return {
    title: fill(noticeTitle[kind], { status: words(language).status[ticket.status] }),
    body: `${number} · ${ticket.title}`.slice(0, LONGEST_BODY),
    ...place,
  };
}
