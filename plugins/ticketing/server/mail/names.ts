import type { Core } from '@strapi/strapi';
import {
  lastAnswerDay,
  replyText,
  tokenAmong,
  withToken,
  writeToken,
  type FoundToken,
  type ReplyToken,
} from '../../domain';
import { hasShortMark, shortMark } from './secret';

/** Where this person answers a letter about this ticket: the base address with a token that only we can make. */
export function replyAddress(
  strapi: Core.Strapi,
  base: string,
  whose: Omit<ReplyToken, 'lastDay'>,
  now: number,
): string {
  const token = { ...whose, lastDay: lastAnswerDay(now) };
  return withToken(base, writeToken(token, shortMark(strapi, 'reply', replyText(token))));
}
/** The token that a mail was sent to, and whether we made it. */
export function foundToken(
  strapi: Core.Strapi,
  base: string,
  addresses: readonly string[],
): { readonly token: FoundToken; readonly isOurs: boolean } | null {
  const token = tokenAmong(base, addresses);
  return token && { token, isOurs: hasShortMark(strapi, 'reply', replyText(token), token.mark) };
}

/** The name of a letter, which nobody can make up for a letter they were not sent. */
export const letterName = (strapi: Core.Strapi, id: number, domain: string): string =>
  `<surat-${id}-${shortMark(strapi, 'letter', String(id))}@${domain}>`;
const NAME = /^<surat-(\d{1,15})-([0-9a-z]{25})@/;
/** Which letter a name means; null where we did not make it. */
export function letterNamed(strapi: Core.Strapi, name: string): number | null {
  const [, id = '', mark = ''] = NAME.exec(name.trim()) ?? [];
  return id !== '' && hasShortMark(strapi, 'letter', id, mark) ? Number(id) : null;
}
