const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/**
 * The cms without a port and without anything that happens by itself: takes other systems' lists over, or tries them, says
 * what it finds, and ends with 0, or with 2 where lines were bad. Run by `config/run/import.ts`; each argument is one list
 * and how to read it, as JSON.
 */
async function takeOver() {
  process.env.IMPORT = 'true';
  const commands = process.argv.slice(2).map((text) => JSON.parse(text));
  const strapi = await createStrapi({ appDir: __dirname, distDir: path.join(__dirname, 'dist') }).load();
  const say = (text) => process.stdout.write(`${text}\n`);
  let isGood = true;
  for (const command of commands)
    isGood = (await strapi.plugin('ticketing').service('imports').run(command, say)) && isGood;
  process.exit(isGood ? 0 : 2);
}
takeOver().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
