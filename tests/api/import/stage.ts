import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorld, type World } from '../../support/world';

export let world: World;
export let dataDir: string;

interface Imported {
  readonly number: string;
  readonly source_system: string;
  readonly source_id: string;
  readonly status: string;
  readonly submitted_at: Date;
  readonly resolved_at: Date | null;
  readonly resolution_due_at: Date | null;
  readonly assignee: string | null;
}
export const imported = async (): Promise<Imported[]> =>
  (
    await world.database.query<Imported>(
      `select t.number, t.source_system, t.source_id, t.status, t.submitted_at, t.resolved_at, t.resolution_due_at,
         a.name as assignee from tickets t left join desk_staff() a on a.id = t.assignee_id
       where t.source_id is not null order by t.id`,
    )
  ).rows;
export const numberOf = async (id: string): Promise<string> =>
  (await imported()).find(({ source_id }) => source_id === id)?.number ?? '';
export const count = async (table: string): Promise<number> =>
  (await world.database.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? -1;

beforeAll(async () => {
  world = await openWorld();
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'import-'));
});
afterAll(async () => {
  await world.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
});
