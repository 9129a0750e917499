import { createCanvas } from '@napi-rs/canvas';
import fs from 'node:fs';
import jsQR from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A program of its own, since the reader is a module that Jest cannot load: `pdf-reader.ts FILE… [--qr]` prints JSON. */
const isForQr = process.argv.includes('--qr');
const files = process.argv.slice(2).filter((name) => name !== '--qr');
/** What a page is copied at where copies are cheap, against the 72 points of an inch. */
const SCALE = 150 / 72;
/** Pages whose fonts are looked at, and the last: to know them all of a hundred takes half a minute. */
const DRAWN = 8;

/** What the reader keeps of a font once it has drawn with it. */
interface DrawnFont {
  readonly name: string;
  readonly missingFile?: boolean;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

async function fontsOf(page: PDFPageProxy): Promise<DrawnFont[]> {
  await page.getOperatorList();
  const { styles } = await page.getTextContent();
  return Object.keys(styles).map((name) => page.commonObjs.get(name) as DrawnFont);
}

async function qrOf(page: PDFPageProxy): Promise<string | null> {
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport }).promise;
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const read = (jsQR as unknown as { default: typeof jsQR }).default ?? jsQR;
  return read(data, width, height)?.data || null;
}

async function read(file: string): Promise<object> {
  const reading = getDocument({ data: new Uint8Array(fs.readFileSync(file)), stopAtErrors: true, verbosity: 0 });
  const document = await reading.promise;
  const { info } = await document.getMetadata();
  const { Title: title = '', Language: language = null } = info as { Title?: string; Language?: string };
  const texts: string[] = [];
  const fonts = new Map<string, boolean>();
  let qr: string | null = null;
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    texts.push(await textOf(page));
    if (isForQr) qr = (await qrOf(page)) ?? qr;
    else if (at <= DRAWN || at === document.numPages)
      for (const { name, missingFile } of await fontsOf(page)) fonts.set(name, !missingFile);
    page.cleanup();
  }
  const files: { name: string; text: string }[] = [];
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    const content = await document.getAttachmentContent(id);
    files.push({ name: filename, text: Buffer.from(content ?? []).toString('utf8') });
  }
  await reading.destroy();
  return {
    files,
    text: texts.join('\f'),
    pages: texts.length,
    title,
    language,
    fonts: [...fonts].map(([name, isEmbedded]) => ({ name, isEmbedded })),
    qr,
  };
}

const found: object[] = [];
for (const file of files) found.push(await read(file));
process.stdout.write(JSON.stringify(found));
