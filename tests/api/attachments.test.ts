import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import request from 'supertest';
import { screens } from '../support/content';
import { EXECUTABLE, fileOf, HTML, lockedZip, PDF, photograph, PNG, WORD, zipOf } from '../support/files';
import { runJob } from '../support/jobs';
import { bare, openWorld, outage, type World } from '../support/world';

let world: World;
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'tmp-of-cms-'));
beforeAll(async () => {
  fs.mkdirSync(temporary, { recursive: true });
  world = await openWorld({ TMPDIR: temporary });
});
afterAll(async () => {
  await world.close();
  fs.rmSync(temporary, { recursive: true, force: true });
});

const newNumber = async (): Promise<string> => (await (await world.clerk()).submitTicket(outage())).number;

test('a photo is kept, read back byte for byte as a download, and written into the history', async () => {
  const [clerk, officer, number] = [await world.clerk(), await world.staff('Galih Ramadhan'), await newNumber()];
  const attachment = await clerk.addAttachment({
    number,
    field: 'tangkapan_layar',
    file: fileOf('foto modem.png', PNG),
  });
  expect(attachment).toMatchObject({
    name: 'foto modem.png',
    mime: 'image/png',
    size: PNG.length,
    field: 'tangkapan_layar',
    uploadedBy: 'Ratih Kusuma',
    mayDelete: true,
  });
  expect((await officer.getTicket({ number })).attachments).toMatchObject([{ id: attachment.id, mayDelete: false }]);
  const response = await officer.readAttachment({ number, id: attachment.id });
  expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="foto modem\.png"/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({
    event: 'attach',
    facts: { file: 'foto modem.png' },
  });
});

test('what a file is decides, not what it is called', async () => {
  const [clerk, number] = [await world.clerk(), await newNumber()];
  for (const [name, bytes] of [
    ['foto.png', HTML],
    ['foto.jpg', PNG],
    ['surat.pdf', EXECUTABLE],
    ['halaman.html', HTML],
    ['program.exe', EXECUTABLE],
    ['gambar.svg', HTML],
    ['tanpa-akhiran', PDF],
  ] as const) {
    await expect(clerk.addAttachment({ number, file: fileOf(name, bytes) })).rejects.toMatchObject({
      code: 'fileTypeRefused',
      details: { accepted: expect.stringContaining('pdf') },
    });
  }
  await expect(clerk.addAttachment({ number, file: fileOf('kosong.png', Buffer.alloc(0)) })).rejects.toMatchObject({
    code: 'emptyFile',
  });
  await expect(clerk.addAttachment({ number, field: 'lokasi', file: fileOf('a.png', PNG) })).rejects.toMatchObject({
    code: 'invalid',
  });
  expect(await clerk.listAttachments({ number })).toEqual([]);
});

test.each(['jpeg', 'png'] as const)(
  'a %s keeps its picture, and not where and with what it was taken',
  async (format) => {
    const [clerk, number] = [await world.clerk(), await newNumber()];
    const taken = await photograph(format);
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const name = format === 'png' ? 'lokasi.png' : 'lokasi.jpg';
    const { id, size } = await clerk.addAttachment({ number, file: fileOf(name, taken) });
    const kept = Buffer.from(await (await clerk.readAttachment({ number, id })).arrayBuffer());
    const { exif, xmp, width, height } = await sharp(kept).metadata();
    // Turned as it was held, since what said so is gone with the rest.
    expect({ exif, xmp, width, height, size }).toEqual({
      exif: undefined,
      xmp: undefined,
      width: 20,
      height: 40,
      size: kept.length,
    });
    const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'attachments', 'uploads');
    for (const each of fs.readdirSync(folder))
      expect(fs.readFileSync(path.join(folder, each)).includes('Telepon Rahasia')).toBe(false);
  },
);

