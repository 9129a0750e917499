const cluster = require('node:cluster');
const path = require('node:path');

/** How many cms processes share this port; each loads what it needs, and PostgreSQL keeps them apart. */
const INSTANCES = Number(process.env.CMS_INSTANCES || 1);
const BREATH_MS = 1000;
/** How often a process that serves says that it turns, and after how many silences it counts as stuck. */
const PULSE_MS = 5000;
const MOST_SILENCES = 6;

/**
 * The cms as `strapi start` runs it, without the command line around it: that also loads Strapi Cloud's tools, which nobody
 * here uses. CommonJS, because Strapi's ES modules do not load outside a bundler (`lodash/fp`).
 */
function serve() {
  const { createStrapi } = require('@strapi/strapi');
  createStrapi({ appDir: __dirname, distDir: path.join(__dirname, 'dist') }).start();
  if (cluster.isWorker) setInterval(() => process.connected && process.send('pulse'), PULSE_MS).unref();
}

/**
 * Ends a process whose event loop stands still: half of all callers would wait for it, for no proxy sees who of several
 * answers at one port. Silences are counted, not seconds: a machine that slept wakes with everybody alive.
 */
function watch(worker) {
  let silences = 0;
  worker.on('message', (word) => {
    if (word === 'pulse') silences = 0;
  });
  const timer = setInterval(() => {
    silences += 1;
    if (silences > MOST_SILENCES) worker.process.kill('SIGKILL');
  }, PULSE_MS);
  worker.once('exit', () => clearInterval(timer));
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
      watch(worker);
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
