import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import localProvider from '@strapi/provider-upload-local';
import type { Store } from './kept';

interface StoredFile {
  hash: string;
  ext: string;
  stream?: Readable;
  size: number;
  name: string;
  mime: string;
}
interface Provider {
  uploadStream(file: StoredFile): Promise<void>;
  delete(file: StoredFile): Promise<unknown>;
}

const nameless = (key: string): StoredFile => ({
  hash: key,
  ext: '',
  size: 0,
  name: key,
  mime: 'application/octet-stream',
});

/**
 * Strapi's own upload provider, kept in a folder that no server hands out. The provider takes its folder from
 * `strapi.dirs` when it starts, so that is where we point it for that one call.
 */
export async function openFolder(strapi: Core.Strapi, folder: string): Promise<Store> {
  await fs.mkdir(path.join(folder, 'uploads'), { recursive: true, mode: 0o700 });
  const dirs = strapi.dirs.static as { public: string };
  const served = dirs.public;
  dirs.public = folder;
  let provider: Provider;
  try {
    provider = (localProvider as unknown as { init(options: object): Provider }).init({});
  } finally {
    dirs.public = served;
  }
  return {
    // A file that could not be written whole, as on a full disk, leaves nothing.
    save: (key, file) =>
      provider.uploadStream({ ...nameless(key), stream: createReadStream(file.path) }).catch(async (error: unknown) => {
        await provider.delete(nameless(key)).catch(() => undefined);
        throw error;
      }),
    remove: async (key) => {
      await provider.delete(nameless(key));
    },
    async read(key, size) {
      const handle = await fs.open(path.join(folder, 'uploads', path.basename(key)));
      if ((await handle.stat()).size === size) return handle.createReadStream();
      await handle.close();
      throw new Error(`attachment ${key} is not what its row says`);
    },
    async *all() {
      for await (const { name } of await fs.opendir(path.join(folder, 'uploads'))) {
        const stat = await fs.stat(path.join(folder, 'uploads', name)).catch(() => null);
        if (stat) yield { key: name, since: stat.mtimeMs };
      }
    },
  };
}
