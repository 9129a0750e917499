import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { urlOf } from './databases';
import { ROOT } from './servers';

interface System {
  readonly database: string;
  readonly dataDir: string;
}

/** A program of `config/run` on a database of ours: its exit code and what it says. */
function runProgram(
  file: string,
  { database, dataDir }: System,
  args: readonly string[],
  more: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'config/run', file), ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: urlOf(database), DATA_DIR: dataDir, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** `npm run backup` or `npm run restore`. */
export const keep = (
  verb: 'backup' | 'restore',
  system: System,
  args: readonly string[] = [],
  more: NodeJS.ProcessEnv = {},
) => runProgram(`${verb}.ts`, system, args, more);

/** What the cms has done on Sundays. */
export const rehearse = (system: System) =>
  runProgram('parts/nightly.ts', system, ['rehearsal'], { NODE_ENV: 'production' });

const OURS = `n.nspname in ('public', 'pgboss')`;
const OBJECTS: Readonly<Record<string, string>> = {
  columns: `select format('%s.%s %s %s %s %s %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
      a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid)) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  tables: `select format('%s %s %s %s', c.oid::regclass, c.relkind, c.relpersistence, c.reloptions) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'p', 'S', 'v', 'm')`,
  constraints: `select format('%s %s %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and k.contype <> 'n'`,
  indexes: `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  triggers: `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not t.tgisinternal`,
  functions: `select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OURS} and p.prokind in ('f', 'p')`,
  aggregates: `select format('%s %s %s %s', p.oid::regprocedure, a.aggtransfn, a.aggtranstype::regtype, a.agginitval) as line
    from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid join pg_namespace n on n.oid = p.pronamespace where ${OURS}`,
};

/** PostgreSQL writes the same condition in two ways, before and after it has read its own words. */
const plainly = (line: string): string => line.replaceAll(/::(character varying|text)(\[\])?|[()]/g, '');

/** A checksum of every table, sequence and kind of object of a database, by name. */
export async function checksums(client: Client): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind = 'r' order by 1`,
  );
  for (const { name } of tables) {
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as sum from ${name} t`,
    );
    sums[name] = rows[0]?.sum ?? '';
  }
  const { rows: sequences } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind = 'S'`,
  );
  for (const { name } of sequences) {
    const { rows } = await client.query<{ sum: string }>(`select last_value || ' ' || is_called as sum from ${name}`);
    sums[name] = rows[0]?.sum ?? '';
  }
  for (const [kind, question] of Object.entries(OBJECTS)) {
    const { rows } = await client.query<{ line: string }>(`select line from (${question}) l order by line collate "C"`);
    sums[kind] = rows
      .map(({ line }) => plainly(line))
      .sort()
      .join('\n');
  }
  return sums;
}

/** The SHA-256 of each file below a folder, by its name. */
export const fileSums = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(fs.readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );
