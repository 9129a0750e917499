import request from 'supertest';
import type { Page } from 'playwright-core';
import { FIELD_TYPES, type FieldType } from 'strapi-plugin-ticketing/domain';
import { DESKTOP, PHONE, SIGHTS, barriers, openStage, type Stage } from '../support/browser';
import { fillOutage, filed, send } from '../support/filing';
import { PDF } from '../support/files';
import { outage, type PortalAccount } from '../support/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const opened = async (options = {}, account?: PortalAccount): Promise<Page> => {
  const page = await stage.open(options);
  await stage.clerkAt(page, account);
  await page.waitForURL('**/beranda');
  return page;
};

test.each([
  ['with', true],
  ['without', false],
])(
  'a service is found by what people call it and with a slip of the finger, %s JavaScript',
  async (_, javaScriptEnabled) => {
    const page = await opened({ javaScriptEnabled });
    for (const [typed, name] of [
      ['internett lambat', 'Internet lambat'],
      ['lupa pasword', 'Lupa kata sandi / akun terkunci'],
    ] as const) {
      await page.goto(`${stage.site.url}/tiket/baru`);
      await page.getByLabel('Apa yang Anda perlukan?').fill(typed);
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Cari' }).click();
      await page.getByText('1 layanan cocok').waitFor();
      expect(await page.locator('#hasil li:visible [data-name]').allTextContents()).toEqual([name]);
    }
    await page.goto(`${stage.site.url}/tiket/baru?q=qwertyuiop`);
    await page.getByText('Tidak ada layanan yang cocok').waitFor();
  },
);

test('what the own unit asks for most is one tap away', async () => {
  const clerk = await stage.clerk();
  for (let index = 0; index < 3; index += 1) await clerk.submitTicket(outage({ title: `Sering dipakai ${index}` }));
  const page = await opened();
  await page.goto(`${stage.site.url}/tiket/baru`);
  await page
    .getByRole('region', { name: 'Sering dipakai SKPD Anda' })
    .getByRole('link', { name: 'Gangguan internet / jaringan kantor' })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Gangguan internet / jaringan kantor' }).waitFor();
});

test('the proposed priority says why', async () => {
  const page = await opened({ javaScriptEnabled: false });
  await page.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await page.getByLabel('Satu SKPD atau satu gedung').check();
  await page.getByLabel('Pekerjaan terhenti sekarang').check();
  const said = await page.locator('[data-for]:visible').innerText();
  expect(said).toContain('Tinggi');
  expect(said).toContain(
    'Mengapa? Dampaknya “Satu SKPD atau satu gedung” dan urgensinya “Pekerjaan terhenti sekarang”.',
  );
});

