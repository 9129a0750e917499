import { otherWords } from './text';

/**
 * One thing somebody looks for; a ticket must have them all. `word` is met in any form of Indonesian, `phrase` as it
 * stands, `literal` by any of its spellings, which are lexemes already: a ticket number, a telephone number, an
 * address.
 */
export interface SearchTerm {
  readonly kind: 'word' | 'phrase' | 'literal';
  /** One text; for a literal, all its spellings. */
  readonly spellings: readonly string[];
  /** The last word typed may still be growing. */
  readonly isPrefix: boolean;
  /** Other words by which a ticket is found as well; it fits less well then. None for what is left out. */
  readonly others: readonly string[];
  /** Written with a minus: tickets that have it are left out. */
  readonly isExcluded: boolean;
}

/** More words than this narrow nothing any more. */
export const MAX_SEARCH_TERMS = 12;

const HAS_SUBSTANCE = /[\p{L}\p{N}]/u;
const NUMBER = /^(?:tik-)?\d[\d-]*$/i;
const TELEPHONE = /^[+(]?[\d().-]{6,}$/;
const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** A telephone number as people in Indonesia dial it: +62 and 0 are the same. */
export const dialled = (text: string): string =>
  text.startsWith('+62') ? `0${digitsOf(text).slice(2)}` : digitsOf(text);

/** A ticket's running number, with and without the zeros in front of it. */
function numberSpellings(text: string): string[] {
  const [, head = '', tail = ''] = /^(.*?)(\d+)$/.exec(text) ?? [];
  // Still being typed, up to its hyphen.
  if (!tail) return [text];
  return [text, `${head}${tail.padStart(5, '0')}`, ...(head === '' ? [tail.replace(/^0+(?=\d)/, '')] : [])];
}

function termOf(chunk: string, isLast: boolean): SearchTerm {
  const isExcluded = /^-\p{L}/u.test(chunk);
  const text = (isExcluded ? chunk.slice(1) : chunk).toLowerCase();
  const base = { isExcluded, isPrefix: isLast && !isExcluded };
  const spellings = [
    ...(NUMBER.test(text) ? numberSpellings(text) : []),
    ...(TELEPHONE.test(text) ? [dialled(text)] : []),
  ];
  return spellings.length
    ? { ...base, kind: 'literal', spellings: [...new Set(spellings)], others: [] }
    : { ...base, kind: 'word', spellings: [text], others: isExcluded ? [] : otherWords(text) };
}

/**
 * What was typed into a search box, taken apart. Words in quotation marks belong together; what has no letter and no
 * digit says nothing.
 */
export function parseSearch(typed: string): SearchTerm[] {
  const chunks = typed.match(/"[^"]*"|[^\s"]+/g) ?? [];
  const isStillTyping = !/[\s"]$/.test(typed);
  return chunks
    .map((chunk, index): SearchTerm | null => {
      if (!HAS_SUBSTANCE.test(chunk)) return null;
      if (chunk.startsWith('"'))
        return {
          kind: 'phrase',
          spellings: [chunk.replaceAll('"', '').toLowerCase()],
          others: [],
          isPrefix: false,
          isExcluded: false,
        };
      return termOf(chunk, isStillTyping && index === chunks.length - 1);
    })
    .filter((term) => term !== null)
    .slice(0, MAX_SEARCH_TERMS);
}
