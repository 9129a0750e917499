import os from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { openStage, PHONE, signIn, type Stage } from '../support/browser';
import { PNG } from '../support/files';
import { openMailbox, type Mailbox } from '../support/mail';
import { localTime, type PortalAccount } from '../support/world';

let stage: Stage;
let mail: Mailbox;
beforeAll(async () => {
  mail = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? os.tmpdir(), 'mail-journey'));
  stage = await openStage({ env: { SMTP_URL: mail.smtpUrl } });
});
afterAll(async () => {
  await stage.close();
  await mail.close();
});

const TITLE = 'Gangguan internet di ruang pelayanan';

test('from a clerk’s phone to the leader’s dashboard', async () => {
  const [clerk, officer, leader] = [
    await stage.open({ viewport: PHONE, hasTouch: true }),
    await stage.open(),
    await stage.open(),
  ];
  const figure = async (name: string): Promise<number> => {
    await leader.goto(`${stage.site.url}/dasbor`);
    return Number((await leader.locator(`[data-figure="${name}"] .value`).innerText()).replaceAll('.', ''));
  };

  await leader.goto(`${stage.site.url}/masuk`);
  await signIn(leader, stage.accounts.portal[3] as PortalAccount);
  await leader.waitForURL('**/dasbor');
  const [openBefore, resolvedBefore] = [await figure('open'), await figure('resolved')];

  // The clerk finds the service by typing, fills its form, adds a photo and sends it.
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  await clerk.getByRole('link', { name: 'Ajukan permintaan' }).first().click();
  await clerk.getByLabel('Apa yang Anda perlukan?').pressSequentially('Gangguan internet');
  await clerk
    .getByRole('link', { name: /Gangguan internet \/ jaringan kantor/ })
    .first()
    .click();
  await clerk.getByLabel('Judul').fill(TITLE);
  await clerk.getByLabel('Uraian').fill('Sejak pagi seluruh komputer pelayanan tidak dapat terhubung ke internet.');
  await clerk.getByLabel('Gedung/lokasi').fill('Gedung A lantai 1');
  await clerk.getByLabel('Cakupan gangguan').selectOption('Satu gedung');
  await clerk.getByLabel('Jenis koneksi').selectOption('WiFi');
  await clerk.getByLabel('Sejak kapan terjadi').fill(localTime(-1, '08:00'));
  await clerk.getByLabel('Satu SKPD atau satu gedung').check();
  await clerk.getByLabel('Pekerjaan terhenti sekarang').check();
  await clerk
    .getByLabel('Tangkapan layar/foto')
    .setInputFiles({ name: 'modem.png', mimeType: 'image/png', buffer: PNG });
  await clerk.getByLabel('Nama kontak').fill('Ratih Kusuma');
  await clerk.getByLabel('Telepon kontak').fill('0840-0000-0201');
  await clerk.getByRole('button', { name: 'Kirim permintaan' }).click();
  await clerk.waitForURL(/\/tiket\/TIK-\d{4}-\d{5}/);
  const number = /TIK-\d{4}-\d{5}/.exec(clerk.url())?.[0] ?? '';
  expect(await clerk.getByRole('main').textContent()).toContain('modem.png');

  // The officer sees it arrive in the queue, takes it and asks.
  await stage.officerSignsIn(officer, 'Galih Ramadhan');
  await officer.goto(`${stage.cms.url}/admin/plugins/ticketing`);
  await officer.getByRole('link', { name: TITLE }).first().click();
  await officer.getByRole('button', { name: 'Verifikasi & tangani' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Verifikasi & tangani' }).click();
  await officer.getByRole('button', { name: 'Tanya pemohon' }).click();
  await officer.getByRole('dialog').getByLabel('Pertanyaan').fill('Apakah lampu modem menyala merah?');
  await officer.getByRole('dialog').getByRole('button', { name: 'Tanya pemohon' }).click();
  await officer.getByText('Menunggu Pemohon').first().waitFor();

  // The clerk answers in three taps, the link of the letter being the first, and sees the answer; the work goes on.
  // News of two minutes gather in one letter; this one need not wait for more.
  await stage.database.query("update pgboss.job set start_after = now() where name = 'letters' and state < 'active'");
  const letter = await mail.next((stage.accounts.portal[0] as PortalAccount).email, 'Petugas bertanya');
  const link = /https?:\/\/[^/\s]+(\/tiket\/\S+)/.exec(letter.text)?.[1];
  // A letter opens a page of its own; from the ticket's own page it would only be scrolled.
  await clerk.goto('about:blank');
  await clerk.goto(`${stage.site.url}${link}`);
  const isInSight = (found: Locator): Promise<boolean> =>
    found.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  await clerk.locator('textarea:focus').waitFor();
  const answer = clerk.getByLabel('Jawaban Anda');
  expect([await isInSight(clerk.locator('.entry', { hasText: 'menyala merah?' })), await isInSight(answer)]).toEqual([
    true,
    true,
  ]);
  await answer.tap();
  await clerk.keyboard.type('Ya, lampunya merah.');
  expect(await answer.inputValue()).toBe('Ya, lampunya merah.');
  const send = clerk.getByRole('button', { name: 'Kirim jawaban' });
  expect(await isInSight(send)).toBe(true);
  await send.tap();
  await clerk.waitForURL(/#terkirim$/);
  expect(await isInSight(clerk.locator('.entry', { hasText: 'Ya, lampunya merah.' }))).toBe(true);

  // The officer resolves it with a summary.
  await officer.reload();
  await officer.getByText('Ya, lampunya merah.').waitFor();
  await officer.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  await officer.getByRole('dialog').getByLabel('Ringkasan hasil').fill('Konektor diganti dan koneksi kembali normal.');
  await officer.getByRole('dialog').getByRole('button', { name: 'Selesaikan' }).click();
  await officer.getByText('Konektor diganti dan koneksi kembali normal.').first().waitFor();

  // The clerk reads the result; the leader's numbers moved, and one leads to the ticket.
  await clerk.goto(`${stage.site.url}/tiket/${number}`);
  await clerk.getByText('Konektor diganti dan koneksi kembali normal.').first().waitFor();
  expect(await figure('open')).toBe(openBefore);
  expect(await figure('resolved')).toBe(resolvedBefore + 1);
  await leader.locator('[data-figure="resolved"]').getByRole('link').first().click();
  await leader
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click();
  await leader.waitForURL(`**/tiket/${number}`);
  // Beside reading and telling others a leader may have the contact shown, which is recorded, and papers sent to the own
  // address, and nothing else.
  const intents = leader.getByRole('main').locator('form input[name=intent]');
  expect(await intents.evaluateAll((fields) => fields.map((field) => field.getAttribute('value')))).toEqual([
    'contact',
    'mailPaper',
  ]);

  // A clerk of another SKPD does not find it.
  const stranger = await stage.open();
  await stage.clerkAt(stranger, stage.accounts.portal[2] as PortalAccount);
  await stranger.waitForURL('**/beranda');
  expect((await stranger.goto(`${stage.site.url}/tiket/${number}`))?.status()).toBe(404);
});
