import pdfmake from 'pdfmake';
import { move } from 'piscina';
import type { DocumentContent } from '../content';
import { layOut } from '../layouts';
import { provideFonts } from './fonts';
import { fitForPaper } from './glyphs';

// Whatever a ticket says: nothing is fetched, and no file is opened; the fonts are read before.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
provideFonts();

/** Makes one document, in a thread of its own: laying out a long history keeps a processor busy for a while. */
export default async function render(content: DocumentContent): Promise<Uint8Array> {
  const bytes = await pdfmake.createPdf(fitForPaper(layOut(content))).getBuffer();
  // A buffer of Node's pool cannot change threads; a copy of its own can, without being copied again.
  return move(Uint8Array.from(bytes)) as Uint8Array;
}
