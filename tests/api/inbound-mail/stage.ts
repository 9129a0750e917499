import path from 'node:path';
import { openImap, type ImapServer } from '../../support/imap';
import { runJob, until } from '../../support/jobs';
import { openMailbox, type Letter, type Mailbox } from '../../support/mail';
import { openWorld, outage, type Person, type World } from '../../support/world';

export let world: World;
let mailbox: Mailbox;
export let imap: ImapServer;
export const BASE = 'balas@kota.test';

export const inbox = (over: object = {}) => ({
  ...{ isOn: true, host: '127.0.0.1', port: imap.port, security: 'none' as const, username: imap.username },
  ...{ password: imap.password, folder: 'INBOX', address: BASE, takesBounces: true },
  ...over,
});

beforeAll(async () => {
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', `inbound-${process.pid}`);
  [mailbox, imap] = await Promise.all([openMailbox(folder), openImap()]);
  world = await openWorld({ SMTP_URL: mailbox.smtpUrl });
});
afterAll(async () => {
  await world?.close();
  await Promise.all([mailbox?.close(), imap?.close()]);
});

export const read = async (): Promise<void> => {
  expect(await runJob(world.database, 'inbound-mail')).toBe('completed');
};
const hurry = () => world.database.query("update pgboss.job set start_after = now() where name = 'letters'");
export const file = async (over: object = {}): Promise<{ clerk: Person; number: string }> => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage(over));
  return { clerk, number };
};
/** The letter about a ticket, once it has come. */
export async function letterAbout(number: string, to: string, words = number): Promise<Letter> {
  let found: Letter | undefined;
  await until(`a letter about ${number} has come`, async () => {
    await hurry();
    const letters = await mailbox.lettersTo(to);
    found = letters.find(({ subject, text }) => subject.includes(number) && `${subject}${text}`.includes(words));
    return found !== undefined;
  });
  if (!found) throw new Error('no letter');
  return found;
}
export const answerTo = async (letter: Letter): Promise<string> => (await mailbox.headerOf(letter, 'Reply-To')) ?? '';
export const asQuoted = ({ text }: Letter): string =>
  `Pada Sen, 30 Nov 2026 Meja Layanan menulis:\n\n${text.replaceAll(/^/gm, '> ')}`;

export const commentsOn = async (person: Person, number: string) =>
  (await person.getTimeline({ number })).filter(({ event }) => event === 'comment');
export const saidOn = async (person: Person, number: string): Promise<string[]> =>
  (await commentsOn(person, number)).map(({ text }) => text ?? '');
export const listed = async () => (await (await world.staff('Administrator Demo')).listQuarantine({})).rows;
