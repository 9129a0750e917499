// Boots the cms twice in this process, without listening: once as it is, once with a Strapi that lacks something.
// Run with the cms's own environment and folder; the last line says what was found, as JSON.
import { createRequire } from 'node:module';
import path from 'node:path';

const appDir = process.cwd();
const require = createRequire(path.join(appDir, 'package.json'));
const { createStrapi } = require('@strapi/strapi');
const { HOOKS } = require('../plugins/ticketing/dist/server/strapi/hooks.js');
const options = { appDir, distDir: path.join(appDir, 'dist') };

const whole = await createStrapi(options).load();
const missing = {};
for (const { name, missing: ask } of HOOKS) missing[name] = await ask(whole);

/** What a use case is told whose transaction cannot end as it should: the cut comes as its last deed. */
const ended = (deed) =>
  whole.db
    .transaction(async ({ trx }) => {
      await trx.raw("insert into desk_marks (key, fingerprint, position, rounds) values (?, '', 0, 0)", [deed.name]);
      await deed(trx);
    })
    .then(
      () => 'said to be written',
      () => 'refused',
    );
const commits = {};
for (const deed of [
  async function cut(trx) {
    const { rows } = await trx.raw('select pg_backend_pid() as pid');
    await whole.db.connection.raw('select pg_terminate_backend(?, 5000)', [rows[0].pid]);
  },
  async function swallowed(trx) {
    await trx.raw('select 1 / 0').catch(() => undefined);
  },
  async function kept() {},
]) {
  const said = await ended(deed);
  const { rows } = await whole.db.connection.raw('select key from desk_marks where key = ?', [deed.name]);
  commits[deed.name] = { said, isThere: rows.length === 1 };
}
await whole.destroy();

const broken = createStrapi(options);
await broken.register();
delete broken.service('admin::role').assignPermissions;
const refusal = await broken.bootstrap().then(
  () => null,
  ({ message }) => message,
);
process.stdout.write(`\n${JSON.stringify({ missing, commits, refusal })}\n`, () => process.exit(0));
