import type { Page } from 'playwright-core';
import { barriers, openStage, type Stage } from '../support/browser';
import { fillOutage, filed, send } from '../support/filing';
import { EXECUTABLE, fileOf, HTML, PDF, PNG } from '../support/files';
import { outage } from '../support/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const opened = async (options = {}): Promise<Page> => {
  const page = await stage.open(options);
  await stage.clerkAt(page);
  await page.waitForURL('**/beranda');
  return page;
};
const png = (name: string) => ({ name, mimeType: 'image/png', buffer: PNG });
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: PDF });
const attachmentsOf = async (number: string) => (await stage.clerk()).listAttachments({ number });
const numberIn = (page: Page): string => /TIK-\d{4}-\d{5}/.exec(page.url())?.[0] ?? '';

/** A photo as a phone takes it, several MB large; and one lying on its side, with the mark that says so. */
async function photoOf(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = (await page.evaluate(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: ${width}, height: ${height} });
    const pen = canvas.getContext('2d');
    for (let i = 0; i < 40000; i += 1) { pen.fillStyle = 'hsl(' + (i * 37 % 360) + ' 70% 50%)'; pen.fillRect((i * 7919) % ${width}, (i * 104729) % ${height}, 30, 20); }
    return canvas.toDataURL('image/jpeg', 0.97).split(',')[1];
  })()`)) as string;
  return Buffer.from(base64, 'base64');
}
/** EXIF that says: turn a quarter to the right. */
const turned = (jpeg: Buffer): Buffer => {
  const exif = Buffer.from('45786966000049492a00080000000100120103000100000006000000000000000000', 'hex');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1]), Buffer.from([0, exif.length + 2]), exif]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
};
/** Width and height in a JPEG's own header. */
function sizeOf(jpeg: Buffer): { width: number; height: number } {
  for (let at = 2; at < jpeg.length;) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2)
      return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error('no size in this JPEG');
}

test('a photo is made smaller on the device, stays upright, and the page says so; small files travel as they are', async () => {
  const page = await opened();
  const photo = turned(await photoOf(page, 4000, 3000));
  expect(photo.length).toBeGreaterThan(2 * 1024 * 1024);
  await fillOutage(stage, page, 'Foto dari ponsel');
  await page
    .getByLabel('Tangkapan layar/foto')
    .setInputFiles([{ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo }, png('kecil.png')]);
  await page.getByText(/diperkecil dari [\d,]+ MB menjadi [\d,]+ [kM]B/).waitFor();
  await send(page);
  await page.waitForURL(/\/tiket\/TIK-/);
  const kept = await attachmentsOf(numberIn(page));
  expect(kept.map(({ name, mime, field }) => [name, mime, field])).toEqual([
    ['IMG_0001.jpg', 'image/jpeg', 'tangkapan_layar'],
    ['kecil.png', 'image/png', 'tangkapan_layar'],
  ]);
  expect(kept[0]?.size).toBeLessThan(photo.length / 2);
  expect(kept[1]?.size).toBe(PNG.length);
  const response = await (await stage.clerk()).readAttachment({ number: numberIn(page), id: kept[0]?.id ?? '' });
  expect(sizeOf(Buffer.from(await response.arrayBuffer()))).toEqual({ width: 1500, height: 2000 });
});

test('what would be refused is refused in words before it travels, and the rest goes on', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Berkas yang tidak diterima');
  const input = page.getByLabel('Lampiran lain');
  const refusals = page.locator('[data-chosen] .refused');
  await input.setInputFiles([
    { name: 'program.exe', mimeType: 'application/octet-stream', buffer: EXECUTABLE },
    { name: 'kosong.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    { name: 'besar.zip', mimeType: 'application/zip', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
    pdf('surat.pdf'),
  ]);
  await page.locator('[data-chosen] .strong', { hasText: 'surat.pdf' }).waitFor();
  expect(await refusals.allTextContents()).toEqual([
    expect.stringMatching(/^program\.exe: .*Kirim salah satu dari: jpg, png, pdf/),
    expect.stringMatching(/^kosong\.pdf: Berkas kosong/),
    expect.stringMatching(/^besar\.zip: Berkas terlalu besar \(paling besar 10 MB\)/),
  ]);
  // Choosing again adds, and what was chosen by mistake can be taken out.
  await input.setInputFiles([pdf('tambahan.pdf'), pdf('keliru.pdf')]);
  await page.getByRole('button', { name: 'Batal pilih keliru.pdf' }).click();
  await send(page);
  await page.waitForURL(/\/tiket\/TIK-/);
  expect((await attachmentsOf(numberIn(page))).map(({ name }) => name)).toEqual(['surat.pdf', 'tambahan.pdf']);
});

test('an upload can be cancelled and sent again, and one that was cut off is one file after the retry', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Unggah dibatalkan');
  await page.getByLabel('Lampiran lain').setInputFiles([pdf('satu.pdf'), png('dua.png')]);
  let count = 0;
  await page.route('**/lampiran', async (route) => {
    count += 1;
    // The first hangs until it is cancelled; the second arrives, but its answer gets lost.
    if (count === 1) return;
    if (count === 2) {
      await route.fetch();
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  await send(page);
  await page.getByRole('progressbar', { name: 'Kemajuan unggah satu.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Batalkan: satu.pdf' }).click();
  await page.getByText('Dibatalkan').waitFor();
  await page.getByText(/TIK-\S+ sudah tercatat. 2 berkas belum terunggah/).waitFor();
  expect(await barriers(page)).toEqual([]);
  const number = /TIK-\d{4}-\d{5}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  expect((await attachmentsOf(number)).map(({ name }) => name)).toEqual(['dua.png']);
  await page.getByRole('button', { name: 'Unggah lagi: dua.png' }).click();
  await page.getByText('Terunggah', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Unggah lagi: satu.pdf' }).click();
  await page.waitForURL(`**/tiket/${number}`);
  expect((await attachmentsOf(number)).map(({ name }) => name).sort()).toEqual(['dua.png', 'satu.pdf']);
  expect(await filed(stage, 'Unggah dibatalkan')).toBe(1);
});

test('who leaves before the files arrived finds them on the ticket’s page and sends them from there', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Unggah nanti saja');
  await page.getByLabel('Lampiran lain').setInputFiles([pdf('nanti.pdf')]);
  await page.route('**/lampiran', () => undefined);
  await send(page);
  await page.getByRole('link', { name: 'Buka tiket, unggah nanti' }).click();
  await page.waitForURL(/\/tiket\/TIK-/);
  const number = numberIn(page);
  await page.unroute('**/lampiran');
  await page.goto(`${stage.site.url}/beranda`);
  await page.getByRole('link', { name: `Lampiran untuk ${number}` }).click();
  await page.locator('[data-chosen] .strong', { hasText: 'nanti.pdf' }).waitFor();
  expect(await attachmentsOf(number)).toEqual([]);
  // They wait where messages are written, and need no words.
  await page.getByRole('button', { name: 'Kirim pesan' }).click();
  await page.getByRole('link', { name: 'nanti.pdf', exact: true }).waitFor();
  expect((await attachmentsOf(number)).map(({ name }) => name)).toEqual(['nanti.pdf']);
});

test('the server’s own judgement of a file reaches the person, and a reply takes its files along', async () => {
  const page = await opened();
  const { number } = await (await stage.clerk()).submitTicket(outage());
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.getByLabel('Tulis pesan').fill('Ini fotonya.');
  await page.getByText('Sertakan berkas').click();
  await page
    .getByLabel('Berkas pendukung')
    .setInputFiles([{ name: 'menyamar.png', mimeType: 'image/png', buffer: HTML }, png('asli.png')]);
  await page.getByRole('button', { name: 'Kirim pesan' }).click();
  await page.getByText(/Jenis berkas ini tidak diterima/).waitFor();
  await page.getByRole('link', { name: `Buka ${number}` }).click();
  await page.getByText('Ini fotonya.').waitFor();
  expect((await attachmentsOf(number)).map(({ name }) => name)).toEqual(['asli.png']);
  expect((await (await stage.clerk()).getTimeline({ number })).filter(({ event }) => event === 'comment')).toHaveLength(
    1,
  );
});

test('the upload address refuses strangers, other sites and what is too large', async () => {
  const { number } = await (await stage.clerk()).submitTicket(outage());
  const address = `${stage.site.url}/tiket/${number}/lampiran`;
  const page = await opened();
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const body = () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(PDF)]), 'a.pdf');
    return form;
  };
  const status = async (headers: Record<string, string>, sent: BodyInit = body()) =>
    (await fetch(address, { method: 'POST', headers, body: sent, redirect: 'manual' })).status;
  expect(await status({ origin: stage.site.url })).toBe(401);
  expect(await status({ cookie })).toBe(403);
  expect(await status({ cookie, origin: 'https://jahat.test' })).toBe(403);
  expect(await status({ cookie, origin: stage.site.url }, 'bukan formulir')).toBe(400);
  const large = new FormData();
  large.append('file', new Blob([new Uint8Array(11 * 1024 * 1024)]), 'besar.pdf');
  expect(await status({ cookie, origin: stage.site.url }, large)).toBe(413);
  expect(await status({ cookie, origin: stage.site.url })).toBe(201);
  const foreign = await (await stage.stranger()).submitTicket(outage());
  expect(
    (
      await fetch(`${stage.site.url}/tiket/${foreign.number}/lampiran`, {
        method: 'POST',
        headers: { cookie, origin: stage.site.url },
        body: body(),
      })
    ).status,
  ).toBe(404);
});

test('pictures unfold in place and a PDF opens beside, locked in; everything else stays a download', async () => {
  const clerk = await stage.clerk();
  const { number } = await clerk.submitTicket(outage());
  const { id: picture } = await clerk.addAttachment({ number, file: fileOf('modem.png', PNG) });
  const { id: letter } = await clerk.addAttachment({ number, file: fileOf('surat.pdf', PDF) });
  const { id: list } = await clerk.addAttachment({ number, file: fileOf('daftar.csv', Buffer.from('a;b\n1;2\n')) });
  const page = await opened();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/lampiran/')) asked.push(request.url());
  });
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.waitForLoadState('networkidle');
  const shown = page.locator('.entry').getByRole('img', { name: 'Gambar modem.png' });
  await shown.scrollIntoViewIfNeeded();
  await shown.waitFor();
  // A picture stands in the conversation; all else is fetched when somebody asks for it.
  expect([...new Set(asked)]).toEqual([`${stage.site.url}/tiket/${number}/lampiran/${picture}?tampil`]);
  await page.locator('summary[aria-label="Lihat: modem.png"]').click();
  await page.locator('aside').getByRole('img', { name: 'Gambar modem.png' }).waitFor();
  expect(
    await page.evaluate(
      '(() => { const picture = document.querySelector("main li img"); return picture.decode().then(() => ' +
        'picture.naturalWidth); })()',
    ),
  ).toBe(1);
  expect(await page.getByRole('link', { name: 'Lihat di tab baru: surat.pdf' }).getAttribute('target')).toBe('_blank');
  expect(await page.locator('[aria-label^="Lihat"][aria-label*="daftar.csv"]').count()).toBe(0);

  const head = async (id: string, query = '?tampil') => {
    const response = await page.context().request.get(`${stage.site.url}/tiket/${number}/lampiran/${id}${query}`);
    const {
      'content-disposition': disposition = '',
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': sniff,
      'cache-control': cache,
    } = response.headers();
    return { kind: disposition.split(';')[0], type, policy, sniff, cache };
  };
  const LOCKED = {
    policy: "default-src 'none'; sandbox; frame-ancestors 'none'",
    sniff: 'nosniff',
    cache: 'private, no-store',
  };
  expect(await head(picture)).toEqual({ kind: 'inline', type: 'image/png', ...LOCKED });
  expect(await head(letter)).toEqual({ kind: 'inline', type: 'application/pdf', ...LOCKED });
  expect(await head(letter, '')).toMatchObject({ kind: 'attachment' });
  expect(await head(list)).toMatchObject({ kind: 'attachment', type: 'text/csv' });
  // Even when the list of files is wrong about one, its first bytes decide.
  await stage.database.query("update attachments set mime = 'image/png' where public_id = $1", [list]);
  expect(await head(list)).toMatchObject({ kind: 'attachment' });
});

test('without a script a plain form carries several files, and says what was wrong with one', async () => {
  const page = await opened({ javaScriptEnabled: false });
  await fillOutage(stage, page, 'Tanpa skrip dengan berkas');
  await page.getByLabel('Tangkapan layar/foto').setInputFiles([png('satu.png'), pdf('dua.pdf')]);
  await page.getByLabel('Lampiran lain').setInputFiles([{ name: 'menyamar.png', mimeType: 'image/png', buffer: HTML }]);
  await send(page);
  await page.waitForURL(/\/tiket\/TIK-/);
  await page.getByText('Berkas ini belum terlampir').waitFor();
  expect((await attachmentsOf(numberIn(page))).map(({ name }) => name)).toEqual(['satu.png', 'dua.pdf']);
  await page.getByText('Sertakan berkas').click();
  expect(await page.locator('input[type=file]').count()).toBe(1);
  await page.getByLabel('Berkas pendukung').setInputFiles([png('tiga.png')]);
  await page.getByRole('button', { name: 'Kirim pesan' }).click();
  await page.getByText('Lampiran tersimpan').waitFor();
  await page.locator('summary[aria-label="Lihat: tiga.png"]').click();
  await page.locator('aside').getByRole('img', { name: 'Gambar tiga.png' }).waitFor();
});
