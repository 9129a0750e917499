import path from 'node:path';
import { urlOf } from '../../support/databases';
import { startCms, type Server } from '../../support/servers';
import { openWorld, signInStaff, type Person, type StaffAccount, type World } from '../../support/world';

export let world: World;
export let second: Server;
export let admin: Person, clerk: Person, galih: Person, tari: Person, laila: Person;
beforeAll(async () => {
  world = await openWorld();
  second = await startCms(
    urlOf(world.databaseName),
    path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-second`),
  );
  [admin, clerk, galih, tari, laila] = await Promise.all([
    world.staff('Administrator Demo'),
    world.clerk(),
    world.staff('Galih Ramadhan'),
    world.staff('Tari Puspita'),
    world.staff('Laila Safitri'),
  ]);
});
afterAll(async () => {
  await second.stop();
  await world.close();
});
export const elsewhere = (name: string) =>
  signInStaff(second.url, world.accounts.staff.find((account) => account.name === name) as StaffAccount);
