import { type Action, ACTIONS, transitionOf } from 'strapi-plugin-ticketing/domain';
import { carry, file, letPass, staffId, type Step } from '../../support/desk';
import { openWorld, type Person, type World } from '../../support/world';
import { expected, type Letter, type Situation } from './table';

export let world: World;
export let people: Record<Letter, Person>;
beforeAll(async () => {
  world = await openWorld();
  const [R, K, S, L, A, M, H, O, P, C, D] = await Promise.all([
    world.clerk(),
    world.colleague(),
    world.stranger(),
    world.leader(),
    world.staff('Citra Melani'),
    world.staff('Galih Ramadhan'),
    world.staff('Tari Puspita'),
    world.staff('Fitri Handayani'),
    world.staff('Nisa Azzahra'),
    world.staff('Laila Safitri'),
    world.staff('Administrator Demo'),
  ]);
  people = { R, K, S, L, A, M, H, O, P, C, D };
});
afterAll(() => world.close());

/** How a ticket comes into each situation, by what people do. */
export async function prepare(situation: Situation, service = 'NET-01'): Promise<string> {
  const { R, A, C } = people;
  const { number } = await file(R, { APPROVAL: 'NET-07', EVENT: 'VCN-01' }[situation as string] ?? service);
  const taken: Step[] = [
    [C, 'assign', { assignee: await staffId(world, A.name) }],
    [A, 'addHelper', { helper: await staffId(world, people.H.name) }],
  ];
  const reason = 'Sebagaimana dibicarakan';
  const asked: Step[] = [...taken, [A, 'askRequester', { question: 'Sejak kapan?' }]];
  const resolved: Step[] = [...taken, [A, 'resolve', { resolutionSummary: 'Sudah normal.' }]];
  const steps: Record<Situation, readonly Step[]> = {
    NEW: [],
    APPROVAL: [],
    RETURNED: [[C, 'returnForCompletion', { question: 'Di gedung mana?' }]],
    WORK: taken,
    EVENT: taken,
    CANCEL_ASKED: [...taken, [R, 'requestCancel', { reason }]],
    WAITING: asked,
    UNANSWERED: asked,
    THIRD_PARTY: [...taken, [A, 'waitThirdParty', { party: 'Penyedia internet', reason }]],
    RESOLVED: resolved,
    RATED: [...resolved, [R, 'rate', { rating: 3 }]],
    LOCKED: resolved,
    REJECTED: [...taken, [C, 'reject', { reason }]],
    CANCELLED: [...taken, [R, 'requestCancel', { reason }], [C, 'cancel', { reason }]],
  };
  if (steps[situation].length) await carry(number, ...steps[situation]);
  if (situation === 'LOCKED') await letPass(world, number, 'locks_at');
  if (situation === 'UNANSWERED') await letPass(world, number, 'unanswered_at');
  return number;
}

/**
 * A field that the action does not take: authority and status are asked first, so that an allowed one is refused for
 * this alone and nothing moves.
 */
const strange = (action: Action): object =>
  (['rating', 'effortMinutes'] as const)
    .map((field) => ({ [field]: 1 }))
    .find(
      (given) =>
        !Object.keys(given).some((field) =>
          [...transitionOf(action).needs, ...transitionOf(action).takes].includes(field as 'rating'),
        ),
    ) ?? {};

async function attempt(number: string, action: Action, who: Letter): Promise<number> {
  const { door, token } = people[who];
  const answer = await fetch(`${world.cms.url}${door}/tickets/${number}/actions/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(strange(action)),
  });
  const { error } = (await answer.json()) as { error?: { details: { code: string } } };
  if (answer.status === 400 && error?.details.code !== 'unknownParameter')
    throw new Error(`${action}: ${JSON.stringify(error)}`);
  return answer.status;
}

/** Every action by everybody; an officer and a clerk knock at different doors at once. */
export async function walk(
  situation: Situation,
  number: string,
  letters: readonly Letter[],
  readers: string,
): Promise<void> {
  const entries = async () =>
    (await world.database.query('select count(*)::int as count from audit_entries where subject_id = $1', [number]))
      .rows[0].count as number;
  const before = await entries();
  const found = await Promise.all(
    letters.map(async (who) => {
      const mistakes: string[] = [];
      for (const action of ACTIONS) {
        const [wanted, got] = [expected(action, situation, who, readers), await attempt(number, action, who)];
        if (wanted !== got) mistakes.push(`${who} ${action}: ${got} instead of ${wanted}`);
      }
      return mistakes;
    }),
  );
  expect(found.flat()).toEqual([]);
  expect(await entries()).toBe(before);
}
