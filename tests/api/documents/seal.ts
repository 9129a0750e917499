import { createPublicKey, verify } from 'node:crypto';
import { EXAMPLES, readSeal } from 'strapi-plugin-ticketing/domain';
import { refusal } from '../../support/desk';
import { readPdf, readQr } from '../../support/pdf';
import { world, anybody, clerk, resolved, pdf, codeOf } from './stage';

test('what a telephone reads in the QR is signed with the published key, and says what the paper says', async () => {
  const number = await resolved();
  const address = await readQr(await pdf(clerk, number, 'completion-report'));
  const document = await codeOf(number);
  expect(address).toContain(`/verifikasi/${document?.code}#`);
  const read = readSeal(address.slice(address.indexOf('#') + 1));
  expect(read?.seal).toMatchObject({
    code: document?.code,
    kind: 'completion-report',
    ticketNumber: number,
    parties: ['Galih Ramadhan', 'Ratih Kusuma'],
  });
  const [key] = await anybody.listSealKeys({});
  expect(read?.seal.keyId).toBe(key?.id);
  const published = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key?.key ?? '' }, format: 'jwk' });
  const [bytes, signature] = [Buffer.from(read?.bytes ?? []), read?.signature ?? new Uint8Array()];
  expect(verify(null, bytes, published, signature)).toBe(true);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  expect(verify(null, bytes, published, signature)).toBe(false);
});

test('the identity is looked at on an example that is final for nobody, by whoever may see settings', async () => {
  const admin = await world.staff('Administrator Demo');
  for (const kind of EXAMPLES) {
    const { text } = await readPdf(Buffer.from(await (await admin.readExample({ kind })).arrayBuffer()));
    expect(text).toContain('PEMERINTAH KOTA BUKITTINGGI');
    expect(text).toContain('TIK-0000-00000');
    expect(text).not.toContain('Kode dokumen');
  }
  expect(await refusal(clerk.readExample({ kind: 'completion-report' }))).toBe('403 notAllowed');
});
