import type { Page } from 'playwright-core';
import { openStage, type Stage } from '../../support/browser';

export let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

export const OFFICER = 'Galih Ramadhan';
export const coordinator = (): string => stage.accounts.staff.find(({ role }) => role === 'COORDINATOR')?.name ?? '';
export const ticketOf = (number: string) => `/plugins/ticketing/tiket/${number}`;
export const settingsOf = (room: string) => `/settings/ticketing/${room}`;
/** Opens an action that lies on one of the shelves. */
export const fromShelf = async (page: Page, name: string) => {
  await page.getByText(/^Tindakan lain/).click();
  await page.getByRole('button', { name, exact: true }).click();
};
export const send = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
export const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
