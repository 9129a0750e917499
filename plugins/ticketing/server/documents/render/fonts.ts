import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import pdfmake from 'pdfmake';
import type { TFontDictionary } from 'pdfmake/interfaces';

const arimo = (file: string): string => require.resolve(`@expo-google-fonts/arimo/${file}`);
const dejaVu = (file: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${file}`);

/** Letters as wide as Arial's, which the regulation on official papers asks for; then signs that it lacks. Both are embedded. */
const FILES = {
  Arimo: {
    normal: arimo('400Regular/Arimo_400Regular.ttf'),
    bold: arimo('700Bold/Arimo_700Bold.ttf'),
    italics: arimo('400Regular_Italic/Arimo_400Regular_Italic.ttf'),
    bolditalics: arimo('700Bold_Italic/Arimo_700Bold_Italic.ttf'),
  },
  DejaVu: {
    normal: dejaVu('DejaVuSans.ttf'),
    bold: dejaVu('DejaVuSans-Bold.ttf'),
    italics: dejaVu('DejaVuSans-Oblique.ttf'),
    bolditalics: dejaVu('DejaVuSans-BoldOblique.ttf'),
  },
} as const satisfies TFontDictionary;
export type FontName = keyof typeof FILES;

/** What a thread keeps: reading a font takes longer than laying out a page with it. */
const kept = new Map<string, Font>();

/**
 * A font with every character looked up once. A font remembers a glyph with the character by which it was first met; one
 * that was first met as a part of another would stay without, and the next document's text could not be copied out.
 */
function read(file: string): Font {
  const known = kept.get(file);
  if (known) return known;
  const font = fontkit.openSync(file) as Font;
  for (const point of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(point);
  kept.set(file, font);
  return font;
}

/** Stands for a font's bytes, so that what asks for them is given the font that is already read. */
const TOKEN = 'kept font ';
const isToken = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, TOKEN.length)).toString() === TOKEN;
/** As a kind of font file; fontkit calls it with `new`, which hands on what a function returns. */
const keptFont = Object.assign(
  function ({ buffer }: { readonly buffer: Uint8Array }): object {
    return read(Buffer.from(buffer).toString().slice(TOKEN.length));
  },
  { probe: isToken },
);

/** Hands pdfmake our fonts by name, and lets them be read once a thread rather than once a document. */
export function provideFonts(): void {
  fontkit.registerFormat(keptFont);
  const byToken = (file: string): string => {
    pdfmake.virtualfs.writeFileSync(file, Buffer.from(TOKEN + file));
    return file;
  };
  const named = Object.entries(FILES).map(([name, styles]) => [
    name,
    Object.fromEntries(Object.entries(styles).map(([style, file]) => [style, byToken(file)])),
  ]);
  pdfmake.setFonts(Object.fromEntries(named) as TFontDictionary);
}

/** What each font can show, the first one first. */
const coverage = (['Arimo', 'DejaVu'] as const).map(
  (name) => [name, new Set(read(FILES[name].normal).characterSet)] as const,
);

/** The font that has this character, or null where none has. */
export const fontFor = (point: number): FontName | null =>
  coverage.find(([, points]) => points.has(point))?.[0] ?? null;
