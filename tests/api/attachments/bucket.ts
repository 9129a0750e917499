import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { keep } from '../../support/backups';
import { createDatabase, dropDatabase, newName, urlOf } from '../../support/databases';
import { fileOf, PDF, PNG } from '../../support/files';
import { runJob, until } from '../../support/jobs';
import { ROOT, startCms, type Server } from '../../support/servers';
import { openObjectStore, type ObjectStore } from '../../support/store';
import { outage, signInPortal, signInStaff, type Person, type PortalAccount } from '../../support/world';
import { world } from './stage';

/** Attachments in a bucket: the last chapter, since the cms of the others ends here. */
let store: ObjectStore;
let cms: Server;
let clerk: Person;
let home: string;
let number: string;
/** A picture that an editor uploaded before there was a bucket. */
let emblem: string;
const ended: (() => Promise<unknown>)[] = [];

const inFolder = (): string[] => fs.readdirSync(path.join(home, 'attachments', 'uploads'));
const inBucket = () => store.files('kota', 'attachments');
const media = () => store.files('kota', 'media');
/** The folder that is served, of all tests: nothing of ours stays there. */
const served = (url: string): string => path.join(ROOT, 'public/uploads', path.basename(url));
const sums = (files: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...files].map(([name, file]) => [name, createHash('sha256').update(fs.readFileSync(file)).digest('hex')]),
  );
const bytesOf = async (who: Person, id: string): Promise<Buffer> =>
  Buffer.from(await (await who.readAttachment({ number, id })).arrayBuffer());

/** As the panel's media library sends a file. */
async function upload(
  at: Server,
  who: Person,
  place: string,
  bytes: Buffer,
): Promise<{ status: number; text: string }> {
  const body = new FormData();
  body.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'lambang.png');
  const headers = { authorization: `Bearer ${who.token}` };
  const response = await fetch(`${at.url}${place}`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}
const urlOfFirst = ({ text }: { text: string }): string => (JSON.parse(text) as { url: string }[])[0]?.url ?? '';

/** The chapters before have ended, and with them the cms that kept files in a folder. */
async function begin(): Promise<void> {
  home = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName);
  for (const name of inFolder())
    if (name.startsWith('foreign-')) fs.rmSync(path.join(home, 'attachments/uploads', name));
  ({ number } = await (await world.clerk()).submitTicket(outage({ title: 'Berkas dari sebelum bucket' })));
  await (await world.clerk()).addAttachment({ number, file: fileOf('lama.pdf', PDF) });
  emblem = urlOfFirst(await upload(world.cms, await world.staff('Administrator Demo'), '/upload', PNG));
  expect(fs.existsSync(served(emblem))).toBe(true);
  await world.cms.stop();
  store = await openObjectStore(path.join(home, 'store'));
  ended.push(() => store.down());
  cms = await startCms(urlOf(world.databaseName), home, { ...store.settings, METRICS_TOKEN: 'pengumpul' });
  ended.push(() => cms.stop());
  clerk = await signInPortal(cms.url, world.accounts.portal[0] as PortalAccount);
}
afterAll(async () => {
  for (const end of ended.toReversed()) await end();
});

const staff = (name: string): Promise<Person> => {
  const account = world.accounts.staff.find((one) => one.name === name);
  if (!account) throw new Error(`there is no ${name}`);
  return signInStaff(cms.url, account);
};

test('files of portal and panel lie in the bucket and nowhere else, and come back byte for byte', async () => {
  await begin();
  // What the folder held went over at the start.
  const { rows } = await world.database.query<{ storage_key: string }>('select storage_key from attachments');
  const known = new Set(rows.map(({ storage_key }) => storage_key));
  await until('the folder is taken over', async () => inFolder().every((name) => !known.has(name)));
  const [before, taken] = [inFolder().length, inBucket().size];
  expect(taken).toBeGreaterThan(30);
  const [officer, photo] = [await staff('Galih Ramadhan'), Buffer.concat([PNG, Buffer.alloc(300_000, 7)])];
  const { id } = await clerk.addAttachment({ number, file: fileOf('foto.png', photo) });
  // The same file sent again is the same attachment, and leaves no second object.
  expect((await clerk.addAttachment({ number, file: fileOf('foto.png', photo) })).id).toBe(id);
  const { id: wrong } = await clerk.addAttachment({ number, file: fileOf('salah.pdf', PDF) });
  expect(inBucket().size).toBe(taken + 2);
  await clerk.deleteAttachment({ number, id: wrong });
  await expect(bytesOf(officer, wrong)).rejects.toMatchObject({ code: 'notFound' });
  await officer.actOnTicket({ number, action: 'claim' });
  const { id: theirs } = await officer.addAttachment({ number, file: fileOf('jawaban.pdf', PDF) });
  expect(inBucket().size).toBe(taken + 3);
  expect(inFolder()).toHaveLength(before);
  expect((await bytesOf(officer, id)).equals(photo)).toBe(true);
  expect((await bytesOf(clerk, theirs)).equals(PDF)).toBe(true);
}, 240_000);

