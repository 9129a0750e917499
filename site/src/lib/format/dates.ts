import { DAY_MS, HOUR_MS, LOCALES, MINUTE_MS, wibDay, WIB_ZONE, type Language } from 'strapi-plugin-ticketing/domain';

export { LOCALES };
const JUST_NOW: Record<Language, string> = { id: 'baru saja', en: 'just now' };

/** Dates as Indonesians write them, always in WIB. Arguments are ISO instants in UTC, or days (`YYYY-MM-DD`). */
export function dates(lang: Language) {
  const locale = LOCALES[lang];
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: WIB_ZONE, ...options });
  const full = make({ dateStyle: 'full', timeStyle: 'short' });
  const time = make({ timeStyle: 'short' });
  const longDay = make({ dateStyle: 'long' });
  const shortDay = make({ dateStyle: 'medium' });
  const longMonth = make({ month: 'long', year: 'numeric' });
  const shortMonth = make({ month: 'short', year: '2-digit' });
  const monthName = make({ month: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const noon = (day: string): Date => new Date(`${day}T05:00:00Z`);
  return {
    /** "Senin, 23 November 2026 pukul 09.15 WIB" */
    moment: (iso: string): string => `${full.format(new Date(iso))} WIB`,
    /** "23 Nov 2026" and "09.15 WIB", of an instant */
    shortDayOf: (iso: string): string => shortDay.format(new Date(iso)),
    /** "23 Nov 2026, 09.15 WIB" */
    shortMoment: (iso: string): string => `${shortDay.format(new Date(iso))}, ${time.format(new Date(iso))} WIB`,
    clock: (iso: string): string => `${time.format(new Date(iso))} WIB`,
    /** "23 November 2026" */
    day: (day: string): string => longDay.format(noon(day)),
    /** "23 Nov 2026" */
    shortDay: (day: string): string => shortDay.format(noon(day)),
    /** "November 2026", of a month `YYYY-MM` */
    month: (month: string): string => longMonth.format(noon(`${month}-15`)),
    shortMonth: (month: string): string => shortMonth.format(noon(`${month}-15`)),
    /** "Nov" */
    monthName: (month: string): string => monthName.format(noon(`${month}-15`)),
    /** "3 jam yang lalu", "dalam 2 hari" */
    relative(iso: string, now: number): string {
      const away = Date.parse(iso) - now;
      const size = Math.abs(away);
      if (size < MINUTE_MS) return JUST_NOW[lang];
      if (size < HOUR_MS) return relative.format(Math.round(away / MINUTE_MS), 'minute');
      if (size < DAY_MS) return relative.format(Math.round(away / HOUR_MS), 'hour');
      if (size < 30 * DAY_MS) return relative.format(Math.round(away / DAY_MS), 'day');
      return relative.format(Math.round(away / (30 * DAY_MS)), 'month');
    },
  };
}

/** Today in WIB. */
export const today = (now: number): string => wibDay(now);
