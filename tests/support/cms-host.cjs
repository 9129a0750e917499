/**
 * A process that runs one cms after another, as `cms/server.cjs` runs one: `node cms-host.cjs SOCKET CMS_FOLDER`. Whoever
 * connects has it alone, which the line `{ pid }` says. A line `{ env, log }` boots a cms under that environment, and
 * `{ isUp: true }` answers. The line `"stop"`, or the end of the connection, ends the cms as SIGTERM does, and
 * `{ isUp: false }` answers. What Strapi stands on stays loaded, which is most of a boot's work.
 */
const fs = require('node:fs');
const { createRequire } = require('node:module');
const net = require('node:net');
const path = require('node:path');
const { createInterface } = require('node:readline');

const [, , socket, home] = process.argv;
/** Ours, and Strapi, which keeps its services in its modules: hooks put on them would outlive their cms. */
const isLoadedAnew = (file) => !/[/\\]node_modules[/\\](?!@strapi[/\\])/.test(file) && file !== __filename;
const LOOK_MS = 1000;
const parent = process.ppid;
const exit = process.exit.bind(process);
const write = { stdout: process.stdout.write, stderr: process.stderr.write };

/** Who has this process now, and the file that takes what is printed meanwhile. */
let lease = null;

const say = (connection, word) => connection.destroyed || connection.write(`${JSON.stringify(word)}\n`);

function print(log) {
  for (const name of ['stdout', 'stderr'])
    process[name].write =
      log === null
        ? write[name]
        : (text, encoding, done) => {
            fs.writeSync(log, text);
            (typeof encoding === 'function' ? encoding : done)?.();
            return true;
          };
}

function adopt(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  for (const file of Object.keys(require.cache).filter(isLoadedAnew)) delete require.cache[file];
}

/** A cms says that it has ended by leaving the process, which stays; one that could not start is not trusted with it. */
process.exit = (code = 0) => {
  if (!lease || code !== 0) exit(code);
  const { connection, log } = lease;
  lease = null;
  print(null);
  fs.closeSync(log);
  say(connection, { isUp: false });
  connection.end();
};

async function boot({ env, log }) {
  adopt(env);
  lease.log = fs.openSync(log, 'a');
  print(lease.log);
  const { createStrapi } = createRequire(path.join(home, 'package.json'))('@strapi/strapi');
  await createStrapi({ appDir: home, distDir: path.join(home, 'dist') }).start();
  lease.isUp = true;
  say(lease.connection, { isUp: true });
  // Whoever asked for it may have gone meanwhile.
  if (lease.connection.destroyed) process.emit('SIGTERM');
}

/** A cms that is still starting is stopped when it is up; one of an earlier lease is gone already. */
function stop(connection) {
  if (lease?.connection !== connection) return;
  if (lease.isUp) process.emit('SIGTERM');
  else if (lease.log === undefined) lease = null;
}

net
  .createServer((connection) => {
    if (lease) return connection.destroy();
    lease = { connection };
    say(connection, { pid: process.pid });
    connection.on('error', () => undefined);
    connection.once('close', () => stop(connection));
    createInterface({ input: connection }).on('line', (line) => {
      const word = JSON.parse(line);
      if (word === 'stop') stop(connection);
      else boot(word).catch((error) => (process.stderr.write(`${error.stack}\n`), exit(1)));
    });
  })
  .listen(socket);

// When the run has ended, so does this.
setInterval(() => process.ppid !== parent && !lease && exit(0), LOOK_MS);
