import { NOTICE_CHANNELS, type Hat, type NoticeChannel, type NoticeKind } from './kinds';

/** What people are told that is no event of a ticket. */
export const NEWS_KINDS = ['disturbance', 'maintenance', 'disturbanceOver', 'survey', 'morning', 'week'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];
/** Everything people may choose to be told or not. */
export type ToldKind = NoticeKind | NewsKind;

/** Who somebody is to such news. Of several the first that is told decides, and is the reason given. */
export const NEWS_HATS = ['affected', 'served', 'officer', 'leadership', 'account'] as const;
export type NewsHat = (typeof NEWS_HATS)[number];

const BOTH = ['inbox', 'mail'] as const;
const INBOX = ['inbox'] as const;
const MAIL = ['mail'] as const;
const DISTURBED = { affected: BOTH, officer: INBOX, account: INBOX } as const;

/**
 * Who hears which news, and how unless they choose otherwise. Letters go to whoever is touched by it; everybody else
 * finds it in the product. A digest is a letter or nothing.
 */
export const WHO_HEARS: Readonly<Record<NewsKind, Readonly<Partial<Record<NewsHat, readonly NoticeChannel[]>>>>> = {
  disturbance: DISTURBED,
  maintenance: DISTURBED,
  disturbanceOver: DISTURBED,
  survey: { served: BOTH, account: INBOX },
  morning: { officer: MAIL },
  week: { leadership: MAIL },
};

/** Sums of what happened or waits, at fixed times: whoever has enough of them leaves with one click. */
export const DIGESTS = ['morning', 'week'] as const satisfies readonly NewsKind[];
export type Digest = (typeof DIGESTS)[number];

export const isNews = (kind: ToldKind): kind is NewsKind => (NEWS_KINDS as readonly string[]).includes(kind);
/** The ways by which people may be told of a kind at all: a short message is about a ticket. */
export const channelsOf = (kind: ToldKind): readonly NoticeChannel[] =>
  (DIGESTS as readonly string[]).includes(kind) ? MAIL : isNews(kind) ? BOTH : NOTICE_CHANNELS;

/** The news somebody with these hats may ever hear: what their preferences list besides tickets. */
export const newsFor = (hats: readonly NewsHat[]): NewsKind[] =>
  NEWS_KINDS.filter((kind) => hats.some((hat) => WHO_HEARS[kind][hat] !== undefined));

/** What each kind of account may be to news. */
export const NEWS_HATS_OF: Readonly<Record<'REQUESTER' | 'LEADER' | 'STAFF', readonly NewsHat[]>> = {
  REQUESTER: ['affected', 'served', 'account'],
  LEADER: ['leadership'],
  STAFF: ['officer'],
};

export type AnyHat = Hat | NewsHat;
