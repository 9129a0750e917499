import { dayNumber, HOUR_MS, MINUTE_MS, WIB_ZONE, type Language } from '../../domain';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };
const JUST_NOW: Readonly<Record<Language, string>> = { id: 'baru saja', en: 'just now' };
/** What is nearer than this is told by the clock also across midnight: "dalam 40 menit", not "besok". */
const BY_THE_CLOCK_MS = 3 * HOUR_MS;
/** Largest unit first; a distance is told in the first that fits. */
const UNITS = [
  ['day', 1440 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
] as const;

/** Times as people of Bukittinggi read them, whatever the computer's own zone. Takes ISO 8601, writes WIB. */
export interface TimeTeller {
  /** "Senin, 23 November 2026 pukul 09.15 WIB" */
  readonly exact: (iso: string) => string;
  /** "Senin, 23 November 2026", of a day or an instant */
  readonly day: (iso: string) => string;
  /** "23 November", of a day not far away. */
  readonly date: (iso: string) => string;
  /** "Sen, 23 Nov 09.15" */
  readonly brief: (iso: string) => string;
  /** "3 jam yang lalu", "besok", "dalam 2 hari": days as the calendar in WIB counts them, not by 24 hours. */
  readonly relative: (iso: string, now: number) => string;
  /** "3 jam", of two instants in either order. */
  readonly distance: (iso: string, now: number) => string;
  /** "1 jam 20 menit", of working minutes. */
  readonly span: (minutes: number) => string;
  /** "1,4 MB", of bytes. */
  readonly size: (bytes: number) => string;
}

function tellerIn(language: Language): TimeTeller {
  const locale = LOCALES[language];
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: WIB_ZONE });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: WIB_ZONE });
  const month = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: WIB_ZONE });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: WIB_ZONE });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: WIB_ZONE });
  const towards = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const counted = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const split = (milliseconds: number) => {
    const [unit, length] = UNITS.find(([, size]) => Math.abs(milliseconds) >= size) ?? UNITS[2];
    return { unit, value: Math.trunc(milliseconds / length) };
  };
  return {
    exact: (iso) => `${full.format(new Date(iso))} WIB`,
    day: (iso) => date.format(new Date(iso)),
    date: (iso) => month.format(new Date(iso)),
    brief: (iso) => `${day.format(new Date(iso))} ${hour.format(new Date(iso))}`,
    relative: (iso, now) => {
      const at = Date.parse(iso);
      const days = dayNumber(at) - dayNumber(now);
      if (days !== 0 && Math.abs(at - now) >= BY_THE_CLOCK_MS) return towards.format(days, 'day');
      const { unit, value } = split(at - now);
      return value === 0 ? JUST_NOW[language] : towards.format(value, unit);
    },
    distance: (iso, now) => {
      const { unit, value } = split(Math.abs(Date.parse(iso) - now));
      return counted(value, unit);
    },
    span: (minutes) => {
      const parts = [
        ['hour', Math.trunc(minutes / 60)],
        ['minute', minutes % 60],
      ] as const;
      return (
        parts
          .filter(([, value]) => value > 0)
          .map(([unit, value]) => counted(value, unit))
          .join(' ') || counted(0, 'minute')
      );
    },
    size: (bytes) => {
      const [unit, value] =
        bytes >= 10 * 1_073_741_824
          ? (['gigabyte', bytes / 1_073_741_824] as const)
          : bytes >= 1_048_576
            ? (['megabyte', bytes / 1_048_576] as const)
            : (['kilobyte', Math.max(1, bytes / 1024)] as const);
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
      }).format(value);
    },
  };
}

const TELLERS: Readonly<Record<Language, TimeTeller>> = { id: tellerIn('id'), en: tellerIn('en') };
export const timeTeller = (language: Language): TimeTeller => TELLERS[language];
