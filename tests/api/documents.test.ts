import { createPublicKey, verify } from 'node:crypto';
import { DOCUMENT_KINDS, EXAMPLES, readSeal, wibDay, type DocumentKind } from 'strapi-plugin-ticketing/domain';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { file, refusal } from '../support/desk';
import { fileOf, PDF, PNG } from '../support/files';
import { runJob } from '../support/jobs';
import { readPdf, readQr } from '../support/pdf';
import { makeCertificate, readSignature } from '../support/signature';
import { createClient, type Client } from 'strapi-plugin-ticketing/client';
import { HOSTILE } from '../support/papers/overfull';
import { openWorld, outage, type Person, type World } from '../support/world';

const CERTIFICATE = path.join(process.env['TEST_DATA_DIR'] ?? '', `office-${process.pid}.pem`);
const PASSPHRASE = 'kunci kantor 2026';
let world: World;
/** Somebody without a session. */
let anybody: Client;
let clerk: Person, stranger: Person, leader: Person, galih: Person;
beforeAll(async () => {
  fs.mkdirSync(path.dirname(CERTIFICATE), { recursive: true });
  makeCertificate(CERTIFICATE, PASSPHRASE);
  world = await openWorld({ SIGNING_CERTIFICATE: CERTIFICATE });
  anybody = createClient((place, init) => fetch(`${world.cms.url}/api/ticketing${place}`, init));
  [clerk, stranger, leader, galih] = await Promise.all([
    world.clerk(),
    world.stranger(),
    world.leader(),
    world.staff('Galih Ramadhan'),
  ]);
}, 600_000);
afterAll(async () => {
  await world.close();
  fs.rmSync(CERTIFICATE, { force: true });
});

const RESULT = 'Internet di ruang pelayanan kembali normal dan diuji bersama petugas unit.';
const filed = async (): Promise<string> => (await file(clerk, 'NET-01')).number;
async function resolved(): Promise<string> {
  const number = await filed();
  await galih.actOnTicket({ number, action: 'claim' });
  await galih.actOnTicket({ number, action: 'resolve', resolutionSummary: RESULT, workDone: 'Konektor diganti.' });
  return number;
}
const pdf = async (person: Person, number: string, kind: DocumentKind): Promise<Buffer> => {
  const response = await person.readDocument({ number, kind });
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  return Buffer.from(await response.arrayBuffer());
};
const codeOf = async (number: string, kind: DocumentKind = 'completion-report') =>
  (await galih.listDocuments({ number })).find((one) => one.kind === kind)?.issued;

test('every paper of a ticket is a sound PDF at both doors, and nobody else’s', async () => {
  const number = await resolved();
  const offered = (await clerk.listDocuments({ number })).map(({ kind }) => kind);
  expect(offered).toEqual([...DOCUMENT_KINDS]);
  for (const kind of offered)
    for (const person of [clerk, galih, leader]) {
      const { text, language } = await readPdf(await pdf(person, number, kind));
      expect(text).toContain(number);
      expect(text).toContain('PEMERINTAH KOTA BUKITTINGGI');
      expect(language).toBe('id-ID');
    }
  for (const kind of offered) expect(await refusal(stranger.readDocument({ number, kind }))).toBe('404 notFound');
  expect(await refusal(stranger.listDocuments({ number }))).toBe('404 notFound');
});

test('an internal note or file is in the history an officer prints, and in nobody else’s', async () => {
  const number = await filed();
  await galih.commentOnTicket({ number, body: 'Rahasia dapur: konektor lama korosi.', internal: true });
  await galih.addAttachment({ number, internal: 'true', file: fileOf('konektor.png', PNG) });
  for (const secret of ['Rahasia dapur', 'konektor.png']) {
    expect((await readPdf(await pdf(galih, number, 'history'))).text).toContain(secret);
    expect((await readPdf(await pdf(clerk, number, 'history'))).text).not.toContain(secret);
  }
});

