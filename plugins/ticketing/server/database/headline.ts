import type { ExcerptPart } from '../../domain';

/** Marks around what was found: control characters, which no text that reaches the desk may hold. */
const [OPEN, CLOSE] = ['\u0001', '\u0002'];

/** Options of PostgreSQL's `ts_headline`: at most two fragments of so many words each. */
export const headlineOptions = (fewest: number, most: number): string =>
  `StartSel="${OPEN}", StopSel="${CLOSE}", MaxFragments=2, MinWords=${fewest}, MaxWords=${most}, ShortWord=2, ` +
  'FragmentDelimiter=" … "';

export const hasHit = (headline: string): boolean => headline.includes(OPEN);

/** A headline as parts of plain text, hits told apart; no part is empty. */
export const excerptOf = (headline: string): ExcerptPart[] =>
  headline
    .split(OPEN)
    .flatMap((piece, index): ExcerptPart[] => {
      const [hit = '', rest = ''] = index === 0 ? ['', piece] : piece.split(CLOSE);
      return [
        { text: hit, isHit: true },
        { text: rest, isHit: false },
      ];
    })
    .filter(({ text }) => text !== '');
