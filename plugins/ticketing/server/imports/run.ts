import fs from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../domain';
import type { Desk } from '../desk/desk';
import { importTickets } from './import';
import { tellerOf } from './say';
import { importUnits } from './units';

/** What `npm run import` asks for; paths on this machine. */
export interface Command {
  readonly file: string;
  readonly preset: string | null;
  readonly map: string | null;
  readonly isApplied: boolean;
  readonly language: Language;
}

/** The preset of a list of units, which are no tickets. */
const UNITS = 'skpd';

/** Runs one import and says in words what it finds and does; answers whether all of the list was in order. */
export async function runImport(desk: Desk, command: Command, say: (text: string) => void): Promise<boolean> {
  const { file, preset, map, isApplied, language } = command;
  const teller = tellerOf(language, path.basename(file), say);
  if (preset === UNITS) {
    const { listener, refused, ended } = teller.units;
    const answer = await importUnits(desk, { path: file, isApplied }, listener, Date.now);
    if ('missing' in answer) {
      refused(answer);
      return false;
    }
    ended(answer, isApplied);
    return answer.bad === 0;
  }
  const mapping = map === null ? null : (JSON.parse(await fs.readFile(map, 'utf8')) as unknown);
  const answer = await importTickets(desk, { path: file, preset, mapping, isApplied }, teller.listener, Date.now);
  if ('why' in answer) {
    teller.refused(answer);
    return false;
  }
  teller.ended(answer, isApplied);
  return answer.bad === 0;
}
