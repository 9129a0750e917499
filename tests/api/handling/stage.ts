import path from 'node:path';
import type { Action } from 'strapi-plugin-ticketing/domain';
import { shiftedBy } from '../../support/clock';
import { urlOf } from '../../support/databases';
import { file } from '../../support/desk';
import { startCms, type Server } from '../../support/servers';
import {
  openWorld,
  signInPortal,
  signInStaff,
  type Person,
  type PortalAccount,
  type StaffAccount,
  type World,
} from '../../support/world';

export let world: World;
export let clerk: Person, galih: Person, ilham: Person, tari: Person, nisa: Person, laila: Person;
/** The same desk three weeks later, which is longer than any row of holidays. */
export let later: Server & { clerk: Person; galih: Person; laila: Person };
beforeAll(async () => {
  world = await openWorld();
  [clerk, galih, ilham, tari, nisa, laila] = await Promise.all([
    world.clerk(),
    world.staff('Galih Ramadhan'),
    world.staff('Ilham Syahputra'),
    world.staff('Tari Puspita'),
    world.staff('Nisa Azzahra'),
    world.staff('Laila Safitri'),
  ]);
  const server = await startCms(
    urlOf(world.databaseName),
    path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-later`),
    shiftedBy(21 * 86_400_000),
  );
  const staff = (name: string) =>
    signInStaff(server.url, world.accounts.staff.find((account) => account.name === name) as StaffAccount);
  later = {
    ...server,
    clerk: await signInPortal(server.url, world.accounts.portal[0] as PortalAccount),
    galih: await staff(galih.name),
    laila: await staff(laila.name),
  };
});
afterAll(async () => {
  await later.stop();
  await world.close();
});

export const reason = 'Sebagaimana dibicarakan';
export const act = (person: Person, number: string, action: Action, given: object = {}) =>
  person.actOnTicket({ number, action, ...given });
export const open = async (category = 'NET-06'): Promise<string> => (await file(clerk, category)).number;
export const taken = async (category = 'NET-06'): Promise<string> => {
  const number = await open(category);
  await act(galih, number, 'claim');
  return number;
};
export const last = async (number: string) => (await laila.getTimeline({ number })).at(-1);
export const rowOf = async <Row>(number: string): Promise<Row> =>
  (await world.database.query('select * from tickets where number = $1', [number])).rows[0] as Row;
