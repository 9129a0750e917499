import type { Language } from '../language';

/** Every answer is one of four, the worst first. */
export const SCORES = [1, 2, 3, 4] as const;
export type Score = (typeof SCORES)[number];
type Localized = Readonly<Record<Language, string>>;

/** One question that counts. `answers` holds the words of the scores 1 to 4, in that order. */
export interface SurveyElement {
  readonly code: string;
  readonly name: Localized;
  readonly question: Localized;
  readonly answers: Readonly<Record<Language, readonly [string, string, string, string]>>;
}
/** What a respondent may say of themselves, and may leave out. */
export interface ProfileQuestion {
  readonly key: string;
  readonly question: Localized;
  readonly options: readonly { readonly code: string; readonly label: Localized }[];
}
/**
 * A questionnaire as some regulation words it. Answers carry its id, so that a later one never mixes with an earlier
 * one.
 */
export interface Instrument {
  readonly id: string;
  readonly source: string;
  readonly elements: readonly SurveyElement[];
  readonly profile: readonly ProfileQuestion[];
}
