import { BACKUP_NIGHT, isTurn, lastTurn, REHEARSAL_NIGHT } from 'strapi-plugin-ticketing/domain';

const at = (wib: string): number => Date.parse(`${wib}:00+07:00`);
const LONG_AGO = at('2020-01-01T00:00');

test('a night is the last 02.40 WIB that has passed, the minute itself included', () => {
  expect(lastTurn(at('2026-03-10T02:40'), BACKUP_NIGHT)).toBe(at('2026-03-10T02:40'));
  expect(lastTurn(at('2026-03-10T02:39'), BACKUP_NIGHT)).toBe(at('2026-03-09T02:40'));
  expect(lastTurn(at('2026-01-01T00:10'), BACKUP_NIGHT)).toBe(at('2025-12-31T02:40'));
});

test('a week begins at Sunday 03.30 WIB', () => {
  expect(lastTurn(at('2026-03-08T03:30'), REHEARSAL_NIGHT)).toBe(at('2026-03-08T03:30'));
  expect(lastTurn(at('2026-03-08T03:29'), REHEARSAL_NIGHT)).toBe(at('2026-03-01T03:30'));
  expect(lastTurn(at('2026-03-14T23:59'), REHEARSAL_NIGHT)).toBe(at('2026-03-08T03:30'));
});

test('what was begun after its turn is not begun again that night, and a night that was missed is made up for', () => {
  const now = at('2026-03-10T08:00');
  expect(isTurn(now, at('2026-03-10T02:41'), LONG_AGO, BACKUP_NIGHT)).toBe(false);
  expect(isTurn(now, at('2026-03-09T02:41'), LONG_AGO, BACKUP_NIGHT)).toBe(true);
});

test('a desk that is new today waits for its first night', () => {
  expect(isTurn(at('2026-03-10T08:00'), null, at('2026-03-10T07:00'), BACKUP_NIGHT)).toBe(false);
  expect(isTurn(at('2026-03-11T08:00'), null, at('2026-03-10T07:00'), BACKUP_NIGHT)).toBe(true);
});
