import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { emptied } from '../support/papers/empty';
import { identity } from '../support/papers/material';
import { overfull } from '../support/papers/overfull';
import { normal, PAPER_KINDS, type Papers } from '../support/papers/usual';
import { readPdf, readPdfs } from '../support/pdf';

/** The engine as it was built: its threads begin with a file of the build. Sources alone give its types. */
type Pool = typeof import('../../plugins/ticketing/server/documents/render/pool');
const { closePool, render } = jest.requireActual<Pool>('../../plugins/ticketing/dist/server/documents/render/pool');
type Content = Parameters<typeof render>[0];
const paper = (content: unknown): Promise<Uint8Array> => render(content as Content);
const usual = (kind: keyof Papers) => ({ kind, ...normal[kind] });

afterAll(closePool);

/** Made one after the other and read together: a reader of its own for each would be most of the time. */
async function madeAndRead(contents: readonly unknown[]) {
  const made: Uint8Array[] = [];
  for (const content of contents) made.push(await paper(content));
  return (await readPdfs(made)).map((read, index) => ({ ...read, size: made[index]?.length ?? 0 }));
}

test.each<[string, (kind: keyof Papers) => unknown]>([
  ['on a usual day', usual],
  ['with hardly anything in it', emptied],
])('every paper %s is a sound PDF: fonts inside, titled, in Indonesian, every page numbered', async (_, contentOf) => {
  for (const read of await madeAndRead(PAPER_KINDS.map(contentOf))) {
    expect(read.language).toBe('id-ID');
    expect(read.title).not.toBe('');
    expect(read.fonts.length).toBeGreaterThan(0);
    expect(read.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    for (let page = 1; page <= read.pages; page += 1) expect(read.text).toContain(`Halaman ${page} dari ${read.pages}`);
    expect(read.text).toContain('PEMERINTAH KOTA CONTOH');
    expect(read.text).toMatch(
      /(Dicetak|Diterbitkan) oleh Galih Ramadhan pada Senin, 23 November 2026 pukul 09\.15 WIB/,
    );
  }
});

test('every paper stays a sound PDF of bounded size whatever is typed into the ticket', async () => {
  const picture = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#8ab' } })
    .jpeg()
    .toBuffer();
  const photo = { name: 'bukti.jpg', mime: 'image/jpeg', bytes: picture, width: 900, height: 700 };
  for (const read of await madeAndRead(PAPER_KINDS.map((kind) => overfull(kind, photo)))) {
    expect(read.size).toBeLessThan(2 * 1024 * 1024);
    expect(read.pages).toBeLessThan(150);
    expect(read.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    expect(read.text).toContain(`Halaman ${read.pages} dari ${read.pages}`);
    // What stands at the foot of every page is no page: each says something above it.
    for (const page of read.text.split('\f')) expect(page.split(identity.systemName)[0]?.trim()).not.toBe('');
  }
});

test('what closes a paper is printed however much stands before it', async () => {
  const [form, sheet] = await madeAndRead([overfull('request-form', {}), overfull('disposition', {})]);
  expect(form?.text.match(/\(10 MB\)/g)).toHaveLength(30);
  expect(form?.text.split('\f').at(-1)).toMatch(/Demikian permohonan ini diajukan[\s\S]*Pemohon,[\s\S]*Sri Wahyuni/);
  // The head of a table stands above its first row, too.
  const pages = sheet?.text.split('\f') ?? [];
  const first = pages.findIndex((page) => page.includes('Bidang: Wx'));
  expect(pages[first]).toContain('Isi disposisi');
});

test('a thread that has made other papers before writes text that can still be copied out', async () => {
  // The letter of the first paper is made of two others, which a font may then remember as parts of it alone.
  const only = (title: string) => {
    const content = usual('request-form') as { body: { ticket: object } };
    return { ...content, body: { ...content.body, ticket: { ...content.body.ticket, title } } };
  };
  const [, second] = await madeAndRead([only('ȇ ǟ ṩ ế'), only('eeee aaaa ssss')]);
  expect(second?.text).toContain('eeee aaaa ssss');
});

describe('the Berita Acara', () => {
  test('says what domain rules 4.3 ask for, in their words', async () => {
    const { text } = await readPdf(await paper(usual('completion-report')));
    const flat = text.replace(/\s+/g, ' ');
    for (const words of [
      'BERITA ACARA PENYELESAIAN PEKERJAAN LAYANAN TIK NOMOR: 500.12/17/Kominfo/2026',
      'Pada hari ini Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026), kami yang bertanda tangan di bawah ini:',
      'selaku PIHAK KESATU (pelaksana)',
      'selaku PIHAK KEDUA (pemohon)',
      'TIK-2026-00557',
      'Tanggal selesai : Jumat, 20 November 2026 pukul 14.15 WIB',
      'Uraian tindakan',
      'Hasil pekerjaan',
      'Demikian Berita Acara ini dibuat dengan sebenarnya',
      'Mengetahui, Kepala Dinas Komunikasi dan Informatika',
      'NIP 19850101 201001 1 001',
      'Bukan tanda tangan elektronik.',
    ])
      expect(flat).toContain(words);
  });

  test('leaves open what nobody entered, and as a preview says that it is one and carries no code', async () => {
    const { text } = await readPdf(await paper(emptied('completion-report')));
    expect(text).toContain('NOMOR: ......');
    expect(text).toMatch(/NIP\s+:\s+\.{20,}/);
    expect(text).not.toMatch(/\b\d{18}\b|\d{8} \d{6} \d \d{3}/);
    expect(text).not.toContain('Kode dokumen');
  });
});

test('what a ticket says is text: nothing is fetched, no file is read, no sign turns the line around', async () => {
  let calls = 0;
  const server = http.createServer((_, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const description = [
    `<img src="http://127.0.0.1:${port}/a.png"><script>fetch("http://127.0.0.1:${port}/b")</script>`,
    `http://127.0.0.1:${port}/c.png file:///etc/passwd data:image/png;base64,AAAA`,
    'kanan \u202etxt.exe\u202c 中 😀 ✓ \u0000selesai',
  ].join('\n');
  const content = usual('request-form') as { body: object };
  const { text } = await readPdf(await paper({ ...content, body: { ...content.body, description } }));
  server.close();
  expect(calls).toBe(0);
  const flat = text.replaceAll('\u200b', '').replace(/\s+/g, ' ');
  expect(flat).toContain('<script>fetch(');
  expect(flat).toContain('file:///etc/passwd');
  expect(flat).not.toContain('root:');
  expect(flat).toContain('kanan txt.exe □ 😀 ✓ selesai');
  expect(text).not.toContain('\u202e');
});

test('a paper that takes too many signs from a queue is refused rather than piled up', async () => {
  const many = Array.from({ length: 100 }, () =>
    paper(usual('receipt')).then(
      () => 'made',
      (error: Error) => error.message,
    ),
  );
  const outcomes = new Set(await Promise.all(many));
  expect(outcomes).toEqual(new Set(['made', 'unavailable']));
});
