import { contract, endpointOf } from '../../plugins/ticketing/domain/contract';
import { boundsIssue, check, MOST_DEPTH, MOST_VALUES, type Schema } from '../../plugins/ticketing/domain/check';
import { checkForm } from '../../plugins/ticketing/domain/form';
import { MOST_ISSUES } from '../../plugins/ticketing/domain/refusal';
import { checkResponse } from '../../plugins/ticketing/domain/survey';

const survey = contract.submitSurvey.body;
const strangers = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, 1]));
const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = { inner: value };
  return value;
};

test('a body that fits comes back as the contract makes it', () => {
  expect(check(survey, { answers: { U1: 4 } })).toEqual({
    data: { answers: { U1: 4 }, profile: {}, suggestion: null },
    issues: [],
  });
});

test('each field is told of once, by what is wrong with it', () => {
  expect(check(contract.submitTicket.body, { title: 'abc', shape: 1 }).issues).toEqual(
    expect.arrayContaining([
      { field: 'title', code: 'tooShort', limit: 5 },
      { field: 'description', code: 'required' },
      { field: 'shape', code: 'unknown' },
    ]),
  );
});

describe('a hostile body', () => {
  test('with thousands of unknown keys is told of fifty, in every place that asks', () => {
    expect(check(survey, { answers: {}, ...strangers(20_000) }).issues).toHaveLength(MOST_ISSUES);
    expect(checkForm([], strangers(20_000), 0, () => true).issues).toHaveLength(MOST_ISSUES);
    expect(checkResponse('SKM-2017', { answers: strangers(20_000), profile: {} })).toHaveLength(MOST_ISSUES);
  });
  test('costs no more steps when it has more unknown keys: only those that are told are looked at', () => {
    const stepsFor = (count: number): number => {
      let steps = 0;
      const keys = new Proxy(Object.keys(strangers(count)), {
        get(target, name, receiver) {
          if (typeof name === 'string' && /^\d+$/.test(name)) steps += 1;
          return Reflect.get(target, name, receiver) as unknown;
        },
      });
      const error = { issues: [{ code: 'unrecognized_keys', keys, path: [], message: '', input: {} }] };
      const schema = { safeParse: () => ({ success: false, error }) } as unknown as Schema;
      expect(check(schema, {}).issues).toHaveLength(MOST_ISSUES);
      return steps;
    };
    expect(stepsFor(20_000)).toBe(stepsFor(100));
    expect(stepsFor(20_000)).toBeLessThanOrEqual(MOST_ISSUES + 1);
  });
  test('with more values than any body holds is not looked at: no further than the bound, and one issue', () => {
    let read = 0;
    const counted = new Proxy(
      {},
      {
        ownKeys: () => Object.keys(strangers(MOST_VALUES * 2)),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
        get: () => {
          read += 1;
          return 1;
        },
      },
    );
    expect(boundsIssue(counted)).toEqual({ field: '', code: 'tooMany', limit: MOST_VALUES });
    expect(read).toBeLessThanOrEqual(MOST_VALUES);
    expect(check(survey, strangers(28_000)).issues).toEqual([{ field: '', code: 'tooMany', limit: MOST_VALUES }]);
  });
  test('that nests deeper than any body does is refused without falling down its own stairs', () => {
    expect(check(survey, { answers: nested(1_000_000) }).issues).toEqual([
      { field: 'answers', code: 'tooDeep', limit: MOST_DEPTH },
    ]);
    expect(boundsIssue(nested(MOST_DEPTH))).toBeNull();
    expect(boundsIssue(nested(MOST_DEPTH + 1))?.code).toBe('tooDeep');
  });
});

test('no body of the contract comes near the bounds: the whole matrix of authority fits', () => {
  const { body } = endpointOf('saveAuthority');
  const cell = { role: 'OFFICER', may: 'ticket:assign', alternatives: [['assignedToMe'], ['myTeam', 'whileNew']] };
  const whole = { version: 1, cells: Array.from({ length: 200 }, () => cell) };
  expect(body && check(body, whole).issues).toEqual([]);
});
