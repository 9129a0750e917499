/**
 * Loaded into a cms before anything else (`--require`): writes down every statement that a request sends, as a line of
 * JSON in the file STATEMENTS. `round` counts round trips: statements under way together share one.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const fs = require('node:fs');
const http = require('node:http');
const pg = require('pg');

const file = process.env.STATEMENTS;
const running = new AsyncLocalStorage();

const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (event, ...args) {
  if (event !== 'request') return emit.call(this, event, ...args);
  const [{ method, url }] = args;
  return running.run({ request: `${method} ${url}`, underWay: 0, round: 0 }, () => emit.call(this, event, ...args));
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (config, ...rest) {
  const seen = running.getStore();
  const given = typeof config === 'string' ? { text: config } : config;
  if (!file || !seen || typeof given?.text !== 'string') return query.call(this, config, ...rest);
  if (seen.underWay === 0) seen.round += 1;
  seen.underWay += 1;
  const { text, name, values } = given;
  fs.appendFileSync(
    file,
    `${JSON.stringify({ request: seen.request, round: seen.round, text, name, values: values ?? rest[0] })}\n`,
  );
  const done = () => {
    seen.underWay -= 1;
  };
  const last = rest.at(-1);
  if (typeof last === 'function')
    rest[rest.length - 1] = (...answer) => {
      done();
      last(...answer);
    };
  const result = query.call(this, config, ...rest);
  if (typeof result?.then === 'function') result.then(done, done);
  else if (typeof last !== 'function') done();
  return result;
};
