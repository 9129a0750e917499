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

export async function connect(database: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf(database), connectionTimeoutMillis: 10_000 });
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
