import type { Language } from 'strapi-plugin-ticketing/domain';
import { dates } from './dates';
import { numbers } from './numbers';

export { today } from './dates';
export { runsAlways } from './numbers';

const make = (lang: Language) => ({ ...dates(lang), ...numbers(lang) });
/** How dates, numbers, durations and sizes read in one language. */
export type Format = ReturnType<typeof make>;

// Intl's formatters are slow to make and safe to share.
const made: Record<Language, Format> = { id: make('id'), en: make('en') };
export const formatFor = (lang: Language): Format => made[lang];
