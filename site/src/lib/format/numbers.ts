import type { Language, Service } from 'strapi-plugin-ticketing/domain';
import { LOCALES } from './dates';

/** Working minutes of one working day: 7 hours 30 minutes. Source: domain rules 4.1. */
const WORKING_DAY = 450;
const WHOLE_DAY = 1440;
const UNITS: Record<Language, { day: string; wholeDay: string; hour: string; minute: string }> = {
  id: { day: 'hari kerja', wholeDay: 'hari', hour: 'jam', minute: 'menit' },
  en: { day: 'working day', wholeDay: 'day', hour: 'hour', minute: 'minute' },
};

/** Whether a service's clock never stops; its targets are then plain hours. */
export const runsAlways = ({ sla }: Pick<Service, 'sla'>): boolean => /24/.test(sla.calendar);

export function numbers(lang: Language) {
  const locale = LOCALES[lang];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const fixed = new Map<number, Intl.NumberFormat>();
  const units = UNITS[lang];
  const count = (value: number, unit: string): string =>
    `${plain.format(value)} ${unit}${lang === 'en' && value !== 1 ? 's' : ''}`;
  const spell = (minutes: number, dayLength: number, day: string): string => {
    const whole = Math.max(0, Math.round(minutes));
    const parts = [
      [Math.floor(whole / dayLength), day],
      [Math.floor((whole % dayLength) / 60), units.hour],
      [(whole % dayLength) % 60, units.minute],
    ] as const;
    const said = parts
      .filter(([value]) => value > 0)
      .slice(0, 2)
      .map(([value, unit]) => count(value, unit));
    return said.length ? said.join(' ') : count(0, units.minute);
  };
  return {
    number: (value: number): string => plain.format(value),
    /** With exactly so many digits behind the comma: "91,48", "3,0000". */
    decimal(value: number, digits: number): string {
      const made =
        fixed.get(digits) ??
        new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      fixed.set(digits, made);
      return made.format(value);
    },
    percent: (value: number): string => `${oneDigit.format(value)}%`,
    /** Working minutes: "1 hari kerja 2 jam". */
    duration: (minutes: number): string => spell(minutes, WORKING_DAY, units.day),
    /** Minutes of a clock that never stops: "1 hari", "24 jam" when it is a day or less. */
    wholeDuration: (minutes: number): string =>
      minutes <= WHOLE_DAY
        ? spell(minutes, Number.POSITIVE_INFINITY, units.wholeDay)
        : spell(minutes, WHOLE_DAY, units.wholeDay),
    /** Time left as people say it, its greatest unit alone: "1 hari kerja", "3 jam", "20 menit". Never rounded up. */
    roughly(minutes: number, isAroundTheClock: boolean): string {
      const [dayLength, day] = isAroundTheClock ? [WHOLE_DAY, units.wholeDay] : [WORKING_DAY, units.day];
      if (minutes >= dayLength) return count(Math.floor(minutes / dayLength), day);
      return minutes >= 60 ? count(Math.floor(minutes / 60), units.hour) : count(Math.floor(minutes), units.minute);
    },
    /** "1,2 MB" */
    bytes: (size: number): string =>
      size < 1024
        ? `${size} B`
        : size < 1024 ** 2
          ? `${plain.format(Math.round(size / 1024))} kB`
          : `${oneDigit.format(size / 1024 ** 2)} MB`,
  };
}
