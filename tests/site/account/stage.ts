import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from '../../support/browser';
import { openMailbox, type Mailbox } from '../../support/mail';
import type { PortalAccount } from '../../support/world';

export let stage: Stage;
export let mail: Mailbox;
beforeAll(async () => {
  mail = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? os.tmpdir(), 'mail-site'));
  stage = await openStage({
    env: { SMTP_URL: mail.smtpUrl, WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' },
    isFirstVisit: true,
  });
});
afterAll(async () => {
  await stage.close();
  await mail.close();
});

export const at = (place: string) => `${stage.site.url}${place}`;
export const READ = { name: 'Saya sudah membaca' };
/** Signs in for the first time and reads the notice. */
export async function arrive(page: Page, account: PortalAccount): Promise<void> {
  await stage.clerkAt(page, account);
  await page.getByRole('button', READ).click();
  await page.waitForURL('**/beranda');
}
export async function choosePassword(page: Page, password: string, button: string): Promise<void> {
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
  await page.getByLabel('Ulangi kata sandi baru').fill(password);
  await page.getByRole('button', { name: button }).click();
}
