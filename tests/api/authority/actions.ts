import { ACTIONS } from 'strapi-plugin-ticketing/domain';
import { type Letter, ROLE, type Situation, SITUATIONS, TABLE } from './table';
import { people, prepare, walk } from './stage';

export const LETTERS = Object.keys(ROLE) as Letter[];

test('the table speaks of every action and of every status', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...ACTIONS].sort());
});

test.each(SITUATIONS)('%s: everybody may exactly what the rules say', async (situation) => {
  const number = await prepare(situation);
  await walk(situation, number, LETTERS, LETTERS.filter((who) => who !== 'S').join(''));
  expect((await people.C.getTicket({ number })).status).toBe(
    (
      {
        APPROVAL: 'NEW',
        RETURNED: 'WAITING_REQUESTER',
        WORK: 'IN_PROGRESS',
        CANCEL_ASKED: 'IN_PROGRESS',
        EVENT: 'IN_PROGRESS',
        WAITING: 'WAITING_REQUESTER',
        UNANSWERED: 'WAITING_REQUESTER',
        THIRD_PARTY: 'WAITING_THIRD_PARTY',
        RATED: 'RESOLVED',
        LOCKED: 'RESOLVED',
      } as Partial<Record<Situation, string>>
    )[situation] ?? situation,
  );
});

// The team of a confidential service is TIM-SANDI: there P is the mate, and M one of those who have nothing to do
// with it.
const CONFIDENTIAL = ['NEW', 'WORK', 'CANCEL_ASKED', 'WAITING', 'RESOLVED', 'CANCELLED'] as const;
test.each(CONFIDENTIAL)(
  '%s and confidential: it exists for its requester, who works on it and the coordinator, and for nobody else',
  async (situation) => {
    const number = await prepare(situation, 'SEC-01');
    const { M, P } = people;
    Object.assign(people, { M: P, P: M });
    try {
      await walk(situation, number, LETTERS, situation === 'NEW' ? 'RMC' : 'RAMHC');
    } finally {
      Object.assign(people, { M, P });
    }
  },
);
