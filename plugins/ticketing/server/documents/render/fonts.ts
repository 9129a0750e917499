import { openSync, type Font } from 'fontkit';
import type { TFontDictionary } from 'pdfmake/interfaces';

const arimo = (file: string): string => require.resolve(`@expo-google-fonts/arimo/${file}`);
const dejaVu = (file: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${file}`);

/** Letters as wide as Arial's, which the regulation on official papers asks for; then signs that it lacks. Both are embedded. */
export const FONTS = {
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
export type FontName = keyof typeof FONTS;
/** The files that may be read while a document is made: these, and no other. */
export const FONT_FILES: ReadonlySet<string> = new Set(Object.values(FONTS).flatMap((font) => Object.values(font)));

const coverageOf = (font: FontName): ReadonlySet<number> =>
  new Set((openSync(FONTS[font].normal) as Font).characterSet);

/** What each font can show, the first one first; read once a thread. */
const COVERAGE: readonly (readonly [FontName, ReadonlySet<number>])[] = (['Arimo', 'DejaVu'] as const).map(
  (font) => [font, coverageOf(font)] as const,
);

/** The font that has this character, or null where none has. */
export const fontFor = (point: number): FontName | null =>
  COVERAGE.find(([, points]) => points.has(point))?.[0] ?? null;
