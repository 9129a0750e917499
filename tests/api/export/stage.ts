import { openWorld, type Person, type World } from '../../support/world';

export let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

export const csvOf = async (
  person: Person,
  request: Omit<Parameters<Person['exportTickets']>[0], 'format'> = {},
): Promise<string> =>
  Buffer.from(await (await person.exportTickets({ format: 'csv', ...request })).arrayBuffer()).toString('utf8');
export const linesOf = async (
  person: Person,
  request: Omit<Parameters<Person['exportTickets']>[0], 'format'> = {},
): Promise<Record<string, unknown>[]> =>
  (await (await person.exportTickets({ format: 'jsonl', ...request })).text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
