import type { Client } from 'pg';
import { clocks } from '../domain/fixtures/seed';
import type { Office, Service, Told } from './recount';

/** The office as a recount needs it: services with their category, team and clock. */
export async function officeOf(database: Client): Promise<Office> {
  const { rows: services } = await database.query<Service>(
    `select c.id, c.code, coalesce(p.code, c.code) as parent, coalesce(g.code, 'none') as team,
      coalesce(c.is_confidential, false) as "isConfidential", '' as calendar
    from categories c left join categories p on p.id = c.parent_id left join teams g on g.id = c.team_id`,
  );
  const { rows: teams } = await database.query<{ id: number; code: string }>('select id, code from teams');
  return { services, teams, clocks: (code) => clocks(code === '24X7' ? '24x7' : 'jam_kerja') };
}

/** Every ticket's history, oldest entry first. */
export async function told(database: Client): Promise<Map<string, Told[]>> {
  const { rows } = await database.query<Told>(
    `select subject_id as number, event, timezone('utc', at) as at, actor_kind, actor_id, payload from audit_entries
    where subject_type = 'ticket' order by id`,
  );
  return Map.groupBy(rows, ({ number }) => number);
}
