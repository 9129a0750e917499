import { fill, WIB_ZONE, type Language } from '../../domain';
import { en } from './en';
import { frame } from './frame';
import { id } from './id';
import type { LetterKind, Letters } from './wording';

/** A letter ready to be sent, as text and as HTML. */
export interface Letter {
  readonly kind: LetterKind;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
export interface Facts {
  readonly name: string;
  readonly link?: string;
  readonly [fact: string]: string | undefined;
}

const LANGUAGES: Record<Language, Letters> = { id, en };

export function write(kind: LetterKind, language: Language, facts: Facts): Letter {
  const letters = LANGUAGES[language];
  const { subject, said, button, after } = letters.of[kind];
  const told = (sentences: readonly string[]) => sentences.map((sentence) => fill(sentence, facts));
  const parts = {
    language,
    subject: fill(subject, facts),
    greeting: fill(letters.greeting, facts),
    said: told(said),
    after: told(after),
    link: button && facts.link ? { label: button, address: facts.link } : null,
    letters,
  };
  return { kind, subject: parts.subject, ...frame(parts) };
}

const MOMENTS: Record<Language, Intl.DateTimeFormat> = {
  id: new Intl.DateTimeFormat('id-ID', { timeZone: WIB_ZONE, dateStyle: 'full', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: WIB_ZONE, dateStyle: 'full', timeStyle: 'short' }),
};
/** "Rabu, 25 November 2026 pukul 15.49 WIB"; `at` in epoch ms. */
export const momentIn = (language: Language, at: number): string => `${MOMENTS[language].format(new Date(at))} WIB`;
