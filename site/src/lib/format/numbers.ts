import {
  roughDuration,
  wholeDuration,
  workingDuration,
  type Language,
  type Service,
} from 'strapi-plugin-ticketing/domain';
import { LOCALES } from './dates';

/** Whether a service's clock never stops; its targets are then plain hours. */
export const runsAlways = ({ sla }: Pick<Service, 'sla'>): boolean => /24/.test(sla.calendar);

export function numbers(lang: Language) {
  const locale = LOCALES[lang];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const fixed = new Map<number, Intl.NumberFormat>();
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
    duration: (minutes: number): string => workingDuration(lang, minutes),
    /** Minutes of a clock that never stops: "1 hari", "24 jam" when it is a day or less. */
    wholeDuration: (minutes: number): string => wholeDuration(lang, minutes),
    /** Time left as people say it, its greatest unit alone: "1 hari kerja", "3 jam", "20 menit". Never rounded up. */
    roughly: (minutes: number, isAroundTheClock: boolean): string => roughDuration(lang, minutes, isAroundTheClock),
    /** "1,2 MB" */
    bytes: (size: number): string =>
      size < 1024
        ? `${size} B`
        : size < 1024 ** 2
          ? `${plain.format(Math.round(size / 1024))} kB`
          : `${oneDigit.format(size / 1024 ** 2)} MB`,
  };
}
