import { LANGUAGES, LOCALES, type Language } from './language';

type Digits = 0 | 1 | 2;
const perLanguage = <T>(make: (locale: string) => T): Readonly<Record<Language, T>> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(LOCALES[language])])) as Record<Language, T>;
// To make a format costs more than to write a hundred numbers with it, and one page writes as many.
const formats = ([0, 1, 2] as const).map((maximumFractionDigits) =>
  perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits })),
);
const months = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);

/** "1.234,5" of 1234.5 in Indonesian, "1,234.5" in English; so many digits after the sign at most. */
export const numberText = (language: Language, value: number, digits: Digits): string =>
  formats[digits]?.[language].format(value) ?? String(value);

const MONTH = /^\d{4}-\d{2}$/;
/** `November 2026` of `2026-11`; other text as it is. */
export const monthText = (month: string, language: Language): string =>
  MONTH.test(month) ? months[language].format(new Date(`${month}-01T00:00:00Z`)) : month;
