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
await whole.destroy();

const broken = createStrapi(options);
await broken.register();
delete broken.service('admin::role').assignPermissions;
const refusal = await broken.bootstrap().then(
  () => null,
  ({ message }) => message,
);
process.stdout.write(`\n${JSON.stringify({ missing, refusal })}\n`, () => process.exit(0));
