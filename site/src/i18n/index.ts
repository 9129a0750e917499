import { fill, type Language } from 'strapi-plugin-ticketing/domain';
import english from './en.json';
import indonesian from './id.json';

export type Key = keyof typeof indonesian;
export type Translate = (key: Key, facts?: Readonly<Record<string, unknown>>) => string;

// Indonesian defines the keys: one that English lacks, or has in addition, does not compile.
const en: Record<Key, string> = english;
const id: Record<keyof typeof english, string> = indonesian;
const prose: Record<Language, Record<Key, string>> = { id, en };

/** What prose may name of the office; filled in before anything else, so that no city stands in our sentences. */
export const OFFICE_FACTS = ['office', 'officeShort', 'city', 'government', 'unitTerm'] as const;
export type OfficeFacts = Readonly<Record<(typeof OFFICE_FACTS)[number], string>>;
const OFFICE = new RegExp(`\\{(${OFFICE_FACTS.join('|')})\\}`, 'g');

export const translate =
  (language: Language, office: () => OfficeFacts): Translate =>
  (key, facts) => {
    const text = prose[language][key].replace(OFFICE, (_, name: keyof OfficeFacts) => office()[name]);
    return facts ? fill(text, facts) : text;
  };
