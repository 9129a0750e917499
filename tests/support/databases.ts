import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The database server `npm test` started, and where its own superuser comes in. */
export const adminUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is missing: run the tests through `npm test`');
  return url;
};

export const urlOf = (database: string): string => {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
};

/** A line to a database of ours, or to the same elsewhere. */
export async function connect(database: string, at = urlOf(database)): Promise<Client> {
  const client = new Client({ connectionString: at, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl(), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export const newName = (): string => `t_${randomBytes(6).toString('hex')}`;
/** A copy is made of files, not of 22 MB written to the log first: a third of the work, for each world. */
export const createDatabase = (name: string, template?: string): Promise<void> =>
  asAdmin(`create database ${name}${template ? ` template ${template} strategy file_copy` : ''}`);
export const dropDatabase = (name: string): Promise<void> => asAdmin(`drop database if exists ${name} with (force)`);

/**
 * Ends PostgreSQL without a word: of one backend that is killed nobody knows what it left in the memory all of them share,
 * so the server ends every other one and recovers from its log, as after the kill of all of it. That log is only whole
 * where commits wait for it: `keepCommits` first.
 */
export async function killServer(client: Client): Promise<void> {
  client.on('error', () => undefined);
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <>
      pg_backend_pid() order by random() limit 1`,
  );
  const [victim] = rows;
  if (!victim) throw new Error('nobody is connected to the database');
  const ended = new Promise((resolve) => client.once('end', resolve));
  process.kill(victim.pid, 'SIGKILL');
  await ended;
}

/** Once it answers again. */
export async function connectAgain(database: string): Promise<Client> {
  for (const patience = Date.now() + 60_000; ;) {
    try {
      return await connect(database);
    } catch (error) {
      if (Date.now() > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Tests run on a server that forgets the last moments when it is killed; connections made from now on lose nothing. */
export const keepCommits = (name: string): Promise<void> =>
  asAdmin(`alter database ${name} set synchronous_commit = on`);