test('what is packed is looked into: papers are taken; what is locked, nested, endless, a program or a macro is not', async () => {
  const [clerk, number] = [await world.clerk(), await newNumber()];
  const papers = await zipOf({ 'surat.pdf': PDF, 'foto/kantor.png': PNG });
  for (const [name, bytes] of [
    ['berkas.zip', papers],
    ['surat.docx', await zipOf(WORD)],
  ] as const)
    expect((await clerk.addAttachment({ number, file: fileOf(name, bytes) })).name).toBe(name);
  for (const [name, bytes, reason] of [
    ['terkunci.zip', lockedZip(papers), 'encrypted'],
    ['bersarang.zip', await zipOf({ 'dalam.zip': papers }), 'nested'],
    ['tak-berujung.zip', await zipOf({ 'nol.txt': Buffer.alloc(8 * 1024 * 1024) }), 'tooBig'],
    ['program.zip', await zipOf({ 'pasang.exe': EXECUTABLE }), 'executable'],
    ['makro.docx', await zipOf({ ...WORD, 'word/vbaProject.bin': Buffer.from('x') }), 'macro'],
    ['rusak.zip', papers.subarray(0, papers.length - 30), 'broken'],
  ] as const)
    await expect(clerk.addAttachment({ number, file: fileOf(name, bytes) })).rejects.toMatchObject({
      code: 'unsafeFile',
      details: { file: name, reason },
    });
  expect((await clerk.getTicket({ number })).attachments.map(({ name }) => name)).toEqual(['berkas.zip', 'surat.docx']);
});

test('a file over 10 MB is refused in words, and nothing of it stays', async () => {
  const [clerk, number] = [await world.clerk(), await newNumber()];
  const { body } = await bare(world, clerk)('post', `/tickets/${number}/attachments`)
    .attach('file', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 'besar.png')
    .expect(413);
  expect(body.error).toMatchObject({ message: expect.stringContaining('10 MB'), details: { code: 'fileTooLarge' } });
  expect(await clerk.listAttachments({ number })).toEqual([]);
});

test('the same file sent again by the same person, as after a lost answer, is one attachment', async () => {
  const [clerk, colleague, number] = [await world.clerk(), await world.colleague(), await newNumber()];
  const [first, second] = await Promise.all(
    [1, 2].map(() => clerk.addAttachment({ number, file: fileOf('foto.png', PNG) })),
  );
  expect(second?.id).toBe(first?.id);
  expect((await clerk.listAttachments({ number })).map(({ name }) => name)).toEqual(['foto.png']);
  expect((await clerk.getTimeline({ number })).filter(({ event }) => event === 'attach')).toHaveLength(1);
  // Another name, another person or other bytes make another file.
  await clerk.addAttachment({ number, file: fileOf('foto lain.png', PNG) });
  await colleague.addAttachment({ number, file: fileOf('foto.png', PNG) });
  expect(await clerk.listAttachments({ number })).toHaveLength(3);
});

test('names are made safe, and bytes lie under random names that no address reaches', async () => {
  const [clerk, number] = [await world.clerk(), await newNumber()];
  const { name } = await clerk.addAttachment({ number, file: fileOf('..\\..\\etc\\pass"wd<b>.png', PNG) });
  expect(name).toBe('pass_wd_b_.png');
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'attachments/uploads');
  const stored = fs.readdirSync(folder);
  expect(stored.every((each) => /^[0-9a-f-]{36}$/.test(each))).toBe(true);
  for (const key of stored) expect((await request(world.cms.url).get(`/uploads/${key}`)).status).toBe(404);
});

