import { parseDay, type Day } from '../wib';

/** A time in which one questionnaire is answered. Both days are in WIB and included. */
export interface SurveySpan {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly isActive: boolean;
}

export const SURVEY_STATES = ['UPCOMING', 'OPEN', 'CLOSED'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** Where a period stands on a day in WIB. One that was switched off is closed, whatever its days say. */
export function stateOn(day: Day, { startsOn, endsOn, isActive }: SurveySpan): SurveyState {
  if (!isActive || day > endsOn) return 'CLOSED';
  return day < startsOn ? 'UPCOMING' : 'OPEN';
}

/** A survey that runs for more than a year is a typing error: the regulation asks for one at least once a year. */
export const LONGEST_SURVEY_DAYS = 366;
export type SpanIssue = 'endsBeforeItStarts' | 'tooLong';
export function spanIssue({ startsOn, endsOn }: Pick<SurveySpan, 'startsOn' | 'endsOn'>): SpanIssue | null {
  if (endsOn < startsOn) return 'endsBeforeItStarts';
  return parseDay(endsOn) - parseDay(startsOn) >= LONGEST_SURVEY_DAYS ? 'tooLong' : null;
}

/** How many must answer for a population of that size (95 % confidence, 5 % error). Source: Krejcie & Morgan 1970. */
export function sampleSize(population: number): number {
  const chi2 = 3.841;
  const spread = 0.25;
  return Math.round((chi2 * population * spread) / (0.05 ** 2 * (population - 1) + chi2 * spread));
}
