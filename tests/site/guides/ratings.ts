import { signIn } from '../../support/browser';
import type { PortalAccount } from '../../support/world';
import { stage } from './stage';

test('a clerk says that a guide helped, and changes their mind, without JavaScript', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await page.goto(`${stage.site.url}/panduan/waktu-layanan`);
  await page.getByRole('link', { name: 'Masuk untuk menjawab' }).click();
  await signIn(page, stage.accounts.portal[0] as PortalAccount);
  await page.waitForURL('**/panduan/waktu-layanan#membantu');
  await page.getByText('Tambahkan saran').click();
  await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').fill('Contoh Ramadan belum ada.');
  await page.getByRole('button', { name: 'Belum' }).click();
  await page.getByText('Terima kasih, jawaban Anda tersimpan.').waitFor();
  await page.getByText(/^Anda menjawab: belum membantu/).waitFor();
  await page.getByText('0 dari 1 pembaca terbantu').waitFor();
  expect(await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').inputValue()).toBe(
    'Contoh Ramadan belum ada.',
  );
  await page.getByRole('button', { name: 'Ya, membantu' }).click();
  await page.getByText('1 dari 1 pembaca terbantu').waitFor();
  const { rows } = await stage.database.query(
    `select r.is_helpful, r.comment from guide_ratings r join guides g on g.id = r.guide_id
     where g.slug = 'waktu-layanan'`,
  );
  expect(rows).toEqual([{ is_helpful: true, comment: 'Contoh Ramadan belum ada.' }]);
});

test('the administrator reads in the panel what readers said', async () => {
  const [clerk, admin] = [await stage.clerk(), await stage.open()];
  await clerk.rateGuide({ slug: 'panduan-skpd', isHelpful: false, comment: 'Tambahkan gambar tombolnya.' });
  await stage.officerAt(admin, 'Administrator Demo');
  await admin.getByRole('link', { name: 'Penilaian panduan' }).click();
  const said = admin.getByRole('listitem').filter({ hasText: 'Tambahkan gambar tombolnya.' });
  await said.waitFor();
  expect(await said.innerText()).toMatch(
    new RegExp(
      [
        '^Panduan untuk SKPD: mengajukan dan mengikuti permintaan',
        'Belum membantu',
        'Tambahkan gambar tombolnya\\.',
        'Ratih Kusuma · .+ WIB$',
      ].join('\\s+'),
    ),
  );
});

test('an answer whose session has ended is not lost, and one that is too long is explained', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(page);
  await page.goto(`${stage.site.url}/panduan/ketentuan-lampiran`);
  await page.getByText('Tambahkan saran').click();
  await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').fill('Sebutkan heic.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Ya, membantu' }).click();
  await signIn(page, stage.accounts.portal[0] as PortalAccount);
  await page.getByText('Isian Anda sudah dikembalikan').waitFor();
  expect(await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').inputValue()).toBe('Sebutkan heic.');

  const response = await page.context().request.post(`${stage.site.url}/panduan/ketentuan-lampiran`, {
    form: { helpful: 'yes', comment: 'y'.repeat(1001) },
    headers: { origin: stage.site.url },
  });
  expect(response.status()).toBe(422);
  expect(await response.text()).toMatch(/Saran terlalu panjang; paling banyak 1000 karakter\.[\s\S]*y{1001}/);
});
