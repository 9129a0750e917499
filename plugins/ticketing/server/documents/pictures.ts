import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import { Refusal } from '../../domain';
import { readMedia } from '../attachments/media';
import type { LogoFile } from '../desk/identity';
import type { Picture } from './content';

/** Pixels: enough for sharp print at the size pictures have on paper. */
const SIZES = { logo: 480, photo: 900 } as const;
/** A picture of more pixels than this is no photograph but an attack on memory. */
const MOST_PIXELS = 60_000_000;

const opened = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });

/** A photograph made small, upright, and free of what cameras write beside it. Null where it is no picture after all. */
export async function photoFrom(name: string, bytes: Uint8Array): Promise<Picture | null> {
  try {
    const { data, info } = await opened(bytes)
      .rotate()
      .resize({ width: SIZES.photo, height: SIZES.photo, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    return { name, mime: 'image/jpeg', bytes: Uint8Array.from(data), width: info.width, height: info.height };
  } catch {
    return null;
  }
}

const logos = new Map<string, Promise<Picture | null>>();

async function readLogo(strapi: Core.Strapi, { url }: LogoFile): Promise<Picture | null> {
  const served = strapi.dirs.static.public;
  const file = path.join(served, path.normalize(`/${url}`));
  try {
    const kept = await readMedia({ strapi }, path.posix.basename(url));
    const { data, info } = await opened(kept ? await buffer(kept.stream) : await readFile(file))
      .resize({ width: SIZES.logo, height: SIZES.logo, fit: 'inside' })
      .flatten({ background: 'white' })
      .png()
      .toBuffer({ resolveWithObject: true });
    return { name: 'logo', mime: 'image/png', bytes: Uint8Array.from(data), width: info.width, height: info.height };
  } catch (error) {
    // A store that is away for a moment is waited for: the paper would lack its emblem for ever.
    if (error instanceof Refusal) throw error;
    strapi.log.warn(`the emblem cannot be shown on papers: ${String(error)}`);
    return null;
  }
}

/** The emblem ready for paper; made once for each file. Papers go without it where it cannot be read. */
export function logoOf(strapi: Core.Strapi, logo: LogoFile | null): Promise<Picture | null> {
  if (!logo) return Promise.resolve(null);
  const known = logos.get(logo.hash);
  if (known) return known;
  logos.clear();
  const reading = readLogo(strapi, logo);
  logos.set(logo.hash, reading);
  reading.catch(() => logos.delete(logo.hash));
  return reading;
}
