import { DOCUMENT_KINDS } from 'strapi-plugin-ticketing/domain';
import { refusal } from '../../support/desk';
import { fileOf, PDF, PNG } from '../../support/files';
import { readPdf } from '../../support/pdf';
import { anybody, clerk, stranger, leader, galih, filed, resolved, pdf, codeOf } from './stage';

test('every paper of a ticket is a sound PDF at both doors, and nobody else’s', async () => {
  const number = await resolved();
  const offered = (await clerk.listDocuments({ number })).map(({ kind }) => kind);
  expect(offered).toEqual([...DOCUMENT_KINDS]);
  for (const kind of offered)
    for (const person of [clerk, galih, leader]) {
      const { text, language } = await readPdf(await pdf(person, number, kind));
      expect(text).toContain(number);
      expect(text).toContain('PEMERINTAH KOTA BUKITTINGGI');
      expect(language).toBe('id-ID');
    }
  for (const kind of offered) expect(await refusal(stranger.readDocument({ number, kind }))).toBe('404 notFound');
  expect(await refusal(stranger.listDocuments({ number }))).toBe('404 notFound');
});

test('an internal note or file is in the history an officer prints, and in nobody else’s', async () => {
  const number = await filed();
  await galih.commentOnTicket({ number, body: 'Rahasia dapur: konektor lama korosi.', internal: true });
  await galih.addAttachment({ number, internal: 'true', file: fileOf('konektor.png', PNG) });
  for (const secret of ['Rahasia dapur', 'konektor.png']) {
    expect((await readPdf(await pdf(galih, number, 'history'))).text).toContain(secret);
    expect((await readPdf(await pdf(clerk, number, 'history'))).text).not.toContain(secret);
  }
});

test('before the work is resolved a Berita Acara is a preview without code; while Baru there is none', async () => {
  const number = await filed();
  expect(await refusal(clerk.readDocument({ number, kind: 'completion-report' }))).toBe('409 noSuchDocument');
  await galih.actOnTicket({ number, action: 'claim' });
  const { text } = await readPdf(await pdf(galih, number, 'completion-report'));
  expect(text).not.toContain('Kode dokumen');
  expect(await codeOf(number)).toBeNull();
});

test('a final Berita Acara is the same file for whoever asks, also when many ask at once, and tells of itself', async () => {
  const number = await resolved();
  const copies = await Promise.all(
    [clerk, galih, leader, clerk, galih].map((who) => pdf(who, number, 'completion-report')),
  );
  for (const copy of copies) expect(copy.equals(copies[0] as Buffer)).toBe(true);
  const document = await codeOf(number);
  const known = await anybody.verifyDocument({ code: (document?.code ?? '').toLowerCase() });
  expect(known).toEqual({ ...document, standing: 'VALID', ticketNumber: number, kind: 'completion-report' });
  const [copy] = copies as [Buffer];
  expect((await readPdf(copy)).text).toContain(known.code);
  expect(await anybody.verifyFile({ file: fileOf('ba.pdf', copy) })).toEqual({ verdict: 'GENUINE', document: known });
  const forged = Buffer.from(copy);
  forged[forged.length - 20] = (forged[forged.length - 20] ?? 0) ^ 1;
  expect(await anybody.verifyFile({ file: fileOf('ba.pdf', forged) })).toEqual({ verdict: 'UNKNOWN', document: null });
  expect(await anybody.verifyFile({ file: fileOf('lain.pdf', PDF) })).toEqual({ verdict: 'UNKNOWN', document: null });
  expect(await refusal(anybody.verifyDocument({ code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' }))).toBe('404 unknownCode');
  expect(await refusal(anybody.verifyDocument({ code: number }))).toBe('404 unknownCode');
});
