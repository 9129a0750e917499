import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from './servers';

/** The one pair of keys that the server knows. */
const KEYS = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' };

export interface ObjectStore {
  readonly url: string;
  /** Settings of attachments in its bucket `kota`, and of copies of backups in `salinan`. */
  readonly settings: NodeJS.ProcessEnv;
  /** Names of a bucket below a prefix, each with the file that holds its bytes. */
  files(bucket: string, prefix: string): Map<string, string>;
  down(): Promise<void>;
  up(): Promise<void>;
}

const ENDING = '._S3rver_object';

/** An S3 server of npm on a folder of its own, at an address it keeps while it is down. */
export async function openObjectStore(folder: string): Promise<ObjectStore> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const url = `http://127.0.0.1:${port}`;
  const store: ObjectStore = {
    url,
    settings: { S3_ENDPOINT: url, S3_BUCKET: 'kota', ...KEYS, BACKUP_S3_BUCKET: 'salinan' },
    files(bucket, prefix) {
      const place = path.join(folder, bucket, prefix);
      const names = fs.existsSync(place) ? fs.readdirSync(place) : [];
      return new Map(
        names
          .filter((name) => name.endsWith(ENDING))
          .map((name) => [name.slice(0, -ENDING.length), path.join(place, name)]),
      );
    },
    async down() {
      child?.kill();
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    async up() {
      const begun = spawn(process.execPath, [path.join(__dirname, 'store-process.mjs'), folder, String(port)], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      child = begun;
      await Promise.race([
        once(begun.stdout, 'data'),
        once(begun, 'exit').then(() => Promise.reject(new Error('the S3 server did not start'))),
      ]);
    },
  };
  fs.mkdirSync(folder, { recursive: true });
  await store.up();
  return store;
}
