import fc from 'fast-check';
import {
  checkResponse,
  gradeOf,
  INSTRUMENTS,
  instrumentOf,
  mayShowWords,
  questionnaireIn,
  sampleSize,
  scoreOf,
  spanIssue,
  stateOn,
  surveyLabels,
  tallyOf,
  weightOf,
  withheld,
  type Score,
  type Tallies,
  type Tally,
} from 'strapi-plugin-ticketing/domain';

const SKM = 'SKM-2017';
const CODES = instrumentOf(SKM).elements.map(({ code }) => code);
const answersOf = (scores: readonly number[]) => ({
  answers: Object.fromEntries(CODES.map((code, index) => [code, scores[index] as Score])),
});
/** n answers to one element that add up to a total: as even as can be, as the index does not care. */
function tallyWith(n: number, total: number): Tally {
  const low = Math.floor(total / n);
  const high = total - low * n;
  return [1, 2, 3, 4].map((score) => (score === low ? n - high : score === low + 1 ? high : 0)) as unknown as Tally;
}
const talliesWith = (n: number, totals: readonly number[]): Tallies =>
  Object.fromEntries(CODES.map((code, index) => [code, tallyWith(n, totals[index] as number)]));
const GOLDEN = [105, 101, 100, 116, 102, 105, 106, 105, 115];

test('the golden case of 29 respondents: ΣNRR 32,9310 → IKM 91,48 → A, by 1/9 and not by 0,111 or 0,11', () => {
  const score = scoreOf(SKM, talliesWith(29, GOLDEN));
  expect(score).toMatchObject({ n: 29, ikm: 91.48, grade: 'A' });
  expect(score?.elements.map(({ total }) => total)).toEqual(GOLDEN);
  expect(score?.elements.reduce((sum, { nrr }) => sum + nrr, 0)).toBeCloseTo(32.931, 4);
  expect(score?.elements.reduce((sum, { weighted }) => sum + weighted, 0)).toBeCloseTo(score?.index ?? 0, 12);
  expect([91.38, 90.56]).not.toContain(score?.ikm);
  expect(weightOf(SKM)).toBe(1 / 9);
});

test('the best possible answers reach exactly 100, the worst exactly 25', () => {
  for (const n of [1, 3, 7, 29, 1000]) {
    expect(
      scoreOf(
        SKM,
        talliesWith(
          n,
          CODES.map(() => 4 * n),
        ),
      ),
    ).toMatchObject({ ikm: 100, index: 4, grade: 'A' });
    expect(
      scoreOf(
        SKM,
        talliesWith(
          n,
          CODES.map(() => n),
        ),
      ),
    ).toMatchObject({ ikm: 25, index: 1, grade: 'D' });
  }
});

test.each([
  [100, 'A'],
  [88.31, 'A'],
  [88.3, 'B'],
  [76.61, 'B'],
  [76.6, 'C'],
  [65, 'C'],
  [64.99, 'D'],
  [25, 'D'],
] as const)('an IKM of %d is %s', (ikm, grade) => expect(gradeOf(ikm)).toBe(grade));

test('the grade is taken after rounding: 88,3056 is 88,31 and therefore A', () => {
  // 3179 points from 100 respondents: 3179 × 25 ÷ 900 = 88,30555…
  const score = scoreOf(SKM, talliesWith(100, [...CODES.slice(1).map(() => 353), 355]));
  expect(score?.elements.reduce((sum, { total }) => sum + total, 0)).toBe(3179);
  expect((score?.index ?? 0) * 25).toBeLessThan(88.31);
  expect(score).toMatchObject({ ikm: 88.31, grade: 'A' });
});

const anyResponses = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }), {
  minLength: 1,
  maxLength: 60,
});

