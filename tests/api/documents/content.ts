import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileOf, PDF, PNG } from '../../support/files';
import { readPdf } from '../../support/pdf';
import { HOSTILE } from '../../support/papers/overfull';
import { outage } from '../../support/world';
import { world, clerk, galih, RESULT, filed, resolved, pdf } from './stage';

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
