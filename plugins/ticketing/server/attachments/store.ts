import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import localProvider from '@strapi/provider-upload-local';

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
export async function openStore(strapi: Core.Strapi, folder: string) {
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
    save: (key: string, stream: Readable): Promise<void> => provider.uploadStream({ ...nameless(key), stream }),
    remove: async (key: string): Promise<void> => {
      await provider.delete(nameless(key));
    },
    read: (key: string): Readable => createReadStream(path.join(folder, 'uploads', path.basename(key))),
    /** What lies there, in no order; `since` in epoch ms. */
    async *all(): AsyncGenerator<{ readonly key: string; readonly since: number }> {
      for await (const { name } of await fs.opendir(path.join(folder, 'uploads'))) {
        const stat = await fs.stat(path.join(folder, 'uploads', name)).catch(() => null);
        if (stat) yield { key: name, since: stat.mtimeMs };
      }
    },
  };
}
export type Store = Awaited<ReturnType<typeof openStore>>;

let opened: Promise<Store> | null = null;

/** The folder of this desk's attachments. */
export const storeOf = (strapi: Core.Strapi): Promise<Store> =>
  (opened ??= openStore(strapi, path.join(strapi.plugin('ticketing').config<string>('dataDir'), 'attachments')));
