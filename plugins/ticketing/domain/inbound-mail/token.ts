import { dayNumber } from '../wib';
import { INBOUND_LIMITS } from './limits';

/** Whose answer to what an address takes, and until which day: days since 1970 in WIB. */
export interface ReplyToken {
  readonly ticket: number;
  readonly kind: 'portal' | 'staff';
  readonly person: number;
  readonly lastDay: number;
}
/** A token as it was found, with the mark that proves it, or does not. */
export interface FoundToken extends ReplyToken {
  readonly mark: string;
}

/** How many characters a mark has: 128 bits of an HMAC-SHA-256 in base 36. */
export const MARK_LENGTH = 25;
/** Mail servers on the way may change capitals, so there are none. */
const TOKEN = /^([1-9a-z][0-9a-z]{0,5})-([ps])([1-9a-z][0-9a-z]{0,5})-([1-9a-z][0-9a-z]{0,3})-([0-9a-z]{25})$/;
const KINDS = { p: 'portal', s: 'staff' } as const;

const in36 = (number: number): string => number.toString(36);
const from36 = (text: string): number => Number.parseInt(text, 36);

const bare = ({ ticket, kind, person, lastDay }: ReplyToken): string =>
  `${in36(ticket)}-${kind === 'staff' ? 's' : 'p'}${in36(person)}-${in36(lastDay)}`;
/** What the mark is made over: purpose, ticket, person and expiry. */
export const replyText = (token: ReplyToken): string => `reply/${bare(token)}`;
export const writeToken = (token: ReplyToken, mark: string): string => `${bare(token)}-${mark}`;

/** What a token says, whether or not its mark holds; null where it says nothing. */
export function tokenIn(text: string): FoundToken | null {
  const [, ticket = '', kind, person = '', lastDay = '', mark = ''] = TOKEN.exec(text.toLowerCase()) ?? [];
  if (kind !== 'p' && kind !== 's') return null;
  return { ticket: from36(ticket), kind: KINDS[kind], person: from36(person), lastDay: from36(lastDay), mark };
}

/** The last day on which a letter of this instant may be answered. */
export const lastAnswerDay = (now: number): number => dayNumber(now) + INBOUND_LIMITS.answerDays - 1;
export const isOver = ({ lastDay }: ReplyToken, now: number): boolean => dayNumber(now) > lastDay;

/** `balas@kota.go.id` with a token: `balas+1z4-p3-fk9-…@kota.go.id`. */
export function withToken(base: string, token: string): string {
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${token}@${base.slice(at + 1)}`;
}

/** The first token among these addresses that stands in our base address; null where there is none. */
export function tokenAmong(base: string, addresses: readonly string[]): FoundToken | null {
  const at = base.lastIndexOf('@');
  const [head, tail] = [`${base.slice(0, at).toLowerCase()}+`, base.slice(at).toLowerCase()];
  for (const address of addresses) {
    const given = address.trim().toLowerCase();
    if (!given.startsWith(head) || !given.endsWith(tail) || given.length < head.length + tail.length) continue;
    const found = tokenIn(given.slice(head.length, given.length - tail.length));
    if (found) return found;
  }
  return null;
}
