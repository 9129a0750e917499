import fc from 'fast-check';
import {
  can,
  CONDITION_NAMES,
  policyFrom,
  ROLES,
  withCells,
  type Actor,
  type Permission,
} from 'strapi-plugin-ticketing/domain';
import { TICKET_COLUMNS, TICKET_FROM, toFacts, type TicketRow } from '../../plugins/ticketing/server/tickets/rows';
import { scopeClause } from '../../plugins/ticketing/server/tickets/scope';
import { openWorld, type World } from '../support/world';

let world: World;
let rows: TicketRow[];
let now: number;
beforeAll(async () => {
  world = await openWorld();
  const { database } = world;
  // Beside the samples: helpers, approvals given and not, locks that fell just now, and more that is confidential.
  await database.query(`
    update categories set approver = (array['TIM-SANDI', 'KEPALA_DINAS', 'TIM-APP', null])[1 + id % 4];
    update tickets set approved_at = case when id % 3 = 0 then now() end, is_confidential = case id % 5 when 0 then true when 1 then null else is_confidential end,
      locks_at = case id % 7 when 0 then '2026-11-25T03:00:00' when 1 then '2026-11-25T02:59:59' when 2 then '2026-11-25T03:00:01' else locks_at end;
    insert into tickets_helpers_lnk (ticket_id, user_id) select t.id, u.id from tickets t join admin_users u on (t.id + u.id) % 6 = 0 on conflict do nothing`);
  now = Date.parse('2026-11-25T03:00:00Z');
  // Deadlines are derived anew in the background after such a change: one snapshot serves rows and lists alike.
  await database.query('begin isolation level repeatable read');
  ({ rows } = await database.query<TicketRow>(`select ${TICKET_COLUMNS.text} ${TICKET_FROM.text} order by t.id`));
});
afterAll(async () => {
  await world.database.query('commit');
  await world.close();
});

/** As Knex writes them for PostgreSQL. */
const numbered = (sql: string): string => {
  let place = 0;
  return sql.replace(/\?/g, () => `$${(place += 1)}`);
};

test('whatever the matrix and whoever asks, a list holds exactly the tickets that the policy would let them read one by one', async () => {
  const alternatives = fc.array(fc.uniqueArray(fc.constantFrom(...CONDITION_NAMES), { maxLength: 2 }), {
    maxLength: 3,
  });
  const matrix = fc
    .array(
      fc.record({
        role: fc.constantFrom(...ROLES),
        may: fc.constantFrom<Permission>('ticket:read', 'ticket:readConfidential'),
        alternatives,
      }),
      { maxLength: 8 },
    )
    .map((cells) => policyFrom(withCells({}, cells)));
  const ids = (pick: (row: TicketRow) => number | null) =>
    [...new Set(rows.map(pick).filter((id) => id !== null))].slice(0, 8);
  const staff = fc.record({
    id: fc.constantFrom(...ids(({ assignee_id }) => assignee_id), 1),
    teamCodes: fc.uniqueArray(fc.constantFrom('TIM-INFRA', 'TIM-SANDI', 'TIM-APP', 'TIM-DATA'), { maxLength: 2 }),
  });
  const clerk = fc.record({
    id: fc.constantFrom(...ids(({ requester_id }) => requester_id), 1),
    skpdCode: fc.constantFrom(null, 'DISDIKBUD', 'DINKES'),
    formerSkpdCodes: fc.subarray(['RSUD', 'DISDUKCAPIL', 'BKPSDM']),
  });
  const roles = fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 2 });
  const actor = fc.oneof(
    fc
      .tuple(staff, roles)
      .map(([given, held]): Actor => ({ kind: 'staff', name: '', skpdCode: null, roles: held, ...given })),
    fc
      .tuple(clerk, roles)
      .map(([given, held]): Actor => ({ kind: 'portal', name: '', teamCodes: [], roles: held, ...given })),
    roles.map((held): Actor => ({ kind: 'system', id: 1, name: '', roles: held, skpdCode: null, teamCodes: [] })),
  );
  let lists = 0;
  await fc.assert(
    fc.asyncProperty(matrix, actor, async (policy, who) => {
      const { text, values } = scopeClause(policy, who, 'ticket:read', now);
      const { rows: listed } = await world.database.query<{ id: number }>(
        `select t.id ${TICKET_FROM.text} where ${numbered(text)} order by t.id`,
        [...values],
      );
      const readable = rows
        .filter((row) => can(policy, who, 'ticket:read', toFacts(row), now).allowed)
        .map(({ id }) => id);
      if (readable.length > 0 && readable.length < rows.length) lists += 1;
      expect(listed.map(({ id }) => id)).toEqual(readable);
    }),
    { numRuns: 600 },
  );
  // Most of them are neither empty nor everything, or the test says little.
  expect(lists).toBeGreaterThan(200);
});
