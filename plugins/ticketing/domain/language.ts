/** The languages people read here: Indonesian first, English second. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages as `Intl` knows them. */
export const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** The language a request asks for by `Accept-Language`: English when it comes first, else Indonesian. */
export const languageOf = (header: string | null | undefined): Language =>
  /^\s*en\b/i.test(header ?? '') ? 'en' : 'id';
