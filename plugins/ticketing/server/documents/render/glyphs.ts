import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { fontFor, type FontName } from './fonts';

/** Shown where no font has the character, so that a reader sees that something stood there. */
const STAND_IN = '□';
/** A word longer than this may be broken inside, every so many characters, rather than run off the page. */
const LONGEST_WORD = 24;
const PIECE = 8;
const MAY_BREAK = '\u200b';

/** Signs that steer text without being seen: they could turn a line around, and a page needs none of them. */
const UNSEEN = /(?!\n)\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu;
const PLAIN = /^[\n\x20-\x7e]*$/;
const OVERLONG = new RegExp(`\\S{${LONGEST_WORD + 1},}`, 'gu');
const PIECES = new RegExp(`\\S{${PIECE}}(?=\\S)`, 'gu');

interface Run {
  readonly text: string;
  readonly font?: FontName;
}

/** Text as it can stand on paper: without unseen signs, line ends alike, long words with places to break. */
const paperText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(UNSEEN, '')
    .replace(OVERLONG, (word) => word.replace(PIECES, (piece) => `${piece}${MAY_BREAK}`));

/** A text in runs of one font each. */
export function runsOf(given: string): readonly Run[] {
  const text = paperText(given);
  if (PLAIN.test(text)) return [{ text }];
  const runs: { text: string; font: FontName }[] = [];
  for (const letter of text) {
    const own = letter === '\n' ? 'Arimo' : fontFor(letter.codePointAt(0) ?? 0);
    const [shown, font] = own ? [letter, own] : [STAND_IN, 'Arimo' as const];
    const last = runs.at(-1);
    if (last?.font === font) last.text += shown;
    else runs.push({ text: shown, font });
  }
  // A run without a font keeps the one around it; only what needs another says so.
  return runs.map(({ text: part, font }) => (font === 'Arimo' ? { text: part } : { text: part, font }));
}

const hasPieces = (text: string): boolean => paperText(text).includes(MAY_BREAK);

/** Where of a node further text can hide. */
const INNER = ['text', 'stack', 'columns', 'ul', 'ol', 'body'] as const;

function dressed(node: unknown): unknown {
  if (typeof node === 'string') {
    const runs = runsOf(node);
    return runs.length === 1 && !runs[0]?.font ? runs[0]?.text : { text: runs };
  }
  if (Array.isArray(node)) return node.map(dressed);
  if (node === null || typeof node !== 'object') return node;
  const parts = node as Readonly<Record<string, unknown>>;
  // Places to break count as spaces to be stretched: text that has them is not set to both edges.
  const isStretched = parts['alignment'] === 'justify' && typeof parts['text'] === 'string' && hasPieces(parts['text']);
  return {
    ...parts,
    ...(isStretched && { alignment: 'left' }),
    ...Object.fromEntries(INNER.filter((name) => name in parts).map((name) => [name, dressed(parts[name])])),
    ...('table' in parts && { table: dressed(parts['table']) }),
  };
}

/** The same content with every text in fonts that have it; nothing in a text is ever more than text. */
export const withGlyphs = (content: Content): Content => dressed(content) as Content;

/** The whole definition of a document, made fit for paper. */
export const fitForPaper = ({ content, footer, ...rest }: TDocumentDefinitions): TDocumentDefinitions => ({
  ...rest,
  content: withGlyphs(content),
  ...(typeof footer === 'function' && {
    footer: (page, pages, size) => withGlyphs(footer(page, pages, size) as Content),
  }),
});
