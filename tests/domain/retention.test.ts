import { missingThere, momentOf, nameAt, outlived } from '../../database/backup/names';

const NOW = Date.parse('2026-06-30T19:40:00Z');
const daysAgo = (days: number): string => nameAt(new Date(NOW - days * 86_400_000), false);
const nightly = (nights: number): string[] => Array.from({ length: nights }, (_, night) => daysAgo(night));

test('a name tells when its backup was begun, and whether it is locked', () => {
  expect(nameAt(new Date('2026-01-02T03:04:05Z'), true)).toBe('ticketing-20260102-030405.tar.age');
  expect(momentOf('ticketing-20260102-030405.tar')).toBe(Date.parse('2026-01-02T03:04:05Z'));
  expect(momentOf('ticketing-20260102-030405.tar.tmp')).toBeNull();
  expect(momentOf('foto.tar')).toBeNull();
});

test('backups go when they are older than the days that were set, and no earlier', () => {
  expect(outlived(nightly(60), NOW, { days: 40, atLeast: 7 })).toEqual(nightly(60).slice(41));
});

test('thirty days are kept even where fewer are set', () => {
  expect(outlived(nightly(60), NOW, { days: 1, atLeast: 1 })).toEqual(nightly(60).slice(31));
});

test('the newest are kept whatever their age, as after a year in which none could be made', () => {
  const old = [400, 401, 402, 403].map(daysAgo);
  expect(outlived(old, NOW, { days: 30, atLeast: 3 })).toEqual([old[3]]);
  expect(outlived(old, NOW, { days: 30, atLeast: 0 })).toEqual(old.slice(1));
});

test('what others put into the folder is never removed', () => {
  expect(outlived(['catatan.txt', 'ticketing-2020.tar', ...nightly(2)], NOW, { days: 30, atLeast: 1 })).toEqual([]);
});

test('a second place gets the newest, and what it has missed since its last; nothing open once backups are locked', () => {
  const here = nightly(5);
  expect(missingThere(here, [], false)).toEqual([here[0]]);
  expect(missingThere(here.toReversed(), [here[3] ?? '', 'catatan.txt'], false)).toEqual(here.slice(0, 3));
  expect(missingThere(here, here, false)).toEqual([]);
  const locked = nameAt(new Date(NOW + 60_000), true);
  expect(missingThere([...here, locked], [here[2] ?? ''], true)).toEqual([locked]);
  expect(missingThere(here, [], true)).toEqual([]);
});
