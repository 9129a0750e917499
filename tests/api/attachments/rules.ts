import fs from 'node:fs';
import path from 'node:path';
import { screens } from '../../support/content';
import { fileOf, PDF, PNG } from '../../support/files';
import { runJob } from '../../support/jobs';
import { outage } from '../../support/world';
import { world } from './stage';
import { newNumber } from './kinds';

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