test('what editors upload for all lies in the bucket too: handed out by every machine, replaced and removed there', async () => {
  await until('the folder is taken over', () => Promise.resolve(media().has(path.basename(emblem))));
  const admin = await staff('Administrator Demo');
  const [{ id, url }] = JSON.parse((await upload(cms, admin, '/upload', PNG)).text) as [{ id: number; url: string }];
  for (const each of [emblem, url]) {
    await until('the folder has let it go', () => Promise.resolve(!fs.existsSync(served(each))));
    const kept = fs.readFileSync(media().get(path.basename(each)) ?? '');
    const shown = await request(cms.url).get(each);
    expect(shown).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect(kept.equals(shown.body as Buffer)).toBe(true);
    expect((await request(cms.url).head(each)).headers['content-length']).toBe(String(kept.length));
  }
  const other = Buffer.concat([PNG, Buffer.alloc(5000, 7)]);
  expect((await upload(cms, admin, `/upload/files/${id}/replace`, other)).status).toBe(200);
  expect(((await request(cms.url).get(url)).body as Buffer).length).toBeGreaterThan(0);
  await store.down();
  for (const refused of [
    await upload(cms, admin, '/upload', PNG),
    await fetch(`${cms.url}/upload/files/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${admin.token}` },
    }).then(async (answer) => ({ status: answer.status, text: await answer.text() })),
    await fetch(`${cms.url}${url}`).then(async (answer) => ({ status: answer.status, text: await answer.text() })),
  ])
    expect(refused).toEqual({ status: 503, text: expect.stringContaining('Tidak ada yang hilang') as string });
  await store.up();
  const before = media().size;
  const gone = await fetch(`${cms.url}/upload/files/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${admin.token}` },
  });
  expect([gone.status, media().size]).toEqual([200, before - 1]);
  expect((await fetch(`${cms.url}${url}`)).status).toBe(404);
}, 120_000);

test('what lies in the folder still is read there, and taken over by the job; what no row knows goes from the bucket', async () => {
  const { rows } = await world.database.query<{ public_id: string; storage_key: string }>(
    `select public_id, storage_key from attachments where name in ('lama.pdf', 'jawaban.pdf') order by name desc`,
  );
  const [old, stray] = rows;
  const place = path.join(home, 'attachments', 'uploads', old?.storage_key ?? '');
  fs.copyFileSync(inBucket().get(old?.storage_key ?? '') ?? '', place);
  fs.rmSync(inBucket().get(old?.storage_key ?? '') ?? '');
  expect((await bytesOf(clerk, old?.public_id ?? '')).equals(PDF)).toBe(true);
  await world.database.query('delete from attachments where storage_key = $1', [stray?.storage_key]);
  const anHourAgo = new Date(Date.now() - 61 * 60_000);
  for (const file of inBucket().values()) fs.utimesSync(file, anHourAgo, anHourAgo);
  const before = inBucket().size;
  expect(await runJob(world.database, 'stray-files')).toBe('completed');
  expect(fs.existsSync(place)).toBe(false);
  expect([inBucket().has(old?.storage_key ?? ''), inBucket().has(stray?.storage_key ?? '')]).toEqual([true, false]);
  expect(inBucket().size).toBe(before);
  expect((await bytesOf(clerk, old?.public_id ?? '')).equals(PDF)).toBe(true);
});

