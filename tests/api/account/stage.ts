import os from 'node:os';
import path from 'node:path';
import { entriesSince, lastEntryId } from '../../support/entries';
import { type Mailbox, openMailbox } from '../../support/mail';
import { openWorld, type World } from '../../support/world';

export let world: World;
export let mail: Mailbox;
let start: number;
beforeAll(async () => {
  mail = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? os.tmpdir(), 'mail-account'));
  world = await openWorld({ SMTP_URL: mail.smtpUrl });
});
beforeEach(async () => {
  start = await lastEntryId(world);
});
afterAll(async () => {
  await world.close();
  await mail.close();
});

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
export const mine = async (event: string) =>
  (await entriesSince(world, start, 'portal-account')).filter((entry) => entry.event === event);
