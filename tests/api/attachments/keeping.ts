import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { EXECUTABLE, fileOf, PDF, PNG } from '../../support/files';
import { bare, outage } from '../../support/world';
import { temporary, world } from './stage';
import { newNumber } from './kinds';

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
