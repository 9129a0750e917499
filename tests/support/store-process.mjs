/**
 * An S3 server (`@20minutes/s3rver`) as a process of its own: `node store-process.mjs FOLDER PORT`. It verifies signatures,
 * knows one pair of keys (S3RVER), and says its address in one line.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

// It hides where a page of a list ended behind DES, which OpenSSL 3 no longer has: what is of use there serves as well.
const wide = (bytes) => Buffer.concat([bytes, bytes]);
for (const name of ['createCipheriv', 'createDecipheriv']) {
  const real = crypto[name];
  crypto[name] = (kind, key, iv) => (kind === 'des' ? real('aes-128-cbc', wide(key), wide(iv)) : real(kind, key, iv));
}
syncBuiltinESMExports();
const { default: S3rver } = await import('@20minutes/s3rver');

const [directory, port] = process.argv.slice(2);
const server = new S3rver({
  directory,
  port: Number(port),
  address: '127.0.0.1',
  silent: true,
  configureBuckets: [{ name: 'kota' }, { name: 'salinan' }],
});
const { port: taken } = await server.run();
process.stdout.write(`http://127.0.0.1:${taken}\n`);
