import type { Language } from '../language';
import { firstIssues, type Issue } from '../refusal';
import { SCORES, type Instrument, type Score } from './questionnaire';
import { SKM_2017 } from './skm-2017';

export const INSTRUMENTS = { 'SKM-2017': SKM_2017 } as const satisfies Record<string, Instrument>;
export type InstrumentId = keyof typeof INSTRUMENTS;
export const instrumentOf = (id: InstrumentId): Instrument => INSTRUMENTS[id];

export const LONGEST_SUGGESTION = 2000;

/**
 * What one respondent said: a score per element code, an option per profile key, and words. Nothing tells who it was.
 */
export interface SurveyResponse {
  readonly answers: Readonly<Record<string, Score>>;
  readonly profile: Readonly<Record<string, string>>;
  readonly suggestion: string | null;
}

/** The questionnaire in one language. */
export interface Questionnaire {
  readonly instrument: InstrumentId;
  readonly elements: readonly {
    readonly code: string;
    readonly name: string;
    readonly question: string;
    readonly answers: readonly string[];
  }[];
  readonly profile: readonly {
    readonly key: string;
    readonly question: string;
    readonly options: readonly { readonly code: string; readonly label: string }[];
  }[];
}
export function questionnaireIn(language: Language, id: InstrumentId): Questionnaire {
  const { elements, profile } = instrumentOf(id);
  return {
    instrument: id,
    elements: elements.map(({ code, name, question, answers }) => ({
      code,
      name: name[language],
      question: question[language],
      answers: answers[language],
    })),
    profile: profile.map(({ key, question, options }) => ({
      key,
      question: question[language],
      options: options.map(({ code, label }) => ({ code, label: label[language] })),
    })),
  };
}

/** How each input of the questionnaire is called in a sentence about it, by field path. */
export const surveyLabels = ({ elements, profile }: Questionnaire): Record<string, string> =>
  Object.fromEntries([
    ...elements.map(({ code, name }, index) => [`answers.${code}`, `${index + 1}. ${name}`]),
    ...profile.map(({ key, question }) => [`profile.${key}`, question]),
  ]);

/**
 * Everything that keeps this from being an answer to that questionnaire: a question left out, a score or group it does
 * not have.
 */
export function checkResponse(
  id: InstrumentId,
  {
    answers,
    profile,
  }: { readonly answers: Readonly<Record<string, unknown>>; readonly profile: Readonly<Record<string, unknown>> },
): Issue[] {
  const instrument = instrumentOf(id);
  const isScore = (value: unknown) => (SCORES as readonly unknown[]).includes(value);
  const known = (of: readonly string[], given: Readonly<Record<string, unknown>>, where: string): Issue[] =>
    Object.keys(given)
      .filter((name) => !of.includes(name))
      .map((name) => ({ field: `${where}.${name}`, code: 'unknown' }));
  return firstIssues([
    ...instrument.elements.flatMap(({ code }): Issue[] => {
      const given = answers[code];
      if (given === undefined) return [{ field: `answers.${code}`, code: 'required' }];
      return isScore(given) ? [] : [{ field: `answers.${code}`, code: 'notInList', limit: SCORES.join(', ') }];
    }),
    ...instrument.profile.flatMap(({ key, options }): Issue[] => {
      const given = profile[key];
      return given === undefined || options.some(({ code }) => code === given)
        ? []
        : [{ field: `profile.${key}`, code: 'notInList', limit: options.map(({ code }) => code).join(', ') }];
    }),
    ...known(
      instrument.elements.map(({ code }) => code),
      answers,
      'answers',
    ),
    ...known(
      instrument.profile.map(({ key }) => key),
      profile,
      'profile',
    ),
  ]);
}
