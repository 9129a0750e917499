const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/**
 * The cms on a restored database, without a port and without anything that happens by itself: opens the newest tickets
 * through the use cases, says how many, and ends. Run by `config/run/parts/rehearse.ts`.
 */
async function rehearse() {
  process.env.REHEARSAL = 'true';
  const strapi = await createStrapi({ appDir: __dirname, distDir: path.join(__dirname, 'dist') }).load();
  const opened = await strapi.plugin('ticketing').service('rehearsal').run();
  process.stdout.write(`opened ${opened}\n`);
  process.exit(0);
}
rehearse().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