test('whatever is answered: between 25 and 100, the same in any order, and the mean of all answers × 25', () => {
  fc.assert(
    fc.property(anyResponses, fc.infiniteStream(fc.nat()), (responses, shuffle) => {
      const given = responses.map(answersOf);
      const score = scoreOf(SKM, tallyOf(SKM, given));
      const shuffled = given
        .map((each) => ({ each, at: shuffle.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(scoreOf(SKM, tallyOf(SKM, shuffled))).toEqual(score);
      expect(score?.ikm).toBeGreaterThanOrEqual(25);
      expect(score?.ikm).toBeLessThanOrEqual(100);
      const mean = responses.flat().reduce((sum, each) => sum + each, 0) / (responses.length * 9);
      expect(Math.abs((score?.ikm ?? 0) - mean * 25)).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(Math.round((score?.ikm ?? 0) * 100) / 100).toBe(score?.ikm);
      for (const { nrr, tally } of score?.elements ?? [])
        expect([nrr >= 1 && nrr <= 4, tally.reduce((sum, count) => sum + count, 0)]).toEqual([true, responses.length]);
    }),
  );
});

test('nobody has answered: there is no index rather than a zero; an element that lacks answers is a mistake', () => {
  expect(scoreOf(SKM, {})).toBeNull();
  expect(() =>
    scoreOf(SKM, {
      ...talliesWith(
        3,
        CODES.map(() => 9),
      ),
      U9: [0, 0, 2, 0],
    }),
  ).toThrow(RangeError);
});

test('how many must answer follows the table of Krejcie and Morgan', () => {
  expect([10, 15, 20, 50, 100, 120, 500, 1000, 10_000, 75_000, 1_000_000].map(sampleSize)).toEqual([
    10, 14, 19, 44, 80, 92, 217, 278, 370, 382, 384,
  ]);
});

test('every instrument asks nine elements in both languages, with four answers each, and free of charge is the best', () => {
  for (const [id, { elements, profile }] of Object.entries(INSTRUMENTS)) {
    expect(instrumentOf(id as typeof SKM).id).toBe(id);
    expect(elements.map(({ code }) => code)).toEqual(['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9']);
    for (const language of ['id', 'en'] as const) {
      const questionnaire = questionnaireIn(language, id as typeof SKM);
      for (const { name, question, answers } of questionnaire.elements)
        expect([name, question, ...answers].filter(Boolean)).toHaveLength(6);
      for (const { question, options } of questionnaire.profile)
        expect([question, ...options.map(({ label }) => label)].every(Boolean)).toBe(true);
    }
    expect(new Set(profile.map(({ key }) => key)).size).toBe(profile.length);
  }
  expect(questionnaireIn('id', SKM).elements[3]?.answers).toEqual(['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis']);
});

test('an answer needs all nine scores; the profile may be left out; what the questionnaire does not ask is named', () => {
  const all = answersOf([4, 3, 3, 4, 3, 3, 4, 3, 2]).answers;
  expect(checkResponse(SKM, { answers: all, profile: {} })).toEqual([]);
  expect(
    checkResponse(SKM, { answers: all, profile: { gender: 'FEMALE', education: 'BACHELOR', position: 'STAFF' } }),
  ).toEqual([]);
  const { U3: _, ...eight } = all;
  expect(checkResponse(SKM, { answers: eight, profile: {} })).toEqual([{ field: 'answers.U3', code: 'required' }]);
  expect(
    checkResponse(SKM, { answers: { ...all, U3: 5, U10: 1 }, profile: { gender: 'X', nip: '1' } }).map(
      ({ field, code }) => `${field} ${code}`,
    ),
  ).toEqual(['answers.U3 notInList', 'profile.gender notInList', 'answers.U10 unknown', 'profile.nip unknown']);
  expect(surveyLabels(questionnaireIn('id', SKM))).toMatchObject({
    'answers.U1': '1. Persyaratan',
    'profile.gender': 'Jenis kelamin',
  });
});

test('a period is open from its first day to its last, both included, unless it was switched off', () => {
  const period = { startsOn: '2026-10-01', endsOn: '2026-12-31', isActive: true };
  expect(['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map((day) => stateOn(day, period))).toEqual([
    'UPCOMING',
    'OPEN',
    'OPEN',
    'CLOSED',
  ]);
  expect(stateOn('2026-11-01', { ...period, isActive: false })).toBe('CLOSED');
  expect(spanIssue({ startsOn: '2026-10-02', endsOn: '2026-10-01' })).toBe('endsBeforeItStarts');
  expect(spanIssue({ startsOn: '2026-10-01', endsOn: '2026-10-01' })).toBeNull();
  expect(spanIssue({ startsOn: '2026-01-01', endsOn: '2027-01-01' })).toBeNull();
  expect(spanIssue({ startsOn: '2026-01-01', endsOn: '2027-01-02' })).toBe('tooLong');
});

const groupsOf = (...counts: number[]) => counts.map((count, index) => ({ code: String(index), count }));
const shown = (...counts: number[]) => withheld(groupsOf(...counts)).map(({ count }) => count);

test('groups of fewer than five are withheld, and never one alone, which the others would give away', () => {
  expect(shown(10, 5, 6)).toEqual([10, 5, 6]);
  expect(shown(10, 4, 3, 6)).toEqual([10, null, null, 6]);
  expect(shown(10, 7, 4)).toEqual([10, null, null]);
  expect(shown(0, 20)).toEqual([null, null]);
  expect(shown(3)).toEqual([null]);
  expect([4, 5].map(mayShowWords)).toEqual([false, true]);
});

test('whatever the groups, nobody can work out a withheld one from the others and the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 6 }), (counts) => {
      const result = withheld(groupsOf(...counts));
      expect(result.filter(({ count }) => count === null)).not.toHaveLength(1);
      for (const [index, { count }] of result.entries())
        expect(count === null || (count === counts[index] && count >= 5)).toBe(true);
    }),
  );
});
