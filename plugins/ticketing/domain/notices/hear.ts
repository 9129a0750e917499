import type { Language } from '../language';
import type { NoticeChannel } from './kinds';
import { NEWS_HATS, WHO_HEARS, type NewsHat, type NewsKind } from './news';
import { channelsFor, type NoticePreferences } from './preferences';

/** Somebody who may hear news. */
export interface NewsListener {
  readonly kind: 'portal' | 'staff';
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly hats: readonly NewsHat[];
  readonly preferences: NoticePreferences;
}
/** One person hears one piece of news: by which ways, and why. */
export interface NewsTelling {
  readonly to: NewsListener;
  readonly why: NewsHat;
  readonly channels: readonly NoticeChannel[];
}

/** Who hears it; a person with several hats hears once, by the first that is told. */
export const newsTellingsOf = (kind: NewsKind, listeners: readonly NewsListener[]): NewsTelling[] =>
  listeners.flatMap((to): NewsTelling[] => {
    const why = NEWS_HATS.find((hat) => to.hats.includes(hat) && WHO_HEARS[kind][hat] !== undefined);
    const channels = why ? channelsFor(kind, WHO_HEARS[kind][why] ?? [], to.preferences) : [];
    return why && channels.length ? [{ to, why, channels }] : [];
  });
