import fs from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../domain';
import type { Desk } from '../desk/desk';
import { importAccounts } from './accounts';
import { importTickets } from './import';
import { tellerOf } from './say';
import type { ListTeller } from './say-lists';
import { importServices } from './services';
import type { ListOutcome, ListRefused } from './small-list';
import { importUnits } from './units';

/** What `npm run import` asks for; paths on this machine. */
export interface Command {
  readonly file: string;
  readonly preset: string | null;
  readonly map: string | null;
  /** What was said on the tickets of the list. */
  readonly messages?: string | null;
  readonly isApplied: boolean;
  /** Whether people on a list are mailed their invitations. */
  readonly isInvited?: boolean;
  readonly language: Language;
}

/** Says how a list of master data ended; answers whether all of it was in order. */
function told<Field extends string>(
  answer: ListOutcome | ListRefused<Field>,
  { refused, ended }: Pick<ListTeller<Field>, 'refused' | 'ended'>,
  isApplied: boolean,
): boolean {
  if ('missing' in answer) {
    refused(answer);
    return false;
  }
  ended(answer, isApplied);
  return answer.bad === 0;
}

/** Runs one import and says in words what it finds and does; answers whether all of the list was in order. */
export async function runImport(desk: Desk, command: Command, say: (text: string) => void): Promise<boolean> {
  const { file, preset, map, isApplied, isInvited = false, messages = null, language } = command;
  const teller = tellerOf(language, path.basename(file), path.basename(messages ?? ''), say);
  const asked = { path: file, isApplied };
  // Lists of master data, which are no tickets and need no mapping.
  if (preset === 'skpd') {
    const { units } = teller.lists;
    return told(await importUnits(desk, asked, units.listener, Date.now), units, isApplied);
  }
  if (preset === 'layanan') {
    const { services } = teller.lists;
    return told(await importServices(desk, asked, services.listener), services, isApplied);
  }
  if (preset === 'akun' || preset === 'petugas') {
    const people = preset === 'akun' ? teller.lists.people : teller.lists.staff;
    const given = { ...asked, isInvited, door: preset === 'akun' ? ('portal' as const) : ('staff' as const) };
    return told(await importAccounts(desk, given, people.listener, Date.now), people, isApplied);
  }
  const mapping = map === null ? null : (JSON.parse(await fs.readFile(map, 'utf8')) as unknown);
  const answer = await importTickets(
    desk,
    { path: file, preset, mapping, messages, isApplied },
    teller.listener,
    Date.now,
  );
  if ('why' in answer) {
    teller.refused(answer);
    return false;
  }
  teller.ended(answer, isApplied);
  return answer.bad === 0;
}
