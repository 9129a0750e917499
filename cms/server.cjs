const cluster = require('node:cluster');
const path = require('node:path');

/** How many cms processes share this port; each loads what it needs, and PostgreSQL keeps them apart. */
const INSTANCES = Number(process.env.CMS_INSTANCES || 1);
const BREATH_MS = 1000;

/**
 * The cms as `strapi start` runs it, without the command line around it: that also loads Strapi Cloud's tools, which nobody
 * here uses. CommonJS, because Strapi's ES modules do not load outside a bundler (`lodash/fp`).
 */
function serve() {
  const { createStrapi } = require('@strapi/strapi');
  createStrapi({ appDir: __dirname, distDir: path.join(__dirname, 'dist') }).start();
}

/**
 * Keeps so many processes on one port. One that dies is replaced, after a breath where it could not even start, since
 * the database may be away for a moment. Before any of them has served one that cannot start ends all: the next would not
 * either. A signal goes to each, and this process ends when they have.
 */
function keep(count) {
  let isStopping = false;
  let hasAnyServed = false;
  const start = () => {
    const worker = cluster.fork();
    let hasServed = false;
    worker.once('listening', () => {
      hasServed = true;
      hasAnyServed = true;
    });
    worker.once('exit', (code) => {
      if (isStopping) return;
      if (hasAnyServed) setTimeout(() => isStopping || start(), hasServed ? 0 : BREATH_MS);
      else stop('SIGTERM', code || 1);
    });
  };
  const stop = (signal, code = 0) => {
    isStopping = true;
    process.exitCode = code;
    for (const worker of Object.values(cluster.workers)) worker.process.kill(signal);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => isStopping || stop(signal));
  for (let index = 0; index < count; index += 1) start();
}

if (INSTANCES > 1 && cluster.isPrimary) keep(INSTANCES);
else serve();
