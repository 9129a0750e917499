import fs from 'node:fs';
import path from 'node:path';
import type { DocumentKind } from 'strapi-plugin-ticketing/domain';
import { createClient, type Client } from 'strapi-plugin-ticketing/client';
import { file } from '../../support/desk';
import { makeCertificate } from '../../support/signature';
import { openWorld, type Person, type World } from '../../support/world';

const CERTIFICATE = path.join(process.env['TEST_DATA_DIR'] ?? '', `office-${process.pid}.pem`);
export const PASSPHRASE = 'kunci kantor 2026';
export let world: World;
/** Somebody without a session. */
export let anybody: Client;
export let clerk: Person, stranger: Person, leader: Person, galih: Person;
beforeAll(async () => {
  fs.mkdirSync(path.dirname(CERTIFICATE), { recursive: true });
  makeCertificate(CERTIFICATE, PASSPHRASE);
  world = await openWorld({ SIGNING_CERTIFICATE: CERTIFICATE });
  anybody = createClient((place, init) => fetch(`${world.cms.url}/api/ticketing${place}`, init));
  [clerk, stranger, leader, galih] = await Promise.all([
    world.clerk(),
    world.stranger(),
    world.leader(),
    world.staff('Galih Ramadhan'),
  ]);
}, 600_000);
afterAll(async () => {
  await world.close();
  fs.rmSync(CERTIFICATE, { force: true });
});

export const RESULT = 'Internet di ruang pelayanan kembali normal dan diuji bersama petugas unit.';
export const filed = async (): Promise<string> => (await file(clerk, 'NET-01')).number;
export async function resolved(): Promise<string> {
  const number = await filed();
  await galih.actOnTicket({ number, action: 'claim' });
  await galih.actOnTicket({ number, action: 'resolve', resolutionSummary: RESULT, workDone: 'Konektor diganti.' });
  return number;
}
export const pdf = async (person: Person, number: string, kind: DocumentKind): Promise<Buffer> => {
  const response = await person.readDocument({ number, kind });
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  return Buffer.from(await response.arrayBuffer());
};
export const codeOf = async (number: string, kind: DocumentKind = 'completion-report') =>
  (await galih.listDocuments({ number })).find((one) => one.kind === kind)?.issued;
