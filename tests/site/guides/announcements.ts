import { stage } from './stage';

test('who is about to report what is known already sees it first; the disturbance is everywhere, in WIB', async () => {
  const [visitor, clerk] = [await stage.open(), await stage.open({ javaScriptEnabled: false })];
  await visitor.goto(stage.site.url);
  expect(await visitor.getByRole('region', { name: 'Pengumuman' }).innerText()).toMatch(
    /Gangguan: Kabel optik putus\s+Sejak .+ pukul \d\d\.\d\d WIB; belum diketahui sampai kapan/,
  );
  await visitor.getByText(/Ada \d+ gangguan/).waitFor();
  await visitor.getByRole('link', { name: 'Kabel optik putus' }).click();
  await visitor.waitForURL(/\/pengumuman#p-\d+$/);
  expect(await visitor.getByRole('article').count()).toBe(10);
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  await clerk.getByRole('link', { name: 'Kabel optik putus' }).waitFor();
  await clerk.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await clerk.getByRole('link', { name: 'Kabel optik putus' }).waitFor();
  await clerk.getByRole('link', { name: 'Internet kantor terputus, apa yang harus dilakukan?' }).waitFor();
  await clerk.goto(`${stage.site.url}/tiket/baru?layanan=EML-02`);
  expect(await clerk.getByRole('link', { name: 'Kabel optik putus' }).count()).toBe(0);
});

test('where there is nothing, that is said, with a way on', async () => {
  const visitor = await stage.open();
  await visitor.goto(`${stage.site.url}/panduan?q=tidakadayangcocok`);
  await visitor.getByText('Tidak ada panduan yang cocok').waitFor();
  expect((await visitor.goto(`${stage.site.url}/panduan?jenis=SALAH`))?.status()).toBe(400);
  await visitor.getByText('Saringan pada alamat ini tidak dikenal').waitFor();
  expect((await visitor.goto(`${stage.site.url}/panduan/tidak-ada`))?.status()).toBe(404);
  await stage.database.query('update announcements set is_active = false');
  await visitor.goto(`${stage.site.url}/pengumuman`);
  await visitor.getByText('Tidak ada pengumuman').waitFor();
  await visitor.goto(stage.site.url);
  expect(await visitor.getByRole('region', { name: 'Pengumuman' }).count()).toBe(0);
});
