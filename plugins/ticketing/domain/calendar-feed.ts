import { fill } from './i18n';
import type { Language } from './language';

/** What stands in a person's calendar of a ticket: its deadline, or the days of its event. Instants are epoch ms. */
export interface FeedEntry {
  readonly number: string;
  readonly kind: 'deadline' | 'event';
  /** Null of a confidential ticket, of which number and time alone are told. */
  readonly title: string | null;
  readonly unit: string | null;
  readonly link: string | null;
  readonly start: number;
  readonly end: number | null;
  readonly filedAt: number;
  readonly changedAt: number;
}
export interface Feed {
  readonly language: Language;
  /** Who publishes it, such as the portal's host; the second part of every `UID`. */
  readonly domain: string;
  /** What calendars call it. */
  readonly name: string;
  readonly entries: readonly FeedEntry[];
}

const WORDS = {
  id: { deadline: 'Tenggat {number}', event: 'Acara {number}', unit: 'Dari {unit}' },
  en: { deadline: 'Deadline {number}', event: 'Event {number}', unit: 'From {unit}' },
} as const satisfies Record<Language, object>;

/** RFC 5545 3.3.11: what would end a text is escaped, and what no text may hold is left out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');

const LONGEST_LINE = 75;
const encoder = new TextEncoder();
/** RFC 5545 3.1: no line is longer than 75 octets, and none is cut inside a character. */
export function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > LONGEST_LINE) [text, octets] = [`${text}\r\n `, 1];
    text += sign;
    octets += size;
  }
  return text;
}

/** `20261123T021500Z`: an instant in UTC needs no time zone beside it. */
const instant = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

function eventOf({ language, domain }: Feed, entry: FeedEntry): string[] {
  const { number, kind, title, unit, link, start, end, filedAt, changedAt } = entry;
  const words = WORDS[language];
  const name = fill(words[kind], { number });
  return [
    'BEGIN:VEVENT',
    `UID:${number}-${kind}@${domain}`,
    `DTSTAMP:${instant(changedAt)}`,
    `LAST-MODIFIED:${instant(changedAt)}`,
    `CREATED:${instant(filedAt)}`,
    // Grows with every change of the ticket.
    `SEQUENCE:${Math.max(0, Math.floor((changedAt - filedAt) / 1000))}`,
    `DTSTART:${instant(start)}`,
    ...(end !== null && end > start ? [`DTEND:${instant(end)}`] : []),
    `SUMMARY:${escaped(title === null ? name : `${name}: ${title}`)}`,
    ...(unit === null ? [] : [`DESCRIPTION:${escaped(fill(words.unit, { unit }))}`]),
    ...(link === null ? [] : [`URL:${link}`]),
    `CLASS:${title === null ? 'CONFIDENTIAL' : 'PRIVATE'}`,
    // A deadline takes no time of anybody's day.
    `TRANSP:${kind === 'deadline' ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** A calendar that other programs subscribe to. Source: RFC 5545, and RFC 7986 for its name and how often to ask. */
export const calendarText = (feed: Feed): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${feed.domain}//Ticketing//${feed.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(feed.name)}`,
    `X-WR-CALNAME:${escaped(feed.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...feed.entries.flatMap((entry) => eventOf(feed, entry)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
