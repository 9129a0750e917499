import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERIES_COLOURS, TONE_COLOURS } from '../../plugins/ticketing/domain/colours';
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

test('charts on paper have the colours that the portal has in its light scheme', () => {
  const css = readFileSync(join(__dirname, '../../site/src/styles/tokens.css'), 'utf8');
  const light = css.slice(css.indexOf(':root'), css.indexOf('@media'));
  const valueOf = (name: string): string | undefined => {
    const value = new RegExp(`${name}: ([^;]+);`).exec(light)?.[1];
    const other = /^var\((--[\w-]+)\)$/.exec(value ?? '')?.[1];
    return other ? valueOf(other) : value;
  };
  const tones = Object.keys(TONE_COLOURS);
  expect(Object.fromEntries(tones.map((tone) => [tone, valueOf(`--status-${tone}`)]))).toEqual(TONE_COLOURS);
  expect(SERIES_COLOURS.map((_, place) => valueOf(`--chart-${place + 1}`))).toEqual(SERIES_COLOURS);
});
