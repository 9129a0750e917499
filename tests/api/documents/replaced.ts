import { refusal } from '../../support/desk';
import { fileOf } from '../../support/files';
import { readPdf } from '../../support/pdf';
import { anybody, clerk, galih, RESULT, resolved, pdf, codeOf } from './stage';

test('number and parties that the office adds make it anew: the old one says that it was replaced', async () => {
  const number = await resolved();
  const before = await pdf(clerk, number, 'completion-report');
  const old = await codeOf(number);
  const given = {
    letterNumber: '500.12/17/Kominfo/2026',
    executor: { name: 'Galih Ramadhan, S.Kom.', nip: '19850101 201001 1 001', position: 'Pranata Komputer' },
  };
  expect(await refusal(clerk.prepareDocument({ number, ...given }))).toBe('403 notAllowed');
  expect(await refusal(galih.prepareDocument({ number, executor: { name: 'Galih', nip: '123' } }))).toBe('400 invalid');
  await galih.prepareDocument({ number, ...given });
  // At once, and not only when somebody asks for the next one.
  expect(await anybody.verifyDocument({ code: old?.code ?? '' })).toMatchObject({ standing: 'REPLACED' });
  const { text } = await readPdf(await pdf(clerk, number, 'completion-report'));
  for (const words of ['NOMOR: 500.12/17/Kominfo/2026', 'Galih Ramadhan, S.Kom.', '19850101 201001 1 001', RESULT])
    expect(text.replace(/\s+/g, ' ')).toContain(words);
  expect(await anybody.verifyDocument({ code: old?.code ?? '' })).toMatchObject({ standing: 'REPLACED' });
  expect(await anybody.verifyFile({ file: fileOf('lama.pdf', before) })).toMatchObject({ verdict: 'REPLACED' });
  expect(await codeOf(number)).toMatchObject({ standing: 'VALID' });
  expect((await codeOf(number))?.code).not.toBe(old?.code);
});

test('an officer mends the result until it locks: the paper follows, and the old one is told to be replaced', async () => {
  const number = await resolved();
  await pdf(clerk, number, 'completion-report');
  const old = await codeOf(number);
  const mended = 'Internet di ruang pelayanan kembali normal, kecepatan terukur 94 Mbps.';
  expect(await refusal(galih.actOnTicket({ number, action: 'correctResult', resolutionSummary: 'ok' }))).toBe(
    '400 invalid',
  );
  expect(await refusal(clerk.actOnTicket({ number, action: 'correctResult', resolutionSummary: mended }))).toBe(
    '403 notAllowed',
  );
  const ticket = await galih.actOnTicket({ number, action: 'correctResult', resolutionSummary: mended });
  expect(ticket).toMatchObject({ status: 'RESOLVED', resolutionSummary: mended, workDone: 'Konektor diganti.' });
  expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({ event: 'correctResult', text: mended });
  expect(await anybody.verifyDocument({ code: old?.code ?? '' })).toMatchObject({ standing: 'REPLACED' });
  const { text } = await readPdf(await pdf(clerk, number, 'completion-report'));
  expect(text.replace(/\s+/g, ' ')).toContain(mended);
  expect(text).not.toContain(old?.code);
});
