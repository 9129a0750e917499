import { instrumentOf, type InstrumentId, type SurveyResponse } from './instrument';
import { SCORES } from './questionnaire';

/** How often each score was given, 1 to 4 in that order. */
export type Tally = readonly [number, number, number, number];
/** Per element code. */
export type Tallies = Readonly<Record<string, Tally>>;

/**
 * Mutu pelayanan by IKM, the best first: the first line whose `from` is reached. Source: Permenpan-RB 14/2017, domain
 * rules 4.4.
 */
export const GRADES = [
  { grade: 'A', from: 88.31 },
  { grade: 'B', from: 76.61 },
  { grade: 'C', from: 65 },
  { grade: 'D', from: 25 },
] as const;
export type Grade = (typeof GRADES)[number]['grade'];
/**
 * Takes an IKM (25–100) that has been rounded to two decimals already: between the lines of the table there is nothing.
 */
export const gradeOf = (ikm: number): Grade => GRADES.find(({ from }) => ikm >= from)?.grade ?? 'D';

/** Regulations and reports write the weight as "0,111"; what is calculated with is 1/9. */
export const weightOf = (id: InstrumentId): number => 1 / instrumentOf(id).elements.length;

/**
 * `nrr` 1–4 in full precision; `weighted` is NRR × weight; `index` is the same element as an IKM of its own, 25–100.
 */
export interface ElementScore {
  readonly code: string;
  readonly tally: Tally;
  readonly total: number;
  readonly nrr: number;
  readonly weighted: number;
  readonly index: number;
  readonly grade: Grade;
}
/** `index` 1–4 in full precision; `ikm` 25–100, rounded to two decimals once, at the end. */
export interface SurveyScore {
  readonly n: number;
  readonly elements: readonly ElementScore[];
  readonly index: number;
  readonly ikm: number;
  readonly grade: Grade;
}

/** a ÷ b rounded half up to a whole number, without a fraction on the way. */
const roundedRatio = (a: number, b: number): number => Math.floor((2 * a + b) / (2 * b));
/** The mean of whole scores as an IKM: total ÷ count × 25, in exact hundredths. */
const ikmOf = (total: number, count: number): number => roundedRatio(total * 2500, count) / 100;

export const totalOf = (tally: Tally): number => tally.reduce((sum, count, index) => sum + count * (index + 1), 0);
const countOf = (tally: Tally): number => tally.reduce((sum, count) => sum + count, 0);

/** Counts answers. Their order does not matter. */
export function tallyOf(id: InstrumentId, responses: readonly Pick<SurveyResponse, 'answers'>[]): Tallies {
  const count = (code: string, score: number): number =>
    responses.filter(({ answers }) => answers[code] === score).length;
  return Object.fromEntries(
    instrumentOf(id).elements.map(({ code }) => [code, SCORES.map((score) => count(code, score)) as unknown as Tally]),
  );
}

/**
 * The IKM of a period by its tallies; null while nobody has answered. Throws when an element lacks an answer that
 * others have.
 */
export function scoreOf(id: InstrumentId, tallies: Tallies): SurveyScore | null {
  const { elements } = instrumentOf(id);
  const counted = elements.map(({ code }) => {
    const tally = tallies[code] ?? [0, 0, 0, 0];
    return { code, tally, total: totalOf(tally), n: countOf(tally) };
  });
  const n = counted[0]?.n ?? 0;
  if (counted.some((element) => element.n !== n)) throw new RangeError('every respondent answers every element');
  if (n === 0) return null;
  const total = counted.reduce((sum, element) => sum + element.total, 0);
  const ikm = ikmOf(total, n * elements.length);
  return {
    n,
    ikm,
    grade: gradeOf(ikm),
    index: total / (n * elements.length),
    elements: counted.map((element) => {
      const index = ikmOf(element.total, n);
      return {
        code: element.code,
        tally: element.tally,
        total: element.total,
        nrr: element.total / n,
        weighted: element.total / n / elements.length,
        index,
        grade: gradeOf(index),
      };
    }),
  };
}