test('before the work is resolved a Berita Acara is a preview without code; while Baru there is none', async () => {
  const number = await filed();
  expect(await refusal(clerk.readDocument({ number, kind: 'completion-report' }))).toBe('409 noSuchDocument');
  await galih.actOnTicket({ number, action: 'claim' });
  const { text } = await readPdf(await pdf(galih, number, 'completion-report'));
  expect(text).not.toContain('Kode dokumen');
  expect(await codeOf(number)).toBeNull();
});

test('a final Berita Acara is the same file for whoever asks, also when many ask at once, and tells of itself', async () => {
  const number = await resolved();
  const copies = await Promise.all(
    [clerk, galih, leader, clerk, galih].map((who) => pdf(who, number, 'completion-report')),
  );
  for (const copy of copies) expect(copy.equals(copies[0] as Buffer)).toBe(true);
  const document = await codeOf(number);
  const known = await anybody.verifyDocument({ code: (document?.code ?? '').toLowerCase() });
  expect(known).toEqual({ ...document, standing: 'VALID', ticketNumber: number, kind: 'completion-report' });
  const [copy] = copies as [Buffer];
  expect((await readPdf(copy)).text).toContain(known.code);
  expect(await anybody.verifyFile({ file: fileOf('ba.pdf', copy) })).toEqual({ verdict: 'GENUINE', document: known });
  const forged = Buffer.from(copy);
  forged[forged.length - 20] = (forged[forged.length - 20] ?? 0) ^ 1;
  expect(await anybody.verifyFile({ file: fileOf('ba.pdf', forged) })).toEqual({ verdict: 'UNKNOWN', document: null });
  expect(await anybody.verifyFile({ file: fileOf('lain.pdf', PDF) })).toEqual({ verdict: 'UNKNOWN', document: null });
  expect(await refusal(anybody.verifyDocument({ code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' }))).toBe('404 unknownCode');
  expect(await refusal(anybody.verifyDocument({ code: number }))).toBe('404 unknownCode');
});

test('a coordinator signs a final paper with the office’s certificate: the signed file is handed out, and both are known', async () => {
  const [coordinator, number] = [await world.staff('Laila Safitri'), await resolved()];
  const plain = await pdf(clerk, number, 'completion-report');
  const signIt = (who: Person, passphrase: string) =>
    who.signDocument({ number, kind: 'completion-report', passphrase });
  const offered = async (who: Person) => (await who.listDocuments({ number })).filter(({ maySign }) => maySign);
  expect([await offered(galih), await offered(clerk)]).toEqual([[], []]);
  expect((await offered(coordinator)).map(({ kind }) => kind)).toContain('completion-report');
  for (const who of [galih, clerk, leader]) expect(await refusal(signIt(who, PASSPHRASE))).toBe('403 notAllowed');
  expect(await refusal(coordinator.signDocument({ number, kind: 'history', passphrase: PASSPHRASE }))).toBe(
    '409 noSuchDocument',
  );
  await expect(signIt(coordinator, 'bukan ini')).rejects.toMatchObject({
    code: 'invalid',
    details: { issues: [{ field: 'passphrase', code: 'wrongPassword' }] },
  });
  const refused = await world.database.query(
    "select actor_name, payload from audit_entries where event = 'signDocumentFailed' and subject_id = $1",
    [number],
  );
  expect(refused.rows).toMatchObject([
    {
      actor_name: 'Laila Safitri',
      payload: { facts: { document: 'Berita Acara Penyelesaian Pekerjaan', code: (await codeOf(number))?.code } },
    },
  ]);
  expect(JSON.stringify(refused.rows)).not.toContain('bukan ini');
  // It is the auditor's, and no part of what people read on the ticket.
  const told = (await coordinator.getTimeline({ number })).map(({ event }) => event);
  expect(told).toContain('issueDocument');
  expect(told).not.toContain('signDocumentFailed');
  expect((await pdf(clerk, number, 'completion-report')).equals(plain)).toBe(true);
  await Promise.all([signIt(coordinator, PASSPHRASE), signIt(coordinator, PASSPHRASE)]);
  const signed = await pdf(clerk, number, 'completion-report');
  // What was issued stands in it byte for byte; only the signature follows.
  expect(signed.subarray(0, plain.length).equals(plain)).toBe(true);
  expect(await readSignature(signed)).toEqual({
    holds: true,
    isWhole: true,
    namesItsCertificate: true,
    kind: 'ETSI.CAdES.detached',
    subject: 'CN=Dinas Komunikasi dan Informatika Kota Contoh',
  });
  expect((await readPdf(signed)).text).toContain(RESULT);
  const known = await codeOf(number);
  expect(known?.signature).toMatchObject({ subject: 'Dinas Komunikasi dan Informatika Kota Contoh' });
  for (const file of [plain, signed])
    expect(await anybody.verifyFile({ file: fileOf('ba.pdf', file) })).toEqual({ verdict: 'GENUINE', document: known });
  const forged = Buffer.from(signed);
  forged[100] = (forged[100] ?? 0) ^ 1;
  expect(await readSignature(forged)).toMatchObject({ holds: false });
  expect(await anybody.verifyFile({ file: fileOf('ba.pdf', forged) })).toMatchObject({ verdict: 'UNKNOWN' });
  const { rows } = await world.database.query(
    "select payload from audit_entries where event = 'signDocument' and subject_id = $1",
    [number],
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(PASSPHRASE);
});

test('number and parties that the office adds make it anew: the old one says that it was replaced', async () => {
  const number = await resolved();
  const before = await pdf(clerk, number, 'completion-report');
  const old = await codeOf(number);
  const given = {
    letterNumber: '500.12/17/Kominfo/2026',
    executor: { name: 'Galih Ramadhan, S.Kom.', nip: '19850101 201001 1 001', position: 'Pranata Komputer' },
  };
  expect(await refusal(clerk.prepareDocument({ number, ...given }))).toBe('403 notAllowed');
  expect(await refusal(galih.prepareDocument({ number, executor: { name: 'Galih', nip: '123' } }))).toBe('400 invalid');
  await galih.prepareDocument({ number, ...given });
  // At once, and not only when somebody asks for the next one.
  expect(await anybody.verifyDocument({ code: old?.code ?? '' })).toMatchObject({ standing: 'REPLACED' });
  const { text } = await readPdf(await pdf(clerk, number, 'completion-report'));
  for (const words of ['NOMOR: 500.12/17/Kominfo/2026', 'Galih Ramadhan, S.Kom.', '19850101 201001 1 001', RESULT])
    expect(text.replace(/\s+/g, ' ')).toContain(words);
  expect(await anybody.verifyDocument({ code: old?.code ?? '' })).toMatchObject({ standing: 'REPLACED' });
  expect(await anybody.verifyFile({ file: fileOf('lama.pdf', before) })).toMatchObject({ verdict: 'REPLACED' });
  expect(await codeOf(number)).toMatchObject({ standing: 'VALID' });
  expect((await codeOf(number))?.code).not.toBe(old?.code);
});

test('an officer mends the result until it locks: the paper follows, and the old one is told to be replaced', async () => {
  const number = await resolved();
  await pdf(clerk, number, 'completion-report');
  const old = await codeOf(number);
  const mended = 'Internet di ruang pelayanan kembali normal, kecepatan terukur 94 Mbps.';
  expect(await refusal(galih.actOnTicket({ number, action: 'correctResult', resolutionSummary: 'ok' }))).toBe(
    '400 invalid',
  );
  expect(await refusal(clerk.actOnTicket({ number, action: 'correctResult', resolutionSummary: mended }))).toBe(
    '403 notAllowed',
  );
  const ticket = await galih.actOnTicket({ number, action: 'correctResult', resolutionSummary: mended });
  expect(ticket).toMatchObject({ status: 'RESOLVED', resolutionSummary: mended, workDone: 'Konektor diganti.' });
  expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({ event: 'correctResult', text: mended });
  expect(await anybody.verifyDocument({ code: old?.code ?? '' })).toMatchObject({ standing: 'REPLACED' });
  const { text } = await readPdf(await pdf(clerk, number, 'completion-report'));
  expect(text.replace(/\s+/g, ' ')).toContain(mended);
  expect(text).not.toContain(old?.code);
});

test('what a telephone reads in the QR is signed with the published key, and says what the paper says', async () => {
  const number = await resolved();
  const address = await readQr(await pdf(clerk, number, 'completion-report'));
  const document = await codeOf(number);
  expect(address).toContain(`/verifikasi/${document?.code}#`);
  const read = readSeal(address.slice(address.indexOf('#') + 1));
  expect(read?.seal).toMatchObject({
    code: document?.code,
    kind: 'completion-report',
    ticketNumber: number,
    parties: ['Galih Ramadhan', 'Ratih Kusuma'],
  });
  const [key] = await anybody.listSealKeys({});
  expect(read?.seal.keyId).toBe(key?.id);
  const published = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key?.key ?? '' }, format: 'jwk' });
  const [bytes, signature] = [Buffer.from(read?.bytes ?? []), read?.signature ?? new Uint8Array()];
  expect(verify(null, bytes, published, signature)).toBe(true);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  expect(verify(null, bytes, published, signature)).toBe(false);
});

test('the identity is looked at on an example that is final for nobody, by whoever may see settings', async () => {
  const admin = await world.staff('Administrator Demo');
  for (const kind of EXAMPLES) {
    const { text } = await readPdf(Buffer.from(await (await admin.readExample({ kind })).arrayBuffer()));
    expect(text).toContain('PEMERINTAH KOTA BUKITTINGGI');
    expect(text).toContain('TIK-0000-00000');
    expect(text).not.toContain('Kode dokumen');
  }
  expect(await refusal(clerk.readExample({ kind: 'completion-report' }))).toBe('403 notAllowed');
});

test('all Berita Acara of a period are one ZIP, byte for byte, for whoever asked and may; it goes after a week', async () => {
  const [coordinator, today] = [await world.staff('Laila Safitri'), wibDay(Date.now())];
  const [plain, secret, reopened] = [await resolved(), await resolved(), await resolved()];
  await world.database.query('update tickets set is_confidential = true where number = $1', [secret]);
  await clerk.actOnTicket({ number: reopened, action: 'reopen', reason: 'Masih putus setiap sore.' });
  await coordinator.requestBundle({ from: today, to: today });
  expect(await runJob(world.database, 'bundles')).toBe('completed');

  const [bundle] = await coordinator.listBundles({});
  expect(bundle).toMatchObject({ state: 'READY', from: today, to: today, skipped: 0, done: bundle?.total });
  const id = bundle?.id ?? '';
  const zip = Buffer.from(await (await coordinator.readBundle({ id })).arrayBuffer());
  expect(zip.length).toBe(bundle?.size);
  expect(zip.includes(await pdf(coordinator, plain, 'completion-report'))).toBe(true);
  const list = zip.subarray(zip.indexOf('Nomor;Judul')).toString();
  expect(list).toContain(plain);
  expect(list).not.toContain(secret);
  expect(list).not.toContain(reopened);

  for (const other of [leader, await world.staff('Galih Ramadhan')])
    expect(await refusal(other.readBundle({ id }))).toBe('404 notFound');
  expect(await refusal(coordinator.requestBundle({ from: today, to: '2026-01-01' }))).toBe('400 invalid');
  expect(await refusal(coordinator.requestBundle({ from: '2026-01-01', to: '2026-12-31' }))).toBe('400 invalid');

  await world.database.query("update document_bundles set finished_at = finished_at - interval '8 days'");
  expect(await runJob(world.database, 'old-bundles')).toBe('completed');
  expect(await coordinator.listBundles({})).toEqual([]);
  expect(fs.readdirSync(path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'bundles'))).toEqual([]);
});

test('a bundle of somebody who may not any more holds nothing', async () => {
  const [coordinator, today] = [await world.staff('Laila Safitri'), wibDay(Date.now())];
  await coordinator.requestBundle({ from: today, to: today });
  await world.database.query("update admin_users set is_active = false where firstname = 'Laila'");
  try {
    expect(await runJob(world.database, 'bundles')).toBe('completed');
    const { rows } = await world.database.query<{ state: string }>(
      'select state from document_bundles order by requested_at desc limit 1',
    );
    expect(rows).toEqual([{ state: 'FAILED' }]);
  } finally {
    await world.database.query("update admin_users set is_active = true where firstname = 'Laila'");
  }
});

test('a hostile ticket with many words about it and photos makes papers like any other, and fetches nothing', async () => {
  let calls = 0;
  const trap = http.createServer((_, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const bait = HOSTILE.replaceAll('127.0.0.1:9', `127.0.0.1:${(trap.address() as AddressInfo).port}`);
  const typed = bait.replaceAll('\u0000', '');
  const { number } = await clerk.submitTicket({
    ...outage(),
    title: typed.slice(0, 90),
    description: `${typed}\n${'Wx'.repeat(2_000)}`,
  });
  await galih.actOnTicket({ number, action: 'claim' });
  const inFours = async (count: number, each: (index: number) => Promise<unknown>) => {
    for (let next = 0; next < count; next += 4)
      await Promise.all([0, 1, 2, 3].map((add) => (next + add < count ? each(next + add) : null)));
  };
  await inFours(24, (index) => galih.commentOnTicket({ number, body: `${index} ${typed}` }));
  await inFours(8, (index) =>
    galih.addAttachment({
      number,
      file: fileOf(`"><script>${index}.png`, Buffer.concat([PNG, Buffer.from(`${index}`)])),
    }),
  );
  await galih.actOnTicket({ number, action: 'resolve', resolutionSummary: `${RESULT} ${typed}`, workDone: typed });
  for (const kind of ['request-form', 'completion-report', 'history'] as const) {
    const { text, pages } = await readPdf(await pdf(galih, number, kind));
    expect(text.replaceAll('\u200b', '').replace(/\s+/g, '')).toContain('<script>fetch("http://127.0.0.1');
    expect(text).not.toContain('root:');
    expect(text).not.toMatch(/[\u202e\u2067]/);
    expect(pages).toBeLessThan(40);
  }
  trap.close();
  expect(calls).toBe(0);
});

test('what was issued cannot be changed or removed in the database', async () => {
  const number = await resolved();
  await pdf(clerk, number, 'receipt');
  for (const sql of [
    "update issued_documents set sha256 = 'x' where ticket_number = $1",
    'delete from issued_documents where ticket_number = $1',
  ])
    await expect(world.database.query(sql, [number])).rejects.toThrow('append-only');
});

test('an officer’s photo stands in the Berita Acara, the requester’s file is listed, an internal one is not', async () => {
  const number = await filed();
  await clerk.addAttachment({ number, file: fileOf('permohonan.pdf', PDF) });
  await galih.actOnTicket({ number, action: 'claim' });
  await galih.addAttachment({ number, file: fileOf('sesudah.png', PNG) });
  await galih.addAttachment({ number, internal: 'true', file: fileOf('dapur.png', PNG) });
  await galih.addAttachment({ number, internal: 'true', file: fileOf('dapur.pdf', PDF) });
  await galih.actOnTicket({ number, action: 'resolve', resolutionSummary: RESULT });
  // The first to ask is an officer: what they may see beside stands on no paper all the same.
  const { text } = await readPdf(await pdf(galih, number, 'completion-report'));
  expect(text).toContain('Foto 1: sesudah.png');
  expect(text).toContain('permohonan.pdf');
  expect(text).not.toContain('dapur');
  expect((await readPdf(await pdf(galih, number, 'receipt'))).text).not.toContain('dapur');
});

test('the catalogue is a paper too', async () => {
  const response = await clerk.readCatalogDocument({});
  const { text } = await readPdf(Buffer.from(await response.arrayBuffer()));
  expect(text).toContain('NET-01');
  expect(text).toContain('KATALOG LAYANAN TIK');
});
