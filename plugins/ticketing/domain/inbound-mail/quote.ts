import type { Language } from '../language';
import { INBOUND_LIMITS } from './limits';

/** The line of our letters above which one answers. Everything from it on is ours. */
export const REPLY_LINE: Readonly<Record<Language, string>> = {
  id: 'Tulis balasan di atas baris ini',
  en: 'Write your reply above this line',
};
const REPLY_LINES = Object.values(REPLY_LINE).map((line) => line.toLowerCase());

const isQuoted = (line: string): boolean => line.trimStart().startsWith('>');
const isBlank = (line: string): boolean => line.trim() === '';
/** Longer lines are nobody's border; a pattern is never let loose on them. */
const LONGEST_BORDER = 400;

const HEAD_FROM = /^\*?(from|dari|von|de)\s*:/i;
const HEAD_SENT = /^\*?(sent|date|dikirim|terkirim|tanggal|gesendet)\s*:/i;
/** Lines that end what a person wrote: each knows the line, and those after it. */
const BORDERS: readonly ((line: string, after: readonly string[]) => boolean)[] = [
  (line) => REPLY_LINES.some((border) => line.toLowerCase().includes(border)),
  (line) => line === '--' || line === '-- ',
  (line) =>
    /^\s*-{3,}\s*(original message|pesan asli|forwarded message|pesan terusan|pesan diteruskan)\s*-{3,}\s*$/i.test(
      line,
    ),
  // Outlook's head, with or without the rule above it.
  (line, after) => HEAD_FROM.test(line.trim()) && after.slice(0, 3).some((each) => HEAD_SENT.test(each.trim())),
  (line, after) => /^_{20,}$/.test(line.trim()) && after.slice(0, 2).some((each) => HEAD_FROM.test(each.trim())),
];
/** What mail programs put under a text by themselves. */
const BY_PROGRAMS: readonly RegExp[] = [
  /^(sent|dikirim) (from|dari|via) (my |saya )?[\p{L}\p{N} .()'-]{2,60}$/iu,
  /^(get|dapatkan) outlook (for|untuk) [\p{L}\p{N} ]{2,30}$/iu,
];
/** "Pada Senin, 30 November 2026 … menulis:" */
const ATTRIBUTION = /^(on|pada|am|le|el)\s.{5,390}(wrote|menulis|schrieb|écrit|escribió)\s?:$/iu;
const ATTRIBUTION_LINES = 4;

/** How many lines at this place say who wrote what is quoted below; 0 where nothing does. */
function attributionAt(lines: readonly string[], at: number): number {
  for (let length = 1; length <= ATTRIBUTION_LINES; length += 1) {
    const piece = lines.slice(at, at + length);
    if (piece.length < length || piece.some((line) => isBlank(line) || isQuoted(line))) return 0;
    const joined = piece.map((line) => line.trim()).join(' ');
    if (joined.length > LONGEST_BORDER) return 0;
    if (!ATTRIBUTION.test(joined)) continue;
    const next = lines.slice(at + length).find((line) => !isBlank(line));
    return next === undefined || isQuoted(next) || isBorder(next, []) ? length : 0;
  }
  return 0;
}

const isBorder = (line: string, after: readonly string[]): boolean =>
  line.length <= LONGEST_BORDER && BORDERS.some((knows) => knows(line, after));

/**
 * What a person wrote themselves in answer to a letter: without what is quoted, who wrote that, the letter below, and
 * what a mail program adds. Answers between quoted lines and below them stay. Plain text; the time it takes grows with
 * its length alone.
 */
export function ownWords(text: string): string {
  const lines = text.slice(0, INBOUND_LIMITS.text).replaceAll(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    if (isBorder(line, lines.slice(at + 1, at + 4))) break;
    const attribution = attributionAt(lines, at);
    if (attribution > 0) at += attribution - 1;
    else kept.push(line.trimEnd());
  }
  while (kept.length > 0 && isAdded(kept.at(-1) ?? '')) kept.pop();
  return kept
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const isAdded = (line: string): boolean =>
  isBlank(line) || (line.length <= LONGEST_BORDER && BY_PROGRAMS.some((form) => form.test(line.trim())));
