import { PHONE } from '../../support/browser';
import { stage, clerk, ticket, report } from './stage';

describe('whether a document is genuine', () => {
  const at = (place: string) => `${stage.site.url}/verifikasi${place}`;

  test('a telephone that scans the QR is told by mathematics alone, also of one changed field', async () => {
    const page = await stage.open({ viewport: PHONE });
    await page.goto(at(`/${report.code}${report.seal}`));
    await page.getByText('Segel asli').waitFor();
    await page.getByText('masih berlaku').first().waitFor();
    await page.getByText('Bukan tanda tangan elektronik.').waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
    await page.reload();
    await page.context().setOffline(true);
    // Going to where one is already would only move within the page.
    await page.reload();
    await page.getByText('Tidak ada internet di perangkat ini').waitFor();
    await page.getByText('Segel asli').waitFor();
    const [body = '', signature = ''] = report.seal.slice(1).split('.');
    const other = Buffer.from(body, 'base64url')
      .toString()
      .replace('"completion-report","TIK-', '"completion-report","TIL-');
    await page.goto(at(`/${report.code}#${Buffer.from(other).toString('base64url')}.${signature}`));
    await page.getByText('Segel tidak sah').waitFor();
    await page.goto(at(`/0000-0000-0000-0000${report.seal}`));
    await page.getByText('Kode pada alamat tidak sama').waitFor();
  });

  test.each([true, false])('a file is checked byte for byte, with JavaScript %s', async (javaScriptEnabled) => {
    const page = await stage.open({ javaScriptEnabled });
    const check = async (name: string, buffer: Buffer) => {
      await page.goto(at(''));
      await page.getByLabel('Berkas PDF', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
    };
    await check('ba.pdf', report.bytes);
    await page.getByText('Berkas ini asli').waitFor();
    await page.getByText(report.code).waitFor();
    const forged = Buffer.from(report.bytes);
    forged[forged.length - 20] = (forged[forged.length - 20] ?? 0) ^ 1;
    await check('ba.pdf', forged);
    await page.getByText('Berkas ini bukan dokumen yang diterbitkan').waitFor();
    await check('besar.pdf', Buffer.alloc(11 * 1024 * 1024, 1));
    await page.getByText(/Berkas ini 11 MB\. Dokumen yang diterbitkan sistem ini paling besar 10 MB/).waitFor();
  });

  test('a code typed from paper leads to its document; a wrong one says what to look at', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    await page.goto(at(''));
    await page.getByLabel('Kode dokumen').fill(report.code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Periksa kode' }).click();
    await page.waitForURL(at(`/${report.code}`));
    expect((await page.goto(at('/ABCD-ABCD-ABCD-ABCD')))?.status()).toBe(404);
    await page.getByText('Tidak ada dokumen dengan kode ini').waitFor();
  });

  test('the papers of a ticket are folded on its page, and open as PDF', async () => {
    await clerk.goto(`${stage.site.url}/tiket/${ticket}`);
    await clerk.locator('#dokumen summary').click();
    const link = clerk.getByRole('link', { name: 'Formulir Permohonan' });
    const answer = await clerk.request.get(`${stage.site.url}${await link.getAttribute('href')}`);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^inline/) as string,
    });
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
