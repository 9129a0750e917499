import { HOUR_MS } from '../wib';

/** Everything an action may carry, by its public name. */
export const ACTION_FIELDS = [
  'reason',
  'question',
  'party',
  'resolutionSummary',
  'workDone',
  'assignee',
  'team',
  'priority',
  'effortMinutes',
  'effortKind',
  'effortDay',
  'effortBy',
  'effortEntry',
  'rating',
  'ratingComment',
  'category',
  'helper',
  'ticket',
  'relation',
  'duplicateOf',
  'level',
  'recipient',
  'instruction',
  'directive',
  'letterNumber',
  'letterDate',
  'document',
] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

/**
 * Most characters of each text an action may carry, and the range of its numbers; the contract and the screens read
 * them here.
 */
export const ACTION_LIMITS = {
  reason: 2000,
  question: 4000,
  party: 200,
  resolutionSummary: 10_000,
  workDone: 10_000,
  ratingComment: 2000,
  recipient: 200,
  instruction: 4000,
  directive: 4000,
  letterNumber: 100,
} as const satisfies Partial<Record<ActionField, number>>;
/** Least a result has to have to stand in a Berita Acara: so many characters, and so many words of three letters. */
const LEAST_RESULT = { characters: 12, words: 2 } as const;
/** Whether a text says something: "ok" does not. Source: domain rules 4.3. */
export const isStatement = (text: string): boolean =>
  text.trim().length >= LEAST_RESULT.characters && (text.match(/\p{L}{3,}/gu) ?? []).length >= LEAST_RESULT.words;
/** So long a slip of the finger on a rating can be put right, in milliseconds. */
export const RATING_CHANGE_MS = HOUR_MS;
/** Minutes of work on one ticket, told at one time. */
export const MOST_EFFORT_MINUTES = 60_000;
