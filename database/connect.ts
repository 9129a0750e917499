import pg, { type Client } from 'pg';
import { Sentence, words } from '../config/run/parts/words.mjs';

export interface Ssl {
  readonly isOn: boolean;
  readonly isVerified: boolean;
}

/** Opens a connection, runs the work, closes it whatever happens. */
export async function withClient<T>(
  url: string,
  work: (client: Client) => Promise<T>,
  ssl: Ssl = { isOn: false, isVerified: true },
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 8_000,
    ssl: ssl.isOn && { rejectUnauthorized: ssl.isVerified },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes sure that a database of somebody else's answers, lets us in and is new enough; else throws one sentence. */
export async function checkDatabase(url: string, ssl: Ssl): Promise<void> {
  const where = addressOf(url);
  const version = await withClient(
    url,
    async (client) =>
      (
        await client.query<{ n: string; v: string }>(
          "SELECT current_setting('server_version_num') AS n, current_setting('server_version') AS v",
        )
      ).rows[0],
    ssl,
  ).catch((error: unknown) => {
    throw worded(error, url, where);
  });
  if (Number(version?.n) < 150_000) throw new Sentence(words.database.tooOld(version?.v ?? '?'));
}

export async function createDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rows.length === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Host, port and database of a URL, never its password. */
export function addressOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`;
}

export const codeOf = (error: unknown): string => {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? '';
};

const WHY: Record<string, string> = {
  ECONNREFUSED: 'tidak ada yang mendengarkan di sana',
  ENOTFOUND: 'nama host tidak dikenal',
  EAI_AGAIN: 'nama host tidak dapat dicari',
  ETIMEDOUT: 'tidak ada jawaban',
  EHOSTUNREACH: 'host tidak terjangkau',
  ENETUNREACH: 'jaringan tidak terjangkau',
  ECONNRESET: 'sambungan diputus',
};

function worded(error: unknown, url: string, where: string): Error {
  const code = codeOf(error);
  if (code === '28P01' || code === '28000') return new Sentence(words.database.wrongLogin(where));
  if (code === '3D000')
    return new Sentence(words.database.missing(where, decodeURIComponent(new URL(url).pathname.slice(1))));
  const said = error instanceof Error ? error.message : String(error);
  return new Sentence(
    words.database.unreachable(where, WHY[code] ?? (said.includes('timeout') ? (WHY.ETIMEDOUT ?? code) : code || said)),
  );
}
