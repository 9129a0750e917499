import { fill, WIB_ZONE, type Language } from '../../domain';
import { en } from './en';
import { frame, type Sender } from './frame';
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
/** What every letter in this language has around its subject. */
export const lettersIn = (language: Language): Letters => LANGUAGES[language];

/** A letter of its own, that is about no ticket. */
export function write(kind: LetterKind, language: Language, sender: Sender, given: Facts): Letter {
  const letters = LANGUAGES[language];
  const { subject, said, button, after, why = letters.account } = letters.of[kind];
  const facts = { ...given, office: sender.office, system: sender.systemName };
  const headline = fill(subject, facts);
  const parts = {
    language,
    headline,
    greeting: fill(letters.greeting, facts),
    said: said.map((sentence) => ({ kind: 'text' as const, text: fill(sentence, facts) })),
    after: after.map((sentence) => fill(sentence, facts)),
    link: button && given.link ? { label: button, address: given.link } : null,
    why: [fill(why, facts)],
    preferences: null,
    sender,
    letters,
  };
  return { kind, subject: headline, ...frame(parts) };
}

const MOMENTS: Record<Language, Intl.DateTimeFormat> = {
  id: new Intl.DateTimeFormat('id-ID', { timeZone: WIB_ZONE, dateStyle: 'full', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: WIB_ZONE, dateStyle: 'full', timeStyle: 'short' }),
};
/** "Rabu, 25 November 2026 pukul 15.49 WIB"; `at` in epoch ms. */
export const momentIn = (language: Language, at: number): string => `${MOMENTS[language].format(new Date(at))} WIB`;

const DAYS: Record<Language, Intl.DateTimeFormat> = {
  id: new Intl.DateTimeFormat('id-ID', { timeZone: WIB_ZONE, dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: WIB_ZONE, dateStyle: 'long' }),
};
/** "25 November 2026"; `at` in epoch ms. */
export const dayIn = (language: Language, at: number): string => DAYS[language].format(new Date(at));
