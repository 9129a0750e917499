/** What fontkit and pdfmake have, and their types leave out. */
import 'fontkit';
import 'pdfmake';

declare module 'fontkit' {
  /** A kind of font file: whether bytes are one, and, called with `new`, what a stream of them says. */
  export function registerFormat(
    format: ((stream: { readonly buffer: Uint8Array }) => object) & { probe(bytes: Uint8Array): boolean },
  ): void;
}
declare module 'pdfmake' {
  /** Files that are in memory only. */
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
}
