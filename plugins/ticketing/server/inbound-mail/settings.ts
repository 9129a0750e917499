import { checkInboundMail, Refusal, type InboundMailChoice } from '../../domain';
import type { InboundMailSettings, InboundMailTrial, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { toldOfSealed } from '../desk/changes';
import type { Desk } from '../desk/desk';
import { inForceIn, type KeptInboundMail } from '../desk/in-force';
import { saveSetting } from '../desk/settings';
import { seal, unseal } from '../mail/secret';
import { problemOf } from '../mail/server-words';
import { inMailbox, type MailboxAccess } from './mailbox';

type Given = Parsed<'saveInboundMail'>['settings'];

export async function readInboundMail(desk: Desk): Promise<InboundMailSettings> {
  const { inboundMail, versions } = await inForceIn(connection(desk.strapi));
  const { password, ...shown } = inboundMail;
  return { ...shown, version: versions['inbound-mail'], hasPassword: password !== null };
}

const sealed = (desk: Desk, { password, ...choice }: Given, kept: KeptInboundMail): KeptInboundMail => ({
  ...choice,
  password: password === undefined ? kept.password : password && seal(desk.strapi, password, 'inbound-mail'),
});
function demandSound(choice: InboundMailChoice): void {
  const issues = checkInboundMail(choice);
  if (issues.length) throw new Refusal('invalid', { issues });
}

/** Changes which mailbox is read, by the version it was read at; in force with the next minute and the next letter. */
export async function saveInboundMail(
  desk: Desk,
  caller: Caller,
  { version, settings }: Parsed<'saveInboundMail'>,
): Promise<InboundMailSettings> {
  const { password: _, ...choice } = settings;
  demandSound(choice);
  await saveSetting(desk, caller, 'inbound-mail', version, ({ inboundMail }) => {
    const value = sealed(desk, settings, inboundMail);
    return { value, ...toldOfSealed('password', inboundMail, value) };
  });
  return readInboundMail(desk);
}

/** How to the mailbox, with the password in words. */
export const accessTo = (desk: Desk, { password, ...choice }: KeptInboundMail): MailboxAccess => ({
  ...choice,
  secret: password === null ? '' : unseal(desk.strapi, password, 'inbound-mail'),
});

/** Opens the mailbox with settings that need not be saved yet, reads nothing, and says what the server said. */
export async function tryInboundMail(
  desk: Desk,
  { settings }: { readonly settings: Given },
): Promise<InboundMailTrial> {
  const { password: _, ...choice } = settings;
  demandSound({ ...choice, isOn: true });
  const { inboundMail } = await inForceIn(connection(desk.strapi));
  try {
    const access = accessTo(desk, sealed(desk, settings, inboundMail));
    const unread = await inMailbox(access, (mailbox) => Promise.resolve(mailbox.unread.length));
    return { isOpened: true, unread, said: '' };
  } catch (error) {
    return { isOpened: false, unread: 0, said: problemOf(error) };
  }
}