test('another SKPD can neither read, add nor delete', async () => {
  const [clerk, stranger, number] = [await world.clerk(), await world.stranger(), await newNumber()];
  const { id } = await clerk.addAttachment({ number, file: fileOf('a.pdf', PDF) });
  for (const attempt of [
    () => stranger.readAttachment({ number, id }),
    () => stranger.addAttachment({ number, file: fileOf('b.pdf', PDF) }),
    () => stranger.deleteAttachment({ number, id }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
  }
  const own = await stranger.submitTicket(outage());
  await expect(stranger.readAttachment({ number: own.number, id })).rejects.toMatchObject({ code: 'notFound' });
});

test('a clerk takes back the own file while the ticket is new, not a colleague’s and not later', async () => {
  const [clerk, colleague, officer, number] = [
    await world.clerk(),
    await world.colleague(),
    await world.staff('Galih Ramadhan'),
    await newNumber(),
  ];
  const first = await clerk.addAttachment({ number, file: fileOf('a.pdf', PDF) });
  const second = await clerk.addAttachment({ number, file: fileOf('b.pdf', PDF) });
  await expect(colleague.deleteAttachment({ number, id: first.id })).rejects.toMatchObject({ code: 'notAllowed' });
  expect((await clerk.deleteAttachment({ number, id: first.id })).map(({ name }) => name)).toEqual(['b.pdf']);
  await expect(clerk.readAttachment({ number, id: first.id })).rejects.toMatchObject({ code: 'notFound' });
  await officer.actOnTicket({ number, action: 'claim' });
  await expect(clerk.deleteAttachment({ number, id: second.id })).rejects.toMatchObject({ code: 'notAllowed' });
});

test('kept, refused, cut short, from nobody or in the wrong place: no file is left lying anywhere', async () => {
  const [clerk, number] = [await world.clerk(), await newNumber()];
  const incoming = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'incoming');
  const place = `/tickets/${number}/attachments`;
  const [stranger, send] = [await world.stranger(), bare(world, clerk)];
  await send('post', place).attach('file', PNG, 'foto.png').expect(201);
  await send('post', place).attach('file', EXECUTABLE, 'foto.png').expect(415);
  await send('post', place).attach('file', PNG, 'a.png').attach('file', PNG, 'b.png').expect(422);
  await send('post', place).attach('lain', PNG, 'foto.png').expect(400);
  await bare(world, stranger)('post', place).attach('file', PNG, 'foto.png').expect(404);
  await bare(world, null)('post', place).attach('file', PNG, 'foto.png').expect(401);
  for (const elsewhere of [
    '/api/auth/local',
    '/api/ticketing/password/forgotten',
    '/admin/login',
    '/email',
    '/tidak-ada',
  ])
    await bare(world, null)('post', elsewhere, '').attach('satu', PNG, 'a.png').attach('dua', PNG, 'b.png').expect(415);
  const half = Buffer.concat([
    Buffer.from('--batas\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
    PNG,
  ]);
  await send('post', place).set('Content-Type', 'multipart/form-data; boundary=batas').send(half).expect(400);
  expect(fs.readdirSync(incoming)).toEqual([]);
  expect(fs.statSync(incoming).mode & 0o777).toBe(0o700);
  expect(fs.readdirSync(temporary).filter((name) => !name.startsWith('node-compile-cache'))).toEqual([]);
});

test('a ticket holds thirty files and says so at the thirty-first', async () => {
  const [clerk, number] = [await world.clerk(), await newNumber()];
  for (let index = 0; index < 30; index += 1) await clerk.addAttachment({ number, file: fileOf(`${index}.png`, PNG) });
  await expect(clerk.addAttachment({ number, file: fileOf('lebih.png', PNG) })).rejects.toMatchObject({
    code: 'tooManyFiles',
    details: { limit: 30 },
  });
});

test('what the service requires and nobody attached is named until it is there', async () => {
  const clerk = await world.clerk();
  const { categories } = await clerk.getCatalog({});
  const needy = categories
    .flatMap(({ services }) => services)
    .find(
      ({ fields, sla }) =>
        sla.mode === 'DURATION' &&
        fields.some(({ type, required, accept }) => type === 'file' && required && accept.includes('pdf')),
    );
  const document = needy?.fields.find(({ type, required }) => type === 'file' && required);
  const fill: Record<string, unknown> = {
    text: 'contoh',
    textarea: 'contoh',
    number: 1,
    boolean: true,
    date: '2026-11-24',
    datetime: '2026-11-24T08:00',
    url: 'https://a.id',
    domain: 'contoh.go.id',
    email: 'a@b.id',
    phone: '0840-0000-0201',
    nip: '198501012010011001',
  };
  const form = Object.fromEntries(
    (needy?.fields ?? [])
      .filter(({ type, required }) => required && type !== 'file')
      .map((field) => [
        field.key,
        field.type === 'select'
          ? field.options[0]
          : field.type === 'multiselect'
            ? field.options.slice(0, 1)
            : fill[field.type],
      ]),
  );
  const { number, missingDocuments } = await clerk.submitTicket(outage({ category: needy?.code, form }));
  expect(missingDocuments).toContain(document?.label);
  await clerk.addAttachment({ number, field: document?.key, file: fileOf('surat.pdf', PDF) });
  expect((await clerk.getTicket({ number })).missingDocuments).not.toContain(document?.label);
});

test('what may be attached is the city’s to set, for every door at once', async () => {
  const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
  const set = async (changes: Parameters<typeof admin.saveSettings>[0]['changes']) =>
    admin.saveSettings({ version: (await admin.getSettings({})).version, changes });
  await expect(set({ attachmentMegabytes: 11 })).rejects.toMatchObject({ code: 'invalid' });
  const { standard } = await set({ attachmentMegabytes: 5, attachmentCount: 1, attachmentKinds: ['pdf'] });
  expect((await clerk.getOffice({})).files).toEqual({ maxBytes: 5 * 1024 * 1024, maxFiles: 1, kinds: ['pdf'] });
  const number = await newNumber();
  const attach = (name: string, bytes: Buffer) => clerk.addAttachment({ number, file: fileOf(name, bytes) });
  await expect(attach('foto.png', PNG)).rejects.toMatchObject({
    code: 'fileTypeRefused',
    details: { accepted: 'pdf' },
  });
  const large = Buffer.concat([PDF, Buffer.alloc(6 * 1024 * 1024)]);
  await expect(attach('besar.pdf', large)).rejects.toMatchObject({ code: 'fileTooLarge', details: { limit: '5 MB' } });
  await attach('surat.pdf', PDF);
  await expect(attach('lagi.pdf', Buffer.concat([PDF, Buffer.from('\n')]))).rejects.toMatchObject({
    code: 'tooManyFiles',
    details: { limit: 1 },
  });
  const { attachmentMegabytes, attachmentCount, attachmentKinds } = standard;
  await set({ attachmentMegabytes, attachmentCount, attachmentKinds: [...attachmentKinds] });
  expect(await attach('foto.png', PNG)).toMatchObject({ name: 'foto.png' });
});

test('a service may take fewer kinds than the city; the fields of its form say their own', async () => {
  const clerk = await world.clerk();
  const { rows } = await world.database.query("select document_id from categories where code = 'NET-01'");
  const set = (attachmentKinds: unknown) =>
    screens(world)('put', 'api::category.category', `/${rows[0].document_id}`, { attachmentKinds });
  expect(await set(['pdf', 'exe'])).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining('Yang dikenal: jpg, ') } },
  });
  expect((await set(['pdf'])).status).toBe(200);
  const number = await newNumber();
  const attach = (name: string, bytes: Buffer, field?: string) =>
    clerk.addAttachment({ number, file: fileOf(name, bytes), ...(field && { field }) });
  await expect(attach('foto.png', PNG)).rejects.toMatchObject({
    code: 'fileTypeRefused',
    details: { accepted: 'pdf' },
  });
  await attach('surat.pdf', PDF);
  await attach('layar.png', PNG, 'tangkapan_layar');
  expect((await set(null)).status).toBe(200);
  await attach('foto.png', PNG);
});

