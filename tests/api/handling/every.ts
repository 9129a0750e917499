import { transitionOf, type Action, type ActionField } from 'strapi-plugin-ticketing/domain';
import { verifyLog } from '../../support/verify';
import { bare, type Person } from '../../support/world';
import { world, clerk, galih, laila, reason, act, open, taken } from './stage';

describe('what every action has in common', () => {
  const SAMPLE: Partial<Record<ActionField, unknown>> = { party: 'Vendor', rating: 3, effortMinutes: 5 };
  test.each([
    ['assign', async () => [laila, await open()]],
    ['returnForCompletion', async () => [galih, await open()]],
    ['dispose', async () => [laila, await open()]],
    ['issueLetter', async () => [laila, await open()]],
    ['setPriority', async () => [laila, await open()]],
    ['recategorize', async () => [laila, await open()]],
    ['addHelper', async () => [galih, await taken()]],
    ['removeHelper', async () => [galih, await taken()]],
    ['askRequester', async () => [galih, await taken()]],
    ['waitThirdParty', async () => [galih, await taken()]],
    ['resolve', async () => [galih, await taken()]],
    ['reject', async () => [galih, await open()]],
    ['requestCancel', async () => [clerk, await taken()]],
    ['cancel', async () => [clerk, await open()]],
    ['link', async () => [galih, await open()]],
    ['unlink', async () => [galih, await open()]],
  ] as const satisfies readonly (readonly [Action, () => Promise<readonly [Person, string]>])[])(
    '%s: what it needs must be there, and nothing of another action',
    async (action, prepare) => {
      const [person, number] = await prepare();
      const { needs, takes } = transitionOf(action);
      await expect(act(person, number, action)).rejects.toMatchObject({
        code: 'missingFields',
        details: { issues: needs.map((field) => expect.objectContaining({ field, code: 'required' })) },
      });
      const strange = (Object.keys(SAMPLE) as ActionField[])
        .filter((field) => ![...needs, ...takes].includes(field))
        .slice(0, 1);
      const { status, body } = await bare(world, person)('post', `/tickets/${number}/actions/${action}`).send({
        [strange[0] ?? '']: SAMPLE[strange[0] as ActionField],
      });
      expect([status, body.error.details.code, body.error.details.issues[0].field]).toEqual([
        400,
        'unknownParameter',
        strange[0],
      ]);
      expect(
        (
          await bare(world, person)('post', `/tickets/${number}/actions/${action}`).send({
            [needs[0] ?? '']: { $ne: null },
          })
        ).status,
      ).toBe(400);
    },
  );

  test('both doors lead to the same desk: a session of one is none at the other', async () => {
    const number = await open();
    for (const [person, door] of [
      [clerk, '/ticketing'],
      [galih, '/api/ticketing'],
    ] as const)
      expect(
        (await bare(world, person)('post', `/tickets/${number}/actions/cancel`, door).send({ reason })).status,
      ).toBe(401);
    expect(await act(clerk, number, 'cancel', { reason })).toMatchObject({ status: 'CANCELLED' });
  });
});

test('the log is whole after all this', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
});
