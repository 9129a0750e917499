const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/**
 * The cms as `strapi start` runs it, without the command line around it: that also loads Strapi Cloud's tools, which nobody
 * here uses. CommonJS, because Strapi's ES modules do not load outside a bundler (`lodash/fp`).
 */
createStrapi({ appDir: __dirname, distDir: path.join(__dirname, 'dist') }).start();
