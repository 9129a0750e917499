import { fill, type Language } from 'strapi-plugin-ticketing/domain';
import english from './en.json';
import indonesian from './id.json';

export type Key = keyof typeof indonesian;
export type Translate = (key: Key, facts?: Readonly<Record<string, unknown>>) => string;

// Indonesian defines the keys: one that English lacks, or has in addition, does not compile.
const en: Record<Key, string> = english;
const id: Record<keyof typeof english, string> = indonesian;
const prose: Record<Language, Record<Key, string>> = { id, en };

export const translate =
  (language: Language): Translate =>
  (key, facts) =>
    facts ? fill(prose[language][key], facts) : prose[language][key];
