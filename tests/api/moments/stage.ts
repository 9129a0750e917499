import path from 'node:path';
import { shiftedTo } from '../../support/clock';
import { urlOf } from '../../support/databases';
import { type Server, startCms } from '../../support/servers';
import { openWorld, type World } from '../../support/world';

export let world: World;
export const later: Server[] = [];
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await Promise.all(later.map((server) => server.stop()));
  await world.close();
});

/** The same database, read by a cms that lives at another time. */
export async function cmsAt(then: Date | string, more: NodeJS.ProcessEnv = {}): Promise<Server> {
  const server = await startCms(
    urlOf(world.databaseName),
    path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName),
    { ...shiftedTo(new Date(then).toISOString()), ...more },
  );
  later.push(server);
  return server;
}
export const stopAll = () => Promise.all(later.splice(0).map((server) => server.stop()));
export const minutesFrom = (at: Date | string | null, minutes: number): Date =>
  new Date(new Date(at ?? 0).getTime() + minutes * 60_000);

/** What the system wrote on a ticket, in the order in which it did. */
export async function byItself(number: string): Promise<string[]> {
  const { rows } = await world.database.query<{
    event: string;
    actor_role: string;
    payload: { after?: { clock?: string; reminder?: number } };
  }>(
    "select event, actor_role, payload::json as payload from audit_entries where subject_type = 'ticket' and subject_id = $1 and actor_kind = 'system' order by id",
    [number],
  );
  return rows.map(({ event, actor_role, payload }) =>
    [actor_role, event, payload.after?.clock ?? payload.after?.reminder].filter((word) => word !== undefined).join(' '),
  );
}
export const column = async <T>(number: string, name: string): Promise<T> =>
  (await world.database.query(`select ${name} as value from tickets where number = $1`, [number])).rows[0]?.value as T;

export const numbers: Record<
  'untouched' | 'asked' | 'answered' | 'returned' | 'cancelled' | 'hurried' | 'broken',
  string
> = {
  untouched: '',
  asked: '',
  answered: '',
  returned: '',
  cancelled: '',
  hurried: '',
  broken: '',
};
