import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ENDED_STATUSES,
  isEnded,
  isOpen,
  OPEN_STATUSES,
  statusList,
  STATUSES,
} from '../../plugins/ticketing/domain/status';

test('a ticket is open or has ended, never both and never neither', () => {
  expect(STATUSES.map((status) => isOpen(status) !== isEnded(status))).toEqual(STATUSES.map(() => true));
  expect([...OPEN_STATUSES, ...ENDED_STATUSES].sort()).toEqual([...STATUSES].sort());
});

test('the index of open due times covers exactly the statuses that late work is looked for in', () => {
  const sql = readFileSync(join(__dirname, '../../database/sql/010-tickets.sql'), 'utf8');
  const [, listed] =
    /tickets_unended_due_idx on tickets \(resolution_due_at\) where status in \(([^)]*)\)/.exec(sql) ?? [];
  expect(listed?.replace(/\s+/g, ' ')).toBe(statusList(OPEN_STATUSES));
});
