import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';

/** The smallest files that are what they say. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count ' +
    '0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
export const HTML = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
export const EXECUTABLE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512, 1)]);

/** What the client sends as a file. */
export const fileOf = (name: string, bytes: Buffer): { name: string; blob: Blob } => ({
  name,
  blob: new Blob([new Uint8Array(bytes)]),
});

/** A photograph as a telephone makes it: lying on its side, and telling where and with what it was taken. */
export const photograph = (format: 'jpeg' | 'png'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#3366aa' } })
    .withExif({
      IFD0: { Model: 'Telepon Rahasia' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '0/1 18/1 20/1', GPSLongitudeRef: 'E', GPSLongitude: '100/1 22/1 9/1' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();

/** A packed file of these entries, by name. */
export async function zipOf(entries: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

/** What the shortest Word document is made of. */
export const WORD: Readonly<Record<string, Buffer>> = {
  '[Content_Types].xml': Buffer.from(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override ' +
      'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.' +
      'document.main+xml"/></Types>',
  ),
  'word/document.xml': Buffer.from('<document/>'),
};

/** The same file, its entries marked as locked with a password, in their own heads and in the directory. */
export function lockedZip(zip: Buffer): Buffer {
  const locked = Buffer.from(zip);
  for (const [mark, flags] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const)
    for (let at = locked.indexOf(mark, 0, 'latin1'); at >= 0; at = locked.indexOf(mark, at + 4, 'latin1'))
      locked.writeUInt16LE(locked.readUInt16LE(at + flags) | 1, at + flags);
  return locked;
}
