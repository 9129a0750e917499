import { Refusal } from '../../domain';
import type { MailSettings, MailTrial, Parsed } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsByKey, run, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { senderOf } from '../desk/sender';
import { seal } from '../mail/secret';
import { settingsFromEnvironment, transport, transportOf, type KeptMailSettings } from '../mail/transport';
import { trialLetter } from './trial';

type Given = Parsed<'saveMailSettings'>['settings'];

async function keptSettings(desk: Desk): Promise<{ version: number; kept: KeptMailSettings | null }> {
  const [row] = await rowsByKey<{ value: KeptMailSettings; version: number }>(
    connection(desk.strapi),
    sql`select value::json as value, version from desk_settings where key = 'mail'`,
  );
  return { version: row?.version ?? 0, kept: row?.value ?? null };
}

export async function readMailSettings(desk: Desk): Promise<MailSettings> {
  const { version, kept } = await keptSettings(desk);
  const { password, ...shown } = kept ?? settingsFromEnvironment(desk.strapi);
  return { version, source: kept ? 'panel' : 'environment', ...shown, hasPassword: password !== null };
}

/** What is given with the password that is kept, where none was given. */
const sealed = (desk: Desk, { password, ...given }: Given, kept: KeptMailSettings | null): KeptMailSettings => ({
  ...given,
  password: password === undefined ? (kept?.password ?? null) : password && seal(desk.strapi, password),
});
const withoutPassword = ({ password, ...rest }: KeptMailSettings): object => ({
  ...rest,
  hasPassword: password !== null,
});

/** Changes how mail leaves, by the version it was read at; in force with the next letter, without a restart. */
export async function saveMailSettings(
  desk: Desk,
  caller: Caller,
  { version, settings }: Parsed<'saveMailSettings'>,
): Promise<MailSettings> {
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'desk_settings:mail');
    const before = await keptSettings(desk);
    if (before.version !== version) throw new Refusal('settingsChanged', { version: before.version });
    const value = sealed(desk, settings, before.kept);
    await run(
      trx,
      sql`insert into desk_settings (key, value, version, updated_at) values ('mail', ${JSON.stringify(value)},
        ${version + 1}, ${new Date(caller.now)}) on conflict (key) do update set value = excluded.value, version =
        excluded.version, updated_at = excluded.updated_at`,
    );
    await record(trx, caller, {
      subjectType: 'setting',
      subjectId: 'ticketing.mail',
      event: 'update',
      payload: {
        label: 'ticketing.mail',
        before: before.kept ? withoutPassword(before.kept) : {},
        after: { ...withoutPassword(value), ...(settings.password !== undefined && { passwordChanged: true }) },
      },
    });
  });
  return readMailSettings(desk);
}

interface Said {
  readonly response?: string;
}
/** Sends a letter to try the way it would leave, and answers with the server's own words. */
export async function tryMail(desk: Desk, caller: Caller, { to, settings }: Parsed<'tryMail'>): Promise<MailTrial> {
  const { kept } = await keptSettings(desk);
  const way = settings ? transportOf(desk.strapi, sealed(desk, settings, kept)) : await transport(desk.strapi);
  const letter = trialLetter(await senderOf(desk), caller.language, caller.actor.name);
  try {
    const { response } = (await way.send({ to, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })) as Said;
    return { isAccepted: true, said: response ?? 'OK' };
  } catch (error) {
    return { isAccepted: false, said: error instanceof Error ? error.message : String(error) };
  }
}
