import type { MailSettings, MailTrial, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { toldOfSealed } from '../desk/changes';
import type { Desk } from '../desk/desk';
import { inForceIn } from '../desk/in-force';
import { senderOf } from '../desk/sender';
import { saveSetting } from '../desk/settings';
import { seal } from '../mail/secret';
import { problemOf } from '../mail/server-words';
import { settingsFromEnvironment, transport, transportOf, type KeptMailSettings } from '../mail/transport';
import { trialLetter } from './trial';

type Given = Parsed<'saveMailSettings'>['settings'];

export async function readMailSettings(desk: Desk): Promise<MailSettings> {
  const { mail, versions } = await inForceIn(connection(desk.strapi));
  const { password, ...shown } = mail ?? settingsFromEnvironment(desk.strapi);
  return { version: versions.mail, source: mail ? 'panel' : 'environment', ...shown, hasPassword: password !== null };
}

/** What is given with the password that is kept, where none was given. */
const sealed = (desk: Desk, { password, ...given }: Given, kept: KeptMailSettings | null): KeptMailSettings => ({
  ...given,
  password: password === undefined ? (kept?.password ?? null) : password && seal(desk.strapi, password),
});

/** Changes how mail leaves, by the version it was read at; in force with the next letter, without a restart. */
export async function saveMailSettings(
  desk: Desk,
  caller: Caller,
  { version, settings }: Parsed<'saveMailSettings'>,
): Promise<MailSettings> {
  await saveSetting(desk, caller, 'mail', version, ({ mail }) => {
    const value = sealed(desk, settings, mail);
    return { value, ...toldOfSealed('password', mail, value) };
  });
  return readMailSettings(desk);
}

interface Said {
  readonly response?: string;
}
/** Sends a letter to try the way it would leave, and answers with the server's own words. */
export async function tryMail(desk: Desk, caller: Caller, { to, settings }: Parsed<'tryMail'>): Promise<MailTrial> {
  const { mail } = await inForceIn(connection(desk.strapi));
  const way = settings ? transportOf(desk.strapi, sealed(desk, settings, mail)) : await transport(desk.strapi);
  const letter = trialLetter(await senderOf(desk), caller.language, caller.actor.name);
  try {
    const { response } = (await way.send({ to, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })) as Said;
    return { isAccepted: true, said: response ?? 'OK' };
  } catch (error) {
    return { isAccepted: false, said: problemOf(error) };
  }
}
