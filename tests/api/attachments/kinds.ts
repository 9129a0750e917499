import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { EXECUTABLE, fileOf, HTML, lockedZip, PDF, photograph, PNG, WORD, zipOf } from '../../support/files';
import { bare, outage } from '../../support/world';
import { world } from './stage';

export const newNumber = async (): Promise<string> => (await (await world.clerk()).submitTicket(outage())).number;

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
