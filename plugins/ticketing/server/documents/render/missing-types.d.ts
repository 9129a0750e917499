/** What fontkit and pdfmake have, and their types leave out. */
import 'fontkit';
import 'pdfmake';

declare module 'fontkit' {
  /** A kind of font file: whether bytes are one, and what a stream of them says. */
  export function registerFormat(format: {
    probe(bytes: Uint8Array): boolean;
    new (stream: { readonly buffer: Uint8Array }): object;
  }): void;
}
declare module 'pdfmake' {
  /** Files that are in memory only. */
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
}
