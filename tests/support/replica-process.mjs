/**
 * A streaming replica of the tests' own PostgreSQL, as a process of its own: `node replica-process.mjs PRIMARY_FOLDER FOLDER
 * URL PORT`. The base backup is made by PostgreSQL's own functions, since what we ship has no `pg_basebackup`. Says "ready" when
 * it may be started, and starts it; a further start takes the files that are there.
 */
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { launch } from '../../database/cluster.ts';
import { findPlace } from '../../database/place.ts';

const [primaryFolder, folder, url, port] = process.argv.slice(2);
const SLOT = `replica_${port}`;
/** Folders that a copy has empty: what lies there belongs to the server that runs. */
const EMPTY = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_subtrans',
  'pg_stat_tmp',
];

/** A file may go, or grow, while it is copied: the log that is replayed puts that right. */
function copy(from, to) {
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.name === 'postmaster.pid' || entry.name === 'postmaster.opts') continue;
    try {
      if (entry.isDirectory()) {
        fs.mkdirSync(target, { mode: 0o700 });
        if (!EMPTY.includes(path.relative(base, target))) copy(source, target);
      } else if (entry.isFile()) fs.copyFileSync(source, target);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
}
function give(place, { uid, gid }) {
  fs.chownSync(place, uid, gid);
  if (fs.statSync(place).isDirectory())
    for (const name of fs.readdirSync(place)) give(path.join(place, name), { uid, gid });
}

fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
const place = await findPlace(folder);
const base = place.folder;
if (!fs.existsSync(path.join(base, 'PG_VERSION'))) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_create_physical_replication_slot($1, true)', [SLOT]);
  await client.query("select pg_backup_start('replica', true)");
  fs.mkdirSync(base, { recursive: true, mode: 0o700 });
  copy((await findPlace(primaryFolder)).folder, base);
  const { rows } = await client.query('select labelfile from pg_backup_stop(false)');
  await client.end();
  const { hostname, port: primaryPort, username, password } = new URL(url);
  const info = `host=${hostname} port=${primaryPort} user=${username} password=${decodeURIComponent(password)}`;
  fs.mkdirSync(path.join(base, 'pg_wal/archive_status'), { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(base, 'backup_label'), rows[0].labelfile);
  fs.writeFileSync(path.join(base, 'standby.signal'), '');
  fs.writeFileSync(
    path.join(base, 'postgresql.auto.conf'),
    `primary_conninfo = '${info}'\nprimary_slot_name = '${SLOT}'\nhot_standby_feedback = on\n`,
  );
  if (place.owner) give(base, place.owner);
}
const child = launch(place, {
  dataDir: folder,
  port: Number(port),
  password: '',
  database: '',
  log: path.join(folder, 'replica.log'),
  isDurable: false,
  onSpawn: () => process.stdout.write('ready\n'),
});
child.once('exit', () => process.exit());
// At once: whoever is connected is cut off.
process.on('SIGTERM', () => child.kill('SIGQUIT'));
