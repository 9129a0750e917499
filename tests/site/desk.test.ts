import type { Page } from 'playwright-core';
import { barriers, openStage, panelAt, signIn, type Stage } from '../support/browser';
import { PDF } from '../support/files';
import { bringToRest } from '../support/jobs';
import { outage, type PortalAccount } from '../support/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const OFFICER = 'Galih Ramadhan';
const coordinator = (): string => stage.accounts.staff.find(({ role }) => role === 'COORDINATOR')?.name ?? '';
const ticketOf = (number: string) => `/plugins/ticketing/tiket/${number}`;
const settingsOf = (room: string) => `/settings/ticketing/${room}`;
/** Opens an action that lies on one of the shelves. */
const fromShelf = async (page: Page, name: string) => {
  await page.getByText(/^Tindakan lain/).click();
  await page.getByRole('button', { name, exact: true }).click();
};
const send = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

test('a coordinator routes a disturbance by the book, and everything it caused ends with it', async () => {
  await stage.database.query(
    "update categories set approver = 'KEPALA_DINAS', requires_disposition = true, updated_at = now() where code = 'NET-01'",
  );
  const [clerk, stranger] = [await stage.clerk(), await stage.stranger()];
  const parent = (await clerk.submitTicket(outage({ title: 'Kabel serat optik utama putus' }))).number;
  const child = (await stranger.submitTicket(outage({ title: 'Internet puskesmas ikut mati' }))).number;
  const page = await stage.open();
  await stage.officerAt(page, coordinator(), ticketOf(parent));

  // What it waits for stands there in words, and so does why it cannot be taken yet.
  await page.getByText('Menunggu persetujuan Kepala Dinas. Pekerjaan dapat dimulai').waitFor();
  await page.getByText('Mengapa tidak boleh?').click();
  await page
    .locator('[data-answer="claim"]')
    .getByText(/menunggu persetujuan Kepala Dinas/)
    .waitFor();
  await page
    .locator('[data-answer="resolve"]')
    .getByText(/Tiket berstatus Baru/)
    .waitFor();

  await page.getByRole('button', { name: 'Setujui', exact: true }).click();
  await page.getByText('Dengan surat persetujuan').click();
  await page.getByRole('dialog').getByLabel('Nomor surat').fill('800/15/KOMINFO/2026');
  await send(page, 'Setujui');
  await gone(page);

  // The disposition brings its document along.
  await page.getByRole('button', { name: 'Catat disposisi', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tingkat disposisi' }).click();
  await page.getByRole('option', { name: 'Bidang' }).click();
  await page.getByRole('dialog').getByLabel('Ditujukan kepada').fill('Kepala Bidang Infrastruktur TIK');
  await page.getByRole('dialog').getByLabel('Isi perintah').fill('Segera pulihkan sambungan.');
  await page.getByRole('dialog').getByLabel('Nomor surat').fill('094/7/DISP/2026');
  await page.getByRole('dialog').getByLabel('Tanggal surat').fill('2026-11-25');
  await page
    .locator('input[data-letter-upload]')
    .setInputFiles({ name: 'disposisi.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page
    .getByRole('dialog')
    .getByText(/disposisi\.pdf/)
    .first()
    .waitFor();
  await send(page, 'Catat disposisi');
  await gone(page);
  const chain = page.getByRole('region', { name: 'Persetujuan, disposisi, dan surat' });
  await chain.getByText('Disposisi ke Bidang: Kepala Bidang Infrastruktur TIK').waitFor();
  await chain.getByText(/800\/15\/KOMINFO\/2026/).waitFor();
  const saved = page.waitForEvent('download');
  await chain.getByRole('button', { name: 'disposisi.pdf' }).click();
  expect((await saved).suggestedFilename()).toBe('disposisi.pdf');

  // Somebody is accountable, and somebody helps.
  await page.getByRole('button', { name: 'Verifikasi & tangani', exact: true }).click();
  await send(page, 'Verifikasi & tangani');
  await gone(page);
  await fromShelf(page, 'Tambah petugas pendamping');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Petugas pendamping' }).pressSequentially(OFFICER);
  await page.getByRole('option', { name: new RegExp(OFFICER) }).click();
  await send(page, 'Tambah petugas pendamping');
  await gone(page);
  await page.getByRole('region', { name: 'Penanganan dan kontak' }).getByText(OFFICER).waitFor();

  // What it caused is found by its words, tied to it, and ends with it.
  await panelAt(page, ticketOf(child));
  await fromShelf(page, 'Kaitkan tiket');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Nomor tiket' }).pressSequentially('serat optik utama');
  await page.getByRole('option', { name: new RegExp(parent) }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Bagian dari' }).click();
  await send(page, 'Kaitkan tiket');
  await gone(page);
  await page.locator(`[data-link="${parent}"]`).getByRole('link').click();
  await page.locator(`[data-link="${child}"]`).waitFor();
  await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  await page.getByRole('dialog').locator('[data-context="resolve"]').getByText(child).waitFor();
  await page.getByRole('dialog').getByLabel('Ringkasan hasil').fill('Kabel disambung kembali.');
  await send(page, 'Selesaikan');
  await gone(page);
  expect((await stranger.getTicket({ number: child })).status).toBe('RESOLVED');

  // The clerk reads who helped, and until when it can be reopened.
  const portal = await stage.open();
  await stage.clerkAt(portal);
  await portal.waitForURL('**/beranda');
  await portal.goto(`${stage.site.url}/tiket/${parent}`);
  await portal.getByText('Tiket ini dapat dibuka kembali sampai').waitFor();
  await portal.getByText('Rincian dan kontak').click();
  await portal.locator('#rincian').getByText(OFFICER).first().waitFor();

  // A ticket that was taken over from another system says so at both doors.
  await stage.database.query(
    "update tickets set source_name = 'GLPI', source_number = '4711', imported_at = now() where number = $1",
    [parent],
  );
  for (const each of [portal, page]) {
    await each.reload();
    await each.getByText('Diimpor dari GLPI, nomor asal 4711').waitFor();
  }
});

test('an administrator moves a cell of the matrix, and an officer may at once', async () => {
  const [clerk, officer, chief] = [await stage.clerk(), await stage.staff(OFFICER), await stage.staff(coordinator())];
  await stage.database.query(
    "update categories set approver = null, requires_disposition = false, updated_at = now() where code = 'NET-01'",
  );
  const { number } = await clerk.submitTicket(outage({ title: 'Titik jaringan loket mati' }));
  await chief.actOnTicket({ number, action: 'claim' });
  await chief.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  expect((await officer.getTicket({ number })).actions).not.toContain('reopen');

  const page = await stage.open();
  await stage.officerAt(page, 'Administrator Demo', settingsOf('authority'));
  const edit = async (permission: string, role: string, kind: string) => {
    await page.getByRole('button', { name: new RegExp(`^${permission}, ${role}: `) }).click();
    await page.getByRole('dialog').getByRole('radio', { name: kind }).click();
    await send(page, 'Terapkan');
    await gone(page);
  };
  await edit('Membuka kembali', 'Petugas', 'Selalu boleh');
  await page.getByText('Belum disimpan').first().waitFor();

  // Somebody else was faster with another cell: nothing is overwritten, and nothing is lost.
  const administrator = await stage.staff('Administrator Demo');
  const { version } = await administrator.getAuthority({});
  await administrator.saveAuthority({
    version,
    cells: [{ role: 'OFFICER', may: 'ticket:restore', alternatives: [['assignedToMe']] }],
  });
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText(/perubahan Anda masih ada/).waitFor();
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Tersimpan dan langsung berlaku.').waitFor();
  expect((await officer.getTicket({ number })).actions).toContain('reopen');
  const { rows } = await stage.database.query<{ payload: { after: Record<string, unknown> } }>(
    "select payload from audit_entries where subject_type = 'setting' order by id desc limit 1",
  );
  expect(rows[0]?.payload.after).toEqual({ 'OFFICER ticket:reopen': [[]] });

  // Only what was changed, and back again.
  await page.getByLabel(/Hanya yang diubah/).click();
  expect(await page.locator('tr[data-permission]').count()).toBe(2);
  await page.getByRole('button', { name: 'Kembalikan ke semula: Membuka kembali, Petugas' }).click();
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByRole('button', { name: 'Simpan perubahan' }).waitFor({ state: 'detached' });
  expect((await officer.getTicket({ number })).actions).not.toContain('reopen');

  // Why not: a person, a ticket, and the line that would allow it.
  await panelAt(page, settingsOf('why'));
  await page.getByRole('combobox', { name: 'Orang' }).pressSequentially(OFFICER);
  await page.getByRole('option', { name: new RegExp(OFFICER) }).click();
  await page.getByRole('combobox', { name: 'Tiket' }).pressSequentially(number);
  await page.getByRole('option', { name: new RegExp(number) }).click();
  await page.locator('[data-answer="reopen"][data-allowed="false"]').waitFor();
  await page.locator('[data-answer="restore"]').getByText('Petugas: tiket yang ditugaskan kepadanya').waitFor();
});

test('a leader approves what needs the head of the office and gives a directive in the portal; the officers read it', async () => {
  await stage.database.query(
    "update categories set approver = 'KEPALA_DINAS', requires_disposition = false, updated_at = now() where code = 'NET-01'",
  );
  const [clerk, administrator] = [await stage.clerk(), await stage.staff('Administrator Demo')];
  const { number } = await clerk.submitTicket(outage({ title: 'Sambungan rumah dinas wali kota' }));
  const page = await stage.open();
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, stage.accounts.portal[3] as PortalAccount);
  await page.waitForURL('**/dasbor');
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.getByText('Menunggu persetujuan Kepala Dinas.').waitFor();
  await page.getByLabel('Nomor surat').fill('800/20/KOMINFO/2026');
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByText('Persetujuan Anda tercatat').waitFor();
  expect((await clerk.getTicket({ number })).approval).toMatchObject({
    approvedBy: 'Pimpinan Demo',
    letterNumber: '800/20/KOMINFO/2026',
  });

  await page.locator('summary', { hasText: 'Beri arahan' }).click();
  await page.getByRole('button', { name: 'Beri arahan' }).click();
  await page.getByText('Arahan wajib diisi.').first().waitFor();
  await page.locator('textarea[name=directive]').fill('Dahulukan; besok ada tamu.');
  await page.getByLabel('Prioritas yang diarahkan').selectOption('URGENT');
  await page.getByRole('button', { name: 'Beri arahan' }).click();
  await page.getByText('Arahan Anda tercatat').waitFor();
  await page.getByText('Dahulukan; besok ada tamu.').waitFor();
  const officer = await stage.open();
  await stage.officerAt(officer, coordinator(), ticketOf(number));
  const directive = officer.locator('[data-directive]');
  await directive.getByText('Dahulukan; besok ada tamu.').waitFor();
  await directive.getByText('Prioritas yang diarahkan: Mendesak').waitFor();
  expect((await clerk.getTicket({ number })).priority).toBe('HIGH');

  // What the city takes away is offered no longer.
  const { version } = await administrator.getAuthority({});
  await administrator.saveAuthority({ version, cells: [{ role: 'LEADER', may: 'ticket:direct', alternatives: [] }] });
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.getByText('Sambungan rumah dinas wali kota').first().waitFor();
  expect(await page.locator('summary', { hasText: 'Beri arahan' }).count()).toBe(0);
});

test('what was sent twice is written once, in the portal and in the panel', async () => {
  await stage.database.query("update categories set approver = null, updated_at = now() where code = 'NET-01'");
  const [clerk, officer] = [await stage.clerk(), await stage.staff(OFFICER)];
  const { number } = await clerk.submitTicket(outage({ title: 'Kabel loket terlepas' }));
  const told = async (event: string): Promise<number> =>
    (await officer.getTimeline({ number })).filter((entry) => entry.event === event).length;

  // Without a script a page that was reloaded sends its form again.
  const portal = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(portal);
  await portal.waitForURL('**/beranda');
  const address = `${stage.site.url}/tiket/${number}`;
  await portal.goto(address);
  const keyOf = (form: string) => portal.locator(`${form} input[name=idempotencyKey]`).first().inputValue();
  const twice = async (form: Record<string, string>): Promise<number[]> => {
    const answers: number[] = [];
    for (const maxRedirects of [0, 0])
      answers.push(
        (await portal.request.post(address, { form, maxRedirects, headers: { origin: stage.site.url } })).status(),
      );
    return answers;
  };
  const comment = { intent: 'comment', body: 'Sudah kami periksa sendiri.', idempotencyKey: await keyOf('#balas') };
  expect(await twice(comment)).toEqual([303, 303]);
  expect(await told('comment')).toBe(1);

  // Of an answer that got lost on its way nobody knows whether it was written; another press does not write it again.
  const panel = await stage.open();
  await stage.officerAt(panel, OFFICER, ticketOf(number));
  let lost = 0;
  await panel.route(/\/ticketing\/tickets\/[^/]+\/(comments|actions\/setPriority)/, async (route) => {
    lost += 1;
    if (lost % 2 === 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await panel.getByRole('textbox', { name: 'Balasan' }).fill('Teknisi berangkat pukul dua.');
  await panel.getByRole('button', { name: 'Kirim ke pemohon' }).click();
  await panel.getByRole('alert').first().waitFor();
  await panel.getByRole('button', { name: 'Kirim ke pemohon' }).click();
  await panel.getByText('Teknisi berangkat pukul dua.').first().waitFor();
  expect(lost).toBe(2);
  expect(await told('comment')).toBe(2);

  const cancel = {
    intent: 'cancel',
    reason: 'Sudah menyala.',
    idempotencyKey: await keyOf('form:has([value=cancel])'),
  };
  expect(await twice(cancel)).toEqual([303, 303]);
  expect(await told('cancel')).toBe(1);
});

test('a mailbox for answers that lacks something is refused beside its field, and loses nothing typed', async () => {
  const page = await stage.open();
  await stage.officerAt(page, 'Administrator Demo', settingsOf('inbound-mail'));
  await page.getByText('Tidak ada surat di karantina.').waitFor();
  await page.getByText('Baca balasan dan jadikan komentar').click();
  await page.getByLabel('Alamat kotak masuk').fill('meja-layanan-kominfo@kota.test');
  await page.getByLabel('Kata sandi').fill('rahasia-kotak-7');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Alamat server wajib diisi.').waitFor();
  await page.getByText('Alamat kotak masuk ditulis seperti ini: balas@kota.go.id').waitFor();
  expect(await page.getByLabel('Kata sandi').inputValue()).toBe('rahasia-kotak-7');
  expect(await barriers(page)).toEqual([]);
});

test('lifecycle and clocks are set in a form that says what is wrong, and a deadline can be tried out', async () => {
  const page = await stage.open();
  await stage.officerAt(page, 'Administrator Demo', settingsOf('lifecycle'));
  const days = page.getByLabel('Hari kerja sampai terkunci');
  await days.fill('0');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Hari kerja sampai terkunci paling kecil 1.').waitFor();
  await days.fill('5');
  await page.getByLabel('Menunggu Pihak Ketiga').click();
  await page.getByLabel('Batas peringatan').fill('80');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Tersimpan dan langsung berlaku.').waitFor();
  const { settings } = await (await stage.staff('Administrator Demo')).getSettings({});
  expect(settings).toMatchObject({
    lockAfterDays: 5,
    riskFraction: 0.8,
    pausing: ['WAITING_REQUESTER', 'WAITING_THIRD_PARTY'],
    remindAfterDays: [2, 4],
  });

  // Friday afternoon and four working hours end on Monday.
  await panelAt(page, settingsOf('deadline'));
  await page.getByRole('combobox', { name: 'Layanan' }).pressSequentially('gangguan internet');
  await page
    .getByRole('option', { name: /^Gangguan internet/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Mulai' }).fill('2026-11-27T15:00');
  await page.getByRole('textbox', { name: 'Jam kerja' }).fill('4');
  await page.getByRole('textbox', { name: 'Menit kerja' }).fill('0');
  await page
    .locator('[data-due]')
    .getByText(/30 November 2026/)
    .waitFor();

  // Whoever the matrix does not let in reads so.
  const officer = await stage.open();
  await stage.officerAt(officer, OFFICER, settingsOf('authority'));
  await officer.getByText('Anda tidak berwenang melihat pengaturan').waitFor();
});

/** How many tickets the list says it holds. */
const listed = async (page: Page): Promise<string> =>
  (await page.locator('main [role=status]:not([data-live-said])').first().innerText()).replace(/\D/g, '');

test('a leader reads three sentences, and every number of the dashboard opens exactly its tickets', async () => {
  // The clocks were set otherwise and back a moment ago: every ticket is gone over once more before they are counted.
  await bringToRest(stage.database);
  const page = await stage.open({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, stage.accounts.portal[3] as PortalAccount);
  await page.waitForURL('**/dasbor');
  await page.getByText('belum ditugaskan,').waitFor();
  expect(await page.locator('[data-figure]').count()).toBe(6);
  // What nobody has is told, however many officers have more.
  await page.locator('section:has(#beban)').getByRole('rowheader', { name: 'Belum ditugaskan' }).waitFor();
  const numbers = await page
    .locator('main a[href*="/tiket?"]')
    .evaluateAll((links) => links.map((link) => [link.getAttribute('href') ?? '', link.textContent.trim()] as const));
  expect(numbers.length).toBeGreaterThan(15);
  const counts = [...new Map(numbers.filter(([, text]) => /^[\d.]+$/.test(text))).entries()];
  for (const [address, text] of counts) {
    await page.goto(`${stage.site.url}${address}`);
    expect([address, await listed(page)]).toEqual([address, text.replaceAll('.', '')]);
  }
  // Nothing lies beside the screen, on a phone, a desk and a projector.
  for (const width of [375, 768, 1366, 1920]) {
    await page.setViewportSize({ width, height: 768 });
    const beside = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    for (const place of ['/dasbor', '/layar', '/laporan', '/laporan/by-skpd?periode=tahun']) {
      await page.goto(`${stage.site.url}${place}`);
      expect([width, place, await page.evaluate(beside)]).toEqual([width, place, 0]);
    }
  }
  // All of it stands on one screen of a desk, its charts in letters that can be read; the wall wants no scrolling either.
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${stage.site.url}/dasbor`);
  await page.locator('.apexcharts-xaxis text').first().waitFor();
  expect(await page.evaluate("document.querySelector('.panels').getBoundingClientRect().bottom")).toBeLessThanOrEqual(
    768,
  );
  const letters =
    '[...document.querySelectorAll(".apexcharts-canvas text")].map((text) => parseFloat(getComputedStyle(text).fontSize))';
  expect(Math.min(...((await page.evaluate(letters)) as number[]))).toBeGreaterThanOrEqual(13);
  await page.getByRole('link', { name: 'Layar dinding' }).click();
  await page.locator('[data-count="open"]').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(768);
  await page.goto(`${stage.site.url}/dasbor`);
  await page.getByRole('link', { name: 'Presentasi' }).click();
  await page.getByRole('link', { name: 'Tutup presentasi' }).waitFor();
  expect(await page.locator('header.site').count()).toBe(0);
});

test('a report is chosen, narrowed, explained and taken away, also without a script; a clerk reads the unit’s own', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, stage.accounts.portal[3] as PortalAccount);
  await page.waitForURL('**/dasbor');
  await page.goto(`${stage.site.url}/laporan`);
  await page.getByRole('link', { name: /^Tiket menurut SKPD/ }).click();
  await page.getByRole('link', { name: 'Tahun', exact: true }).click();
  const rows = page.locator('main table tbody tr');
  const all = await rows.count();
  expect(all).toBeGreaterThan(3);
  const [first = ''] = await rows.first().locator('td a').allInnerTexts();
  const address = (await rows.first().locator('td a').first().getAttribute('href')) ?? '';

  await page.getByText('Saringan dan pembanding').click();
  await page.getByLabel('Prioritas').selectOption('HIGH');
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.waitForURL(/prioritas=HIGH/);
  expect(await rows.count()).toBeLessThanOrEqual(all);
  // One officer's tickets, whose name the form keeps.
  await page.getByLabel('Prioritas').selectOption('');
  await page.getByLabel('Petugas').selectOption({ label: 'Galih Ramadhan' });
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.waitForURL(/petugas=\d+/);
  expect(await page.getByLabel('Petugas').locator('option:checked').innerText()).toBe('Galih Ramadhan');
  expect(await rows.count()).toBeLessThan(all);
  await page.getByRole('link', { name: 'Hapus semua saringan' }).click();

  // What a number means is said in the words of the file.
  await page.getByRole('button', { name: 'Apa arti Masuk?' }).click();
  await page.getByText('Tiket yang diajukan, apa pun keadaannya sekarang.').first().waitFor();
  for (const format of ['csv', 'xlsx', 'pdf']) {
    const link = page.getByRole('link', { name: format.toUpperCase(), exact: true });
    const file = await page.request.get(`${stage.site.url}${(await link.getAttribute('href')) ?? ''}`);
    expect([format, file.status(), file.headers()['content-disposition']]).toEqual([
      format,
      200,
      expect.stringMatching(new RegExp(`laporan-by-skpd-.*\\.${format}`)),
    ]);
  }
  await page.goto(`${stage.site.url}${address}`);
  expect(await listed(page)).toBe(first.replaceAll('.', ''));

  const clerk = await stage.open();
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  await clerk.goto(`${stage.site.url}/laporan`);
  await clerk.getByRole('heading', { name: 'Laporan SKPD kami' }).waitFor();
  await clerk.goto(`${stage.site.url}/laporan/by-skpd?periode=tahun`);
  expect(await clerk.locator('main table tbody tr').count()).toBe(1);
});
