import { RE2JS } from 're2js';

/** Compiled patterns that are kept; a catalogue has a few dozen. */
const KEPT = 200;
const compiled = new Map<string, RE2JS | null>();

/** The pattern, ready to match a whole text; null where it is none that can be read in one pass. */
function compile(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= KEPT) compiled.clear();
  let made: RE2JS | null = null;
  try {
    made = RE2JS.compile(pattern);
  } catch {
    // What looks back or ahead, repeats without measure or is misspelt: null says so.
  }
  compiled.set(pattern, made);
  return made;
}

/** Whether the form of an answer can be asked for with this; JavaScript's looking back and ahead cannot. */
export const isPattern = (pattern: string): boolean => compile(pattern) !== null;

/**
 * Whether the whole text is as the pattern of a field asks, in a time that grows with the text alone: `(a+)+` against a
 * long answer would hold JavaScript's own engine for years, and with it everybody's requests. A pattern from before this
 * was asked of patterns asks nothing rather than blocking every request.
 */
export const fits = (pattern: string, text: string): boolean => compile(pattern)?.matches(text) ?? true;
