import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { adminUrl } from './databases';
import { until } from './jobs';
import { freePort } from './servers';

export interface Replica {
  urlOf(database: string): string;
  /** Runs a statement there. */
  run(statement: string): Promise<void>;
  up(): Promise<void>;
  down(): Promise<void>;
  close(): Promise<void>;
}

/** A streaming replica of the server on which tests make their databases. */
export async function openReplica(name: string): Promise<Replica> {
  const primary = process.env['TEST_DATA_DIR'] ?? '';
  const [folder, port] = [path.join(primary, name), await freePort()];
  let child: ChildProcess | null = null;
  const urlOf = (database: string): string => {
    const url = new URL(adminUrl());
    url.port = String(port);
    url.pathname = `/${database}`;
    return url.href;
  };
  const run = async (at: string, statement: string): Promise<void> => {
    const client = new Client({ connectionString: at, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(statement);
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const replica: Replica = {
    urlOf,
    run: (statement) => run(urlOf('postgres'), statement),
    async up() {
      const program = path.join(__dirname, 'replica-process.mjs');
      const begun = spawn(process.execPath, [program, primary, folder, adminUrl(), String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = begun;
      await Promise.race([
        once(begun.stdout, 'data'),
        once(begun, 'exit').then(() => Promise.reject(new Error('the replica did not start'))),
      ]);
      await until('the replica answers', () =>
        replica.run('select 1').then(
          () => true,
          () => false,
        ),
      );
    },
    async down() {
      child?.kill();
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    async close() {
      await replica.down();
      await run(
        adminUrl(),
        `select pg_drop_replication_slot(slot_name) from pg_replication_slots
        where slot_name = 'replica_${port}'`,
      );
      const files = path.join(folder, 'postgres');
      if (fs.lstatSync(files, { throwIfNoEntry: false })?.isSymbolicLink())
        fs.rmSync(fs.readlinkSync(files), { recursive: true, force: true });
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
  await replica.up();
  return replica;
}
