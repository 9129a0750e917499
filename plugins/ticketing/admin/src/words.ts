import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { languageOf, words, type Language, type Words } from '../../domain';
import en from './translations/en.json';
import id from './translations/id.json';

export type Key = keyof typeof id;
type Facts = Readonly<Record<string, string | number>>;

/** Indonesian defines the keys; English that lacks one, or has one too many, does not compile. */
const complete = <T extends Record<Key, string>>(table: Record<Exclude<keyof T, Key>, never> & T): T => table;
const TABLES: Record<Language, Record<Key, string>> = { id, en: complete(en) };

const PREFIX = 'ticketing.';
/** A sentence of ours as the panel names it: for menus and widgets, which Strapi words itself. */
export const message = (key: Key): { id: string; defaultMessage: string } => ({
  id: PREFIX + key,
  defaultMessage: id[key],
});
/** Our sentences under the names the panel looks them up by. Languages we do not speak read Indonesian. */
export const sentences = (locale: string): Record<string, string> =>
  Object.fromEntries(Object.entries(TABLES[languageOf(locale)]).map(([key, sentence]) => [PREFIX + key, sentence]));

/** A sentence of this workspace where the panel's own words do not reach. */
export const say = (language: Language, key: Key, facts: Facts = {}): string =>
  TABLES[language][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(facts[name] ?? hole));

export interface Speech {
  readonly language: Language;
  /** Words of the domain: status, priority, action, field. */
  readonly w: Words;
  /** A sentence of this workspace, with its facts filled in. */
  readonly t: (key: Key, facts?: Facts) => string;
}

/** The officer's language: whatever the panel speaks, English or else Indonesian. */
export function useWords(): Speech {
  const { formatMessage, locale } = useIntl();
  return useMemo(() => {
    const language = languageOf(locale);
    return { language, w: words(language), t: (key, facts) => formatMessage(message(key), facts) };
  }, [formatMessage, locale]);
}
