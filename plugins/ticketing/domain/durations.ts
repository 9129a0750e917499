import type { Language } from './language';
import { numberText } from './number-text';

/** Working minutes of one working day: 7 hours 30 minutes. Source: domain rules 4.1. */
export const WORKING_DAY_MINUTES = 450;
const WHOLE_DAY = 1440;
const UNITS: Record<Language, { day: string; wholeDay: string; hour: string; minute: string }> = {
  id: { day: 'hari kerja', wholeDay: 'hari', hour: 'jam', minute: 'menit' },
  en: { day: 'working day', wholeDay: 'day', hour: 'hour', minute: 'minute' },
};

const count = (language: Language, value: number, unit: string): string =>
  `${numberText(language, value, 0)} ${unit}${language === 'en' && value !== 1 ? 's' : ''}`;

function spell(language: Language, minutes: number, dayLength: number, day: string): string {
  const units = UNITS[language];
  const whole = Math.max(0, Math.round(minutes));
  const parts = [
    [Math.floor(whole / dayLength), day],
    [Math.floor((whole % dayLength) / 60), units.hour],
    [(whole % dayLength) % 60, units.minute],
  ] as const;
  const said = parts
    .filter(([value]) => value > 0)
    .slice(0, 2)
    .map(([value, unit]) => count(language, value, unit));
  return said.length ? said.join(' ') : count(language, 0, units.minute);
}

/** Working minutes: "1 hari kerja 2 jam". */
export const workingDuration = (language: Language, minutes: number): string =>
  spell(language, minutes, WORKING_DAY_MINUTES, UNITS[language].day);

/** Minutes of a clock that never stops: "1 hari", "24 jam" when it is a day or less. */
export const wholeDuration = (language: Language, minutes: number): string =>
  spell(language, minutes, minutes <= WHOLE_DAY ? Number.POSITIVE_INFINITY : WHOLE_DAY, UNITS[language].wholeDay);

/** Time left as people say it, its greatest unit alone: "1 hari kerja", "3 jam", "20 menit". Never rounded up. */
export function roughDuration(language: Language, minutes: number, isAroundTheClock: boolean): string {
  const units = UNITS[language];
  const [dayLength, day] = isAroundTheClock ? [WHOLE_DAY, units.wholeDay] : [WORKING_DAY_MINUTES, units.day];
  if (minutes >= dayLength) return count(language, Math.floor(minutes / dayLength), day);
  return minutes >= 60
    ? count(language, Math.floor(minutes / 60), units.hour)
    : count(language, Math.floor(minutes), units.minute);
}
