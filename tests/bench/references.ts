import fs from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { connect, createDatabase, dropDatabase, newName, urlOf } from '../support/databases';
import { replay } from '../support/replay.cjs';
import { freePort, ROOT, start, type Server } from '../support/servers';
import type { Statement } from '../support/statements';

const PATIENCE = 120_000;
const support = (name: string): string => path.join(ROOT, 'tests/support', name);

/** Statements by round trip, in their order. */
export const roundsOf = (statements: readonly Statement[]): Statement[][] => [
  ...Map.groupBy(statements, ({ round }) => round).values(),
];

/** A bare server that answers with what these statements find, written down of the ticket with this number. */
export async function bareNode(
  database: string,
  dataDir: string,
  statements: readonly Statement[],
  number: string,
): Promise<Server> {
  const port = await freePort();
  const plan = path.join(dataDir, `plan-${port}.json`);
  fs.writeFileSync(plan, JSON.stringify({ rounds: roundsOf(statements), number }));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    DATABASE_URL: urlOf(database),
    CMS_PORT: String(port),
    PLAN: plan,
  };
  return start('bare-node', [support('bare-node.cjs')], ROOT, env, port, PATIENCE);
}

/** Connections that send the same statements themselves, of another ticket each time. */
export async function straight(database: string, hands: number) {
  const free: Client[] = await Promise.all(Array.from({ length: hands }, () => connect(database)));
  const all = [...free];
  return {
    async send(statements: readonly Statement[], replacing: ReadonlyMap<unknown, unknown>): Promise<void> {
      const client = free.pop();
      if (!client) throw new Error('more hands than connections');
      try {
        await replay((statement) => client.query(statement), roundsOf(statements), replacing);
      } finally {
        free.push(client);
      }
    },
    close: () => Promise.all(all.map((client) => client.end())),
  };
}

const ROUTES = `module.exports = { routes: [{ method: 'POST', path: '/bare', handler: 'bare.create', config: { auth: false } }] };`;
const CONTROLLER = `module.exports = {
  create: async (ctx) => {
    ctx.body = await strapi.documents('api::ticket.ticket').create({ data: ctx.request.body });
  },
};`;
const HEALTH = `module.exports = { register: ({ strapi }) => strapi.server.routes([
  { method: 'GET', path: '/healthz', config: { auth: false }, handler: (ctx) => { ctx.status = 200; ctx.body = {}; } },
]) };`;

/**
 * A bare Strapi of the same content types on a copy of the database without anything of ours below it, and a route that
 * calls `strapi.documents().create`.
 */
export async function bareStrapi(template: string, dataDir: string): Promise<Server> {
  const name = newName();
  await createDatabase(name, template);
  const database = await connect(name);
  const { rows: triggers } = await database.query<{ name: string }>(
    "select tgname as name from pg_trigger where tgrelid = 'tickets'::regclass and not tgisinternal",
  );
  for (const { name: trigger } of triggers) await database.query(`drop trigger ${trigger} on tickets`);
  await database.query('drop table ticket_search cascade');
  await database.query('drop function hold_ticket_history(text)');
  const ours = [
    ...fs
      .readFileSync(path.join(ROOT, 'database/sql/010-tickets.sql'), 'utf8')
      .matchAll(/index if not exists (tickets_\w+)/g),
  ];
  // Strapi looks for the number before it writes one: without its index it would read all tickets each time.
  for (const [, index] of ours.filter(([, index]) => index !== 'tickets_number_key'))
    await database.query(`drop index if exists ${index}`);
  await database.end();
  // Inside the repository, where it finds its packages.
  const app = fs.mkdtempSync(path.join(ROOT, '.tmp', 'bare-strapi-'));
  const put = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(app, file)), { recursive: true });
    fs.writeFileSync(path.join(app, file), text);
  };
  for (const part of ['api', 'components', 'extensions'])
    fs.cpSync(path.join(ROOT, 'cms/dist/src', part), path.join(app, 'src', part), { recursive: true });
  for (const file of ['admin', 'api', 'database', 'server'])
    fs.copyFileSync(
      path.join(ROOT, `cms/dist/config/${file}.js`),
      (put(`config/${file}.js`, ''), path.join(app, `config/${file}.js`)),
    );
  put(
    'config/plugins.js',
    `module.exports = ({ env }) => ({ 'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } } });`,
  );
  put(
    'package.json',
    JSON.stringify({
      name: 'bare',
      version: '1.0.0',
      private: true,
      strapi: {},
      dependencies: { '@strapi/plugin-users-permissions': '*' },
    }),
  );
  put('src/index.js', HEALTH);
  put('src/api/bare/routes/bare.js', ROUTES);
  put('src/api/bare/controllers/bare.js', CONTROLLER);
  fs.mkdirSync(path.join(app, 'public'), { recursive: true });
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    CMS_PORT: String(port),
    DATABASE_URL: urlOf(name),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  };
  const server = await start('bare-strapi', [support('bare-strapi.cjs')], app, env, port, PATIENCE);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await dropDatabase(name);
      fs.rmSync(app, { recursive: true, force: true });
    },
  };
}
