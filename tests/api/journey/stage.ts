import path from 'node:path';
import { openWorld, type World } from '../../support/world';

/** What sums of months are, as each boot tells the database. */
export const DEFINITION = path.join(__dirname, '../../../database/sql/087-ticket-sums.sql');
/** What is done once with the sums of a database of before. */
export const OF_CLASSES = path.join(__dirname, '../../../database/sql/086-sums-of-classes.once.sql');

export let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

export const figures = async (): Promise<Record<string, number | null>> => {
  const { rows } = await (await world.leader()).getReport({ report: 'summary' });
  return Object.fromEntries(rows.map(({ cells }) => [String(cells['key']), cells['current'] as number | null]));
};
