import { dayNumber, dayStart, MINUTE_MS } from '../wib';
import { NOTICE_CHANNELS, NOTICE_KINDS, type NoticeChannel } from './kinds';
import { channelsOf, isNews, type ToldKind } from './news';

/** A stretch of the day without letters, on the clock of Bukittinggi: minutes since midnight, over midnight too. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}
/** What a person changed of what they are told; a kind that is not here stands as it came. */
export interface NoticePreferences {
  readonly channels: Readonly<Partial<Record<ToldKind, Readonly<Partial<Record<NoticeChannel, boolean>>>>>>;
  readonly quiet: QuietHours | null;
}
export const DEFAULT_PREFERENCES: NoticePreferences = { channels: {}, quiet: null };
export const DAY_MINUTES = 1440;

const isKind = (name: string): name is ToldKind =>
  (NOTICE_KINDS as readonly string[]).includes(name) || isNews(name as ToldKind);
/** What was kept of a person, as this release understands it. */
export function preferencesFrom(kept: unknown): NoticePreferences {
  const given = (kept ?? {}) as Partial<NoticePreferences>;
  const channels = Object.fromEntries(Object.entries(given.channels ?? {}).filter(([name]) => isKind(name)));
  return { channels, quiet: given.quiet ?? null };
}

/** The ways by which a person is told of a kind, of those that stand by default. */
export const channelsFor = (
  kind: ToldKind,
  standard: readonly NoticeChannel[],
  { channels }: Pick<NoticePreferences, 'channels'>,
): NoticeChannel[] =>
  NOTICE_CHANNELS.filter(
    (channel) => channelsOf(kind).includes(channel) && (channels[kind]?.[channel] ?? standard.includes(channel)),
  );

/** Minutes since midnight as a time field writes them, and back; empty and null for none. */
export const clockOf = (minutes: number | null): string =>
  minutes === null
    ? ''
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** The end of the quiet hours an instant (epoch ms) lies in, or the instant itself. */
export function afterQuiet(at: number, quiet: QuietHours | null): number {
  if (!quiet || quiet.from === quiet.to) return at;
  const today = dayStart(dayNumber(at));
  const minute = (at - today) / MINUTE_MS;
  const isOver =
    quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
  if (!isOver) return at;
  const end = today + quiet.to * MINUTE_MS;
  return end > at ? end : end + DAY_MINUTES * MINUTE_MS;
}
