import os from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { entriesSince, type Entry, lastEntryId } from '../../support/entries';
import { type Mailbox, openMailbox } from '../../support/mail';
import { openWorld, type World } from '../../support/world';

export let world: World;
export let mail: Mailbox;
let start: number;
beforeAll(async () => {
  mail = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? os.tmpdir(), 'mail-passwords'));
  world = await openWorld({ SMTP_URL: mail.smtpUrl, SITE_URL: 'https://tiket.contoh.test' });
});
beforeEach(async () => {
  start = await lastEntryId(world);
});
afterAll(async () => {
  await world.close();
  await mail.close();
});

export const post = (place: string, body: object, address?: string) => {
  const call = request(world.cms.url).post(place).send(body);
  return address ? call.set('x-forwarded-for', address) : call;
};
export const forget = (identifier: string, address?: string) =>
  post('/api/ticketing/password/forgotten', { identifier }, address);
export const reset = (code: string, password: string, address?: string) =>
  post('/api/ticketing/password/reset', { code, password }, address);
export const codes = (body: { error: { details: { issues?: { field: string; code: string }[] } } }) =>
  body.error.details.issues?.map(({ field, code }) => `${field} ${code}`);
const idOf = async (email: string) =>
  String((await world.database.query<{ id: number }>('select id from up_users where email = $1', [email])).rows[0]?.id);
export const events = async (email: string): Promise<Entry[]> => {
  const id = await idOf(email);
  return (await entriesSince(world, start, 'portal-account')).filter(({ subject_id }) => subject_id === id);
};