test('while a title is typed similar tickets appear, and joining one files nothing and keeps the draft', async () => {
  const { number } = await (
    await stage.clerk()
  ).submitTicket(outage({ title: 'Mesin antrean loket tidak mencetak nomor' }));
  const page = await opened({}, stage.accounts.portal[1] as PortalAccount);
  await page.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await page.getByLabel('Judul').pressSequentially('Mesin antrean tidak mencetak');
  const known = page.getByRole('complementary', { name: 'Yang sudah diketahui' });
  await known.getByRole('link', { name: 'Mesin antrean loket tidak mencetak nomor' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await known.getByRole('button', { name: `Saya juga terdampak: ${number}` }).click();
  await page.waitForURL(`**/tiket/${number}`);
  await page.getByText('Anda tercatat ikut terdampak').first().waitFor();
  await page.getByText('1 orang juga terdampak').waitFor();
  expect(await filed(stage, 'Mesin antrean tidak mencetak')).toBe(0);
  await page.goto(`${stage.site.url}/beranda`);
  await page.getByRole('link', { name: 'Mesin antrean tidak mencetak' }).waitFor();
  const officer = await stage.open();
  await stage.officerAt(officer, 'Galih Ramadhan', `/plugins/ticketing/tiket/${number}`);
  await officer.getByText('Juga terdampak', { exact: true }).waitFor();
  await officer.getByText('1 orang', { exact: true }).waitFor();
});

test('without JavaScript the form looks for similar tickets when asked, and one is joined with words of one’s own', async () => {
  const { number } = await (
    await stage.clerk()
  ).submitTicket(outage({ title: 'Genset kantor kecamatan berbunyi keras' }));
  const page = await opened({ javaScriptEnabled: false }, stage.accounts.portal[1] as PortalAccount);
  await fillOutage(stage, page, 'Genset kecamatan berbunyi');
  await page.getByRole('button', { name: 'Periksa apakah sudah ada yang mengajukan' }).click();
  await page.getByRole('link', { name: 'Genset kantor kecamatan berbunyi keras' }).waitFor();
  expect([
    await page.getByLabel('Judul').inputValue(),
    await page.getByLabel('Gedung/lokasi').inputValue(),
    await filed(stage, 'Genset kecamatan berbunyi'),
  ]).toEqual(['Genset kecamatan berbunyi', 'Gedung A lantai 1', 0]);
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.locator('summary', { hasText: 'Saya juga terdampak' }).click();
  await page.locator('textarea[name=note]').fill('Di ruang saya juga terdengar.');
  await page.getByRole('button', { name: 'Saya juga terdampak' }).click();
  await page.getByText('Di ruang saya juga terdengar.').waitFor();
  await page.getByText('Anda tercatat ikut terdampak').first().waitFor();
});

/** One field of each kind, in a service of its own that an administrator makes. */
async function makeService(): Promise<void> {
  const token = (await stage.staff('Administrator Demo')).token;
  const fields = FIELD_TYPES.map((type) => ({
    key: `isian_${type}`,
    label: `Isian ${type}`,
    type,
    required: true,
    options: ['Pilihan A', 'Pilihan B'],
    accept: type === 'file' ? ['pdf'] : [],
    help: `Bantuan ${type}`,
    ...(type === 'number' && { min: 1, max: 5000, suffix: 'unit' }),
  }));
  const { status, body } = await request(stage.cms.url)
    .post('/content-manager/collection-types/api::category.category')
    .set('authorization', `Bearer ${token}`)
    .send({
      code: 'LLN-99',
      name: 'Layanan semua isian',
      isActive: true,
      kind: 'REQUEST',
      defaultPriority: 'MEDIUM',
      keywords: [],
      fields,
    });
  if (status > 201) throw new Error(JSON.stringify(body));
  await stage.database.query(
    "update categories set parent_id = lln.parent_id, team_id = lln.team_id, updated_at = now() from categories lln where lln.code = 'LLN-01' and categories.code = 'LLN-99'",
  );
}

type Asked = Exclude<FieldType, 'file'>;
const GOOD: Record<Asked, string> = {
  text: 'Teks',
  textarea: 'Baris satu\nBaris dua',
  number: '2,5',
  select: 'Pilihan A',
  multiselect: 'Pilihan B',
  boolean: 'Ya',
  date: '2026-12-01',
  datetime: '2026-12-01T09:30',
  url: 'https://bukittinggikota.go.id',
  domain: 'layanan.bukittinggikota.go.id',
  email: 'a@bukittinggi.test',
  phone: '0840-0000-0201',
  nip: '19850101 201001 1 001',
};
/** What the form's controls themselves let through and the rules refuse. */
const BAD: Partial<Record<Asked, readonly [string, string]>> = {
  number: ['1.250', 'Isian number ditulis tanpa pemisah ribuan, misalnya 1250 atau 2,5.'],
  url: ['bukittinggikota', 'Isian url ditulis seperti ini: https://contoh.go.id/halaman'],
  domain: ['-salah-', 'Isian domain ditulis seperti ini: contoh.bukittinggikota.go.id'],
  email: ['bukan surel', 'Isian email ditulis seperti ini: nama@bukittinggikota.go.id'],
  phone: ['telepon saya', 'Isian phone ditulis seperti ini: 0812-3456-7890'],
  nip: ['1985', 'Isian nip ditulis seperti ini: 19850101 201001 1 001'],
};

async function put(page: Page, type: Asked, value: string): Promise<void> {
  const field = page.locator(`[data-field="form.isian_${type}"]`);
  if (type === 'select') await field.locator('select').selectOption(value);
  else if (type === 'multiselect' || type === 'boolean') await field.getByLabel(value, { exact: true }).check();
  else await field.locator('input, textarea').fill(value);
}

test.each([
  ['with', true],
  ['without', false],
])(
  'each of the fourteen kinds of field asks, objects beside itself, and keeps what it was told, %s JavaScript',
  async (_, javaScriptEnabled) => {
    if (javaScriptEnabled) await makeService();
    const page = await opened({ javaScriptEnabled });
    const title = `Semua isian ${javaScriptEnabled ? 'dengan' : 'tanpa'} skrip`;
    await page.goto(`${stage.site.url}/tiket/baru?layanan=LLN-99`);
    // Nothing at all: each says that it is required.
    await send(page);
    await page.getByText('Ada yang perlu diperbaiki').first().waitFor();
    for (const type of FIELD_TYPES)
      expect(await page.locator(`[data-field="form.isian_${type}"] .error`).innerText()).toBe(
        `Isian ${type} wajib diisi.`,
      );
    if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);

    await page.getByLabel('Judul').fill(title);
    await page.getByLabel('Uraian').fill('Mencoba setiap jenis isian satu per satu.');
    await page.getByLabel('Perorangan atau beberapa orang').check();
    await page.getByLabel('Dapat dijadwalkan').check();
    await page.getByLabel('Telepon kontak').fill('0840-0000-0201');
    for (const type of Object.keys(GOOD) as Asked[]) await put(page, type, BAD[type]?.[0] ?? GOOD[type]);
    await page
      .locator('[data-field="form.isian_file"] input')
      .setInputFiles([{ name: 'surat.pdf', mimeType: 'application/pdf', buffer: PDF }]);
    await send(page);
    for (const [type, [, sentence]] of Object.entries(BAD))
      expect(await page.locator(`[data-field="form.isian_${type}"] .error`).innerText()).toBe(sentence);
    expect(await page.locator('.field .error').count()).toBe(Object.keys(BAD).length);
    for (const type of ['text', 'textarea', 'date', 'datetime', 'select'] as const)
      expect(await page.locator(`[data-field="form.isian_${type}"] :is(input, textarea, select)`).inputValue()).toBe(
        GOOD[type],
      );
    expect(await page.locator('[data-field="form.isian_multiselect"]').getByLabel('Pilihan B').isChecked()).toBe(true);

    for (const type of Object.keys(BAD) as Asked[]) await put(page, type, GOOD[type]);
    // A browser gives a chosen file back to nobody; without a script it is chosen again.
    if (!javaScriptEnabled)
      await page
        .locator('[data-field="form.isian_file"] input')
        .setInputFiles([{ name: 'surat.pdf', mimeType: 'application/pdf', buffer: PDF }]);
    await send(page);
    await page.waitForURL(/\/tiket\/TIK-/);
    const number = /TIK-\d{4}-\d{5}/.exec(page.url())?.[0] ?? '';
    const ticket = await (await stage.clerk()).getTicket({ number });
    expect(Object.fromEntries(ticket.form.map(({ key, value }) => [key.replace('isian_', ''), value]))).toEqual({
      ...GOOD,
      number: 2.5,
      multiselect: ['Pilihan B'],
      boolean: true,
      nip: '198501012010011001',
    });
    expect(ticket.missingDocuments).toEqual([]);
    expect(ticket.attachments.map(({ name, field }) => [name, field])).toEqual([['surat.pdf', 'isian_file']]);
  },
);

test.each(SIGHTS)(
  'forms, drafts, similar tickets and the offline page have no barriers and fit a small phone, %s%s',
  async (colorScheme, language) => {
    const long = 'Panjang sekali judulnya '.repeat(9).slice(0, 199);
    const { number } = await (await stage.colleague()).submitTicket(outage({ title: long }));
    const page = await opened({ colorScheme, viewport: { ...PHONE, width: 320 } });
    await page.goto(`${stage.site.url}${language}/tiket/baru?layanan=NET-01`);
    await page.locator('[name=title]').fill(long);
    await page.locator('[data-similar] li').first().waitFor();
    await page
      .locator('[name=file]')
      .setInputFiles([
        { name: `${'nama-berkas-yang-panjang-'.repeat(5)}.pdf`, mimeType: 'application/pdf', buffer: PDF },
      ]);
    await page.locator('[data-chosen] li').first().waitFor();
    await page.waitForTimeout(700);
    const wrong: Record<string, unknown> = {};
    const check = async (place: string): Promise<void> => {
      const found: string[] = await barriers(page);
      if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
        found.push('wider than the screen');
      if (found.length) wrong[place] = found;
    };
    await check('form');
    for (const place of ['/beranda', '/luring', `/tiket/${number}`, '/tiket/baru', '/tiket/baru?layanan=LLN-99']) {
      await page.goto(`${stage.site.url}${language}${place}`);
      await check(place);
    }
    await page.setViewportSize(DESKTOP);
    await page.goto(`${stage.site.url}${language}/tiket/baru?layanan=NET-01`);
    await check('form, restored');
    expect(wrong).toEqual({});
  },
);
