import { checkWhatsApp, Refusal, whatsAppNumber, words, type WhatsAppChoice } from '../../domain';
import type { MailTrial, Parsed, WhatsAppSettings } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { toldOfSealed } from '../desk/changes';
import type { Desk } from '../desk/desk';
import { inForceIn, type KeptWhatsApp } from '../desk/in-force';
import { portalAddress } from '../desk/sender';
import { saveSetting } from '../desk/settings';
import { seal } from '../mail/secret';
import { text } from '../short-messages/text';

export async function readWhatsApp(desk: Desk): Promise<WhatsAppSettings> {
  const { whatsApp, versions } = await inForceIn(connection(desk.strapi));
  const { token, ...shown } = whatsApp;
  return { ...shown, version: versions.whatsapp, hasToken: token !== null };
}

function demandSound(given: WhatsAppChoice): void {
  const issues = checkWhatsApp(given).map((issue) => ({ ...issue, field: `settings.${issue.field}` }));
  if (issues.length) throw new Refusal('invalid', { issues });
}
const withToken = (
  desk: Desk,
  { token, ...choice }: Parsed<'saveWhatsApp'>['settings'],
  kept: KeptWhatsApp,
): KeptWhatsApp => ({
  ...choice,
  token: token === undefined ? kept.token : token && seal(desk.strapi, token, 'whatsapp'),
});

/** Changes the way to the gateway, by the version it was read at; in force with the next message, without a restart. */
export async function saveWhatsApp(
  desk: Desk,
  caller: Caller,
  { version, settings }: Parsed<'saveWhatsApp'>,
): Promise<WhatsAppSettings> {
  demandSound(settings);
  await saveSetting(desk, caller, 'whatsapp', version, ({ whatsApp }) => {
    const value = withToken(desk, settings, whatsApp);
    return { value, ...toldOfSealed('token', whatsApp, value) };
  });
  return readWhatsApp(desk);
}

/** Sends one message to a number, with settings that need not be saved yet, and says what the gateway answered. */
export async function tryWhatsApp(
  desk: Desk,
  caller: Caller,
  { to, settings }: Parsed<'tryWhatsApp'>,
): Promise<MailTrial> {
  demandSound({ ...settings, isOn: true });
  const number = whatsAppNumber(to);
  if (number === null) throw new Refusal('invalid', { issues: [{ field: 'to', code: 'wrongFormat' }] });
  const { whatsApp } = await desk.inForce();
  const facts = {
    nomor: 'TIK-0000-00000',
    status: words(caller.language).status.NEW,
    tautan: portalAddress(desk, caller.language),
  };
  const { status, reason } = await text(desk, withToken(desk, settings, whatsApp), number, caller.language, facts);
  return { isAccepted: reason === null, said: status === null ? (reason ?? '') : `HTTP ${status}` };
}
