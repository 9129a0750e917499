import { calendarText, folded, type FeedEntry } from 'strapi-plugin-ticketing/domain';

const at = (text: string) => Date.parse(text);
const entry = (over: Partial<FeedEntry> = {}): FeedEntry => ({
  number: 'TIK-2026-00557',
  kind: 'event',
  title: 'Liputan; rapat, “Balai\\Kota”\nlantai 2\u0007',
  unit: 'Dinas Kesehatan',
  link: 'https://layanan.kota.test/tiket/TIK-2026-00557',
  start: at('2026-11-23T02:15:00Z'),
  end: at('2026-11-23T05:00:00Z'),
  filedAt: at('2026-11-20T01:00:00Z'),
  changedAt: at('2026-11-20T01:01:30Z'),
  ...over,
});
const written = (...entries: FeedEntry[]) =>
  calendarText({ language: 'id', domain: 'layanan.kota.test', name: 'Tiket, Kominfo', entries });
/** As a calendar program reads it: unfolded, one property a line. Source: RFC 5545 3.1. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('an event of a ticket stands there in UTC, under a name that stays, and grows with each change', () => {
  const lines = linesOf(written(entry()));
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'NAME:Tiket\\, Kominfo',
      'UID:TIK-2026-00557-event@layanan.kota.test',
      'DTSTART:20261123T021500Z',
      'DTEND:20261123T050000Z',
      'DTSTAMP:20261120T010130Z',
      'LAST-MODIFIED:20261120T010130Z',
      'SEQUENCE:90',
      'SUMMARY:Acara TIK-2026-00557: Liputan\\; rapat\\, “Balai\\\\Kota”\\nlantai 2',
      'URL:https://layanan.kota.test/tiket/TIK-2026-00557',
      'END:VCALENDAR',
    ]),
  );
  const later = linesOf(written(entry({ changedAt: at('2026-11-20T02:00:00Z') })));
  expect(later).toContain('UID:TIK-2026-00557-event@layanan.kota.test');
  expect(later).toContain('SEQUENCE:3600');
});

test('a deadline takes no time; of a confidential ticket number and time are all there is', () => {
  const text = written(entry({ kind: 'deadline', end: null, title: null, unit: null, link: null }));
  expect(linesOf(text)).toEqual(
    expect.arrayContaining([
      'UID:TIK-2026-00557-deadline@layanan.kota.test',
      'SUMMARY:Tenggat TIK-2026-00557',
      'CLASS:CONFIDENTIAL',
      'TRANSP:TRANSPARENT',
    ]),
  );
  expect(text).not.toMatch(/DTEND|DESCRIPTION|URL|Liputan|Kesehatan/);
});

test('no line is longer than 75 octets, none is cut inside a character, and unfolded it is the same', () => {
  const line = `SUMMARY:${'é€😀 '.repeat(60)}`;
  const parts = folded(line).split('\r\n');
  expect(parts.length).toBeGreaterThan(8);
  for (const part of parts) {
    expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    expect(part).not.toContain('\ufffd');
  }
  expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
  expect(folded('UID:kurang')).toBe('UID:kurang');
});
