import fs from 'node:fs/promises';
import sharp from 'sharp';
import { Refusal } from '../../domain';

/** More pixels than any telephone's camera makes: a small file may unfold to gigabytes. */
const MOST_PIXELS = 120_000_000;
const PATIENCE_S = 20;

/**
 * Takes away what a picture says beside the picture: where it was made, when, with which telephone, by whom. Only a
 * picture that says something is written anew; it keeps its size and stays the right way up. A file that is none,
 * whatever its first bytes say, is refused.
 */
export async function withoutMetadata(path: string, name: string, mime: string): Promise<{ readonly size: number }> {
  if (mime !== 'image/jpeg' && mime !== 'image/png') return { size: (await fs.stat(path)).size };
  try {
    const given = await fs.readFile(path);
    const picture = sharp(given, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: PATIENCE_S });
    const { exif, xmp, iptc, comments } = await picture.metadata();
    if (exif || xmp || iptc || comments?.length) {
      const turned = picture.autoOrient();
      await fs.writeFile(path, await (mime === 'image/png' ? turned.png() : turned.jpeg({ quality: 90 })).toBuffer());
    }
  } catch {
    throw new Refusal('unsafeFile', { file: name, reason: 'broken' });
  }
  return { size: (await fs.stat(path)).size };
}
