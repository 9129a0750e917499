import { refusal } from '../../support/desk';
import { fileOf } from '../../support/files';
import { readPdf } from '../../support/pdf';
import { readSignature } from '../../support/signature';
import type { Person } from '../../support/world';
import { PASSPHRASE, world, anybody, clerk, leader, galih, RESULT, resolved, pdf, codeOf } from './stage';

test('a coordinator signs a final paper with the office’s certificate: the signed file is handed out, and both are known', async () => {
  const [coordinator, number] = [await world.staff('Laila Safitri'), await resolved()];
  const plain = await pdf(clerk, number, 'completion-report');
  const signIt = (who: Person, passphrase: string) =>
    who.signDocument({ number, kind: 'completion-report', passphrase });
  const offered = async (who: Person) => (await who.listDocuments({ number })).filter(({ maySign }) => maySign);
  expect([await offered(galih), await offered(clerk)]).toEqual([[], []]);
  expect((await offered(coordinator)).map(({ kind }) => kind)).toContain('completion-report');
  for (const who of [galih, clerk, leader]) expect(await refusal(signIt(who, PASSPHRASE))).toBe('403 notAllowed');
  expect(await refusal(coordinator.signDocument({ number, kind: 'history', passphrase: PASSPHRASE }))).toBe(
    '409 noSuchDocument',
  );
  await expect(signIt(coordinator, 'bukan ini')).rejects.toMatchObject({
    code: 'invalid',
    details: { issues: [{ field: 'passphrase', code: 'wrongPassword' }] },
  });
  const refused = await world.database.query(
    "select actor_name, payload from audit_entries where event = 'signDocumentFailed' and subject_id = $1",
    [number],
  );
  expect(refused.rows).toMatchObject([
    {
      actor_name: 'Laila Safitri',
      payload: { facts: { document: 'Berita Acara Penyelesaian Pekerjaan', code: (await codeOf(number))?.code } },
    },
  ]);
  expect(JSON.stringify(refused.rows)).not.toContain('bukan ini');
  // It is the auditor's, and no part of what people read on the ticket.
  const told = (await coordinator.getTimeline({ number })).map(({ event }) => event);
  expect(told).toContain('issueDocument');
  expect(told).not.toContain('signDocumentFailed');
  expect((await pdf(clerk, number, 'completion-report')).equals(plain)).toBe(true);
  await Promise.all([signIt(coordinator, PASSPHRASE), signIt(coordinator, PASSPHRASE)]);
  const signed = await pdf(clerk, number, 'completion-report');
  // What was issued stands in it byte for byte; only the signature follows.
  expect(signed.subarray(0, plain.length).equals(plain)).toBe(true);
  expect(await readSignature(signed)).toEqual({
    holds: true,
    isWhole: true,
    namesItsCertificate: true,
    kind: 'ETSI.CAdES.detached',
    subject: 'CN=Dinas Komunikasi dan Informatika Kota Contoh',
  });
  expect((await readPdf(signed)).text).toContain(RESULT);
  const known = await codeOf(number);
  expect(known?.signature).toMatchObject({ subject: 'Dinas Komunikasi dan Informatika Kota Contoh' });
  for (const file of [plain, signed])
    expect(await anybody.verifyFile({ file: fileOf('ba.pdf', file) })).toEqual({ verdict: 'GENUINE', document: known });
  const forged = Buffer.from(signed);
  forged[100] = (forged[100] ?? 0) ^ 1;
  expect(await readSignature(forged)).toMatchObject({ holds: false });
  expect(await anybody.verifyFile({ file: fileOf('ba.pdf', forged) })).toMatchObject({ verdict: 'UNKNOWN' });
  const { rows } = await world.database.query(
    "select payload from audit_entries where event = 'signDocument' and subject_id = $1",
    [number],
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(PASSPHRASE);
});