test('a backup holds what the bucket holds, is copied into the second, and comes back from there into an empty one', async () => {
  const from = { database: world.databaseName, dataDir: home };
  expect(await keep('backup', from, [], store.settings)).toMatchObject({ code: 0 });
  const [copied] = [...store.files('salinan', 'backups').keys()];
  expect(copied).toMatch(/^ticketing-.*\.tar$/);

  const database = newName();
  await createDatabase(database);
  ended.push(() => dropDatabase(database));
  const target = { database, dataDir: path.join(home, database) };
  // Into a bucket that holds something nothing is restored.
  const refused = await keep('restore', target, ['s3:'], store.settings);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.said).toContain('sudah memuat lampiran');
  const apart = { ...store.settings, S3_PREFIX: 'pulih' };
  const restoring = await keep('restore', target, [`s3:${copied}`], apart);
  expect(restoring.said).not.toContain('✗');
  expect(restoring).toMatchObject({ code: 0 });
  const { rows } = await world.database.query<{ storage_key: string }>('select storage_key from attachments');
  const known = new Set(rows.map(({ storage_key }) => storage_key));
  const restored = sums(store.files('kota', 'pulih/attachments'));
  expect(Object.keys(restored).length).toBeGreaterThan(2);
  expect(restored).toEqual(sums(new Map([...inBucket()].filter(([name]) => known.has(name)))));
  expect(sums(store.files('kota', 'pulih/media'))).toEqual(sums(media()));
  expect(media().size).toBeGreaterThan(0);
}, 120_000);

test('while the store is down it is said so, nothing is half kept, and everything else goes on', async () => {
  const [readable] = await clerk.listAttachments({ number });
  const count = async () =>
    (await world.database.query('select count(*)::int as n from attachments')).rows[0] as object;
  const before = await count();
  await store.down();
  const refused = await clerk.addAttachment({ number, file: fileOf('baru.pdf', PDF) }).catch((error: Error) => error);
  expect(refused).toMatchObject({ code: 'storeUnreachable' });
  const read = await request(cms.url)
    .get(`/api/ticketing/tickets/${number}/attachments/${readable?.id}`)
    .set({ authorization: `Bearer ${clerk.token}` });
  expect(read.status).toBe(503);
  expect((read.body as { error: Error }).error.message).toContain('Tidak ada yang hilang');
  expect(await count()).toEqual(before);
  await clerk.submitTicket(outage({ title: 'Tanpa lampiran tetap dapat diajukan' }));
  const ready = () => request(cms.url).get('/readyz');
  await until(
    'readiness names it',
    async () => ((await ready()).body as { impaired?: string[] }).impaired !== undefined,
  );
  expect(await ready()).toMatchObject({ status: 200, body: { status: 'ok', impaired: ['storage'] } });
  const metrics = await request(cms.url).get('/metrics').set({ authorization: 'Bearer pengumpul' });
  expect(metrics.text).toContain('ticketing_storage_up 0');
  expect((await (await staff('Administrator Demo')).getOperations({})).storage).toMatchObject({
    isBucket: true,
    isReachable: false,
  });
  // A backup without its files would be none.
  const { code, said } = await keep('backup', { database: world.databaseName, dataDir: home }, [], store.settings);
  expect([code, said.includes('Penyimpanan S3 tidak dapat dihubungi')]).toEqual([1, true]);
  // With its files elsewhere it is made, and says that it lies in one place only.
  const folder = { ...store.settings, S3_BUCKET: '', BACKUP_DIR: path.join(home, 'satu') };
  const once = await keep('backup', { database: world.databaseName, dataDir: home }, [], folder);
  expect([once.code, once.said.includes('tidak dapat disalin ke')]).toEqual([1, true]);
  await store.up();
  await until(
    'the store is back',
    async () => ((await ready()).body as { impaired?: string[] }).impaired === undefined,
  );
  await clerk.addAttachment({ number, file: fileOf('baru.pdf', Buffer.concat([PDF, Buffer.from('\n')])) });
  // The next one makes up for it.
  expect(await keep('backup', { database: world.databaseName, dataDir: home }, [], folder)).toMatchObject({ code: 0 });
  for (const name of fs.readdirSync(path.join(home, 'satu')))
    expect(store.files('salinan', 'backups').has(name)).toBe(true);
}, 120_000);

test('a bucket is set whole or refused in a sentence, and a wrong key is told without the key', async () => {
  const system = { database: world.databaseName, dataDir: home };
  const half = await keep('backup', system, [], { S3_BUCKET: 'kota', S3_ENDPOINT: store.url });
  expect([half.code, half.said.includes('S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY')]).toEqual([1, true]);
  const wrong = { ...store.settings, S3_SECRET_ACCESS_KEY: 'rahasia-yang-salah' };
  const { code, said } = await keep('backup', system, [], wrong);
  expect([code, said.includes('SignatureDoesNotMatch'), said.includes('rahasia-yang-salah')]).toEqual([1, true, false]);
}, 60_000);
