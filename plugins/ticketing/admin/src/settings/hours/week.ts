import type { Language, OpenHours, SaidHours } from '../../../../domain';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };
/** The first of January 2024 was a Monday. */
export const dayName = (language: Language, weekday: number): string =>
  new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );

/** What a new stretch begins as: the afternoon where there is a morning, else a morning. */
export const nextSlot = (weekday: number, there: number): OpenHours =>
  there === 0 ? { weekday, opens: '07:30', closes: '12:00' } : { weekday, opens: '13:00', closes: '16:00' };

const MONDAY = 1;
const WORKDAYS = [2, 3, 4, 5];
/** The hours of Monday on every workday; weekends stay as they are. */
export function spread(slots: readonly OpenHours[]): OpenHours[] {
  const monday = slots.filter(({ weekday }) => weekday === MONDAY);
  return [
    ...slots.filter(({ weekday }) => !WORKDAYS.includes(weekday)),
    ...WORKDAYS.flatMap((weekday) => monday.map((slot) => ({ ...slot, weekday }))),
  ];
}

/** A calendar as the contract takes it. */
export const bodyOfHours = ({ name, alwaysOpen, slots, periods }: SaidHours) => ({
  name,
  alwaysOpen,
  slots: [...slots],
  periods: periods.map((period) => ({ ...period, slots: [...period.slots] })),
});
