/** A Strapi of our content types and nothing else of ours, with one route that makes a ticket through its documents. */
const { createRequire } = require('node:module');
const path = require('node:path');

const appDir = process.cwd();
const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');
createStrapi({ appDir, distDir: appDir })
  .start()
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
