import path from 'node:path';
import { until } from '../../support/jobs';
import { type Mailbox, openMailbox } from '../../support/mail';
import { freePort } from '../../support/servers';
import { openWorld, outage, type Person, type World } from '../../support/world';

export let world: World;
/** The city's mail server; some chapters take it away and bring another. */
export let mailbox: Mailbox;
export let smtpPort: number;
const folder = (name: string) => path.join(process.env['TEST_DATA_DIR'] ?? '', `${name}-${process.pid}`);
/** From now on letters arrive here, in a box of their own. */
export async function takeMail(name: string): Promise<void> {
  mailbox = await openMailbox(folder(name), smtpPort);
}

beforeAll(async () => {
  smtpPort = await freePort();
  world = await openWorld({ SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' });
});
afterAll(async () => {
  await world.close();
  await mailbox.close();
});

/** Letters gather for two minutes, and wait for half a minute when a server is away: here nobody waits for that. */
export const hurry = () =>
  world.database.query("update pgboss.job set start_after = now() where name in ('letters', 'webhooks')");
export const ledger = async (condition: string, ...values: string[]) =>
  (
    await world.database.query<{
      id: string;
      state: string;
      reason: string | null;
      address: string;
      sealed: string | null;
    }>(`select id, state, reason, address, sealed from letters where ${condition} order by id`, values)
  ).rows;
/** Every letter that is due has left, or was given up. */
export const allCarried = (number: string) =>
  until('every letter has been carried', async () => {
    await hurry();
    return (await ledger("ticket_number = $1 and state in ('WAITING', 'SENDING')", number)).length === 0;
  });
/** Files that wait to travel with a letter on this ticket. */
export const filesOf = async (number: string): Promise<{ id: string }[]> =>
  (await world.database.query<{ id: string }>("select id from letter_files where name like '%' || $1 || '%'", [number]))
    .rows;
export const file = async (over: object = {}): Promise<{ clerk: Person; number: string }> => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage(over));
  return { clerk, number };
};