test('a file of an upload that was cut off before its row goes at night; what has one stays, and so does what is new', async () => {
  const [clerk, number] = [await world.clerk(), await newNumber()];
  for (const nth of [1, 2, 3])
    await clerk.addAttachment({ number, file: fileOf(`foto-${nth}.png`, Buffer.concat([PNG, Buffer.from([nth])])) });
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'attachments', 'uploads');
  const before = fs.readdirSync(folder);
  const anHourAgo = new Date(Date.now() - 61 * 60_000);
  for (const name of ['cut-off', 'under-way']) fs.writeFileSync(path.join(folder, name), 'x');
  for (const name of [...before, 'cut-off']) fs.utimesSync(path.join(folder, name), anHourAgo, anHourAgo);
  expect(await runJob(world.database, 'stray-files')).toBe('completed');
  expect(fs.readdirSync(folder).sort()).toEqual([...before, 'under-way'].sort());

  // Most of it unknown: this folder is another database's, and nothing of it is touched.
  for (let nth = 0; nth < before.length + 10; nth += 1) {
    fs.writeFileSync(path.join(folder, `foreign-${nth}`), 'x');
    fs.utimesSync(path.join(folder, `foreign-${nth}`), anHourAgo, anHourAgo);
  }
  expect(await runJob(world.database, 'stray-files')).toBe('completed');
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('foreign-'))).toHaveLength(before.length + 10);
});
