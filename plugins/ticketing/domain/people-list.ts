import { parseCsv } from './csv';
import { EMAIL_FORMAT, PHONE_FORMAT } from './form';
import { LIMITS } from './limits';
import type { Named } from './named';

/** Most accounts one list makes at once: each is a letter, and a password nobody knows. */
export const ACCOUNT_LIST = { characters: 60_000, lines: 100 } as const;
/** What may be wrong with one line of a list. `known` is no fault: that account stays as it is. */
export const ACCOUNT_FAULTS = [
  'name',
  'email',
  'role',
  'skpd',
  'position',
  'phone',
  'twice',
  'known',
  'tooMany',
] as const;
export type AccountFault = (typeof ACCOUNT_FAULTS)[number];
/** A line of a list of portal accounts, as it was read; `line` counts from 1 as an editor does. */
export interface AccountLine {
  readonly line: number;
  readonly fullName: string;
  readonly email: string;
  readonly role: 'REQUESTER' | 'LEADER' | null;
  readonly skpd: Named | null;
  readonly position: string;
  readonly phone: string;
  readonly fault: AccountFault | null;
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
const roleIn = (text: string): AccountLine['role'] =>
  /pemohon|skpd|requester/.test(plain(text)) || plain(text) === ''
    ? 'REQUESTER'
    : /pimpinan|leader/.test(plain(text))
      ? 'LEADER'
      : null;
/** By its code, or by its whole name. */
const unitIn = (text: string, units: readonly Named[]): Named | null =>
  units.find(({ code, name }) => plain(code) === plain(text) || plain(name) === plain(text)) ?? null;
const isHeading = (cells: readonly string[]): boolean =>
  !cells.some((cell) => cell.includes('@')) && /nama/i.test(cells[0] ?? '');

function faultOf(
  given: Omit<AccountLine, 'fault'>,
  unit: string,
  isTwice: boolean,
  isKnown: boolean,
  place: number,
): AccountFault | null {
  const { fullName, email, role, skpd, position, phone } = given;
  if (place >= ACCOUNT_LIST.lines) return 'tooMany';
  if (fullName === '' || fullName.length > LIMITS.name) return 'name';
  if (!EMAIL_FORMAT.test(email) || email.length > LIMITS.email) return 'email';
  if (role === null) return 'role';
  if (skpd === null && (role === 'REQUESTER' || unit !== '')) return 'skpd';
  if (position.length > LIMITS.name) return 'position';
  if (phone !== '' && !PHONE_FORMAT.test(phone)) return 'phone';
  if (isTwice) return 'twice';
  return isKnown ? 'known' : null;
}

/** An account as somebody wrote it down. */
export interface AccountCells {
  readonly fullName: string;
  readonly email: string;
  readonly role: string;
  readonly unit: string;
  readonly position: string;
  readonly phone: string;
}
/** What a line of any list of portal accounts is; `place` is its place among the lines of a list that is bounded. */
export function judgeAccount(
  cells: AccountCells,
  line: number,
  units: readonly Named[],
  isTwice: boolean,
  isKnown: boolean,
  place = 0,
): AccountLine {
  const given = {
    line,
    fullName: cells.fullName.replace(/\s+/g, ' '),
    email: cells.email.toLowerCase(),
    role: roleIn(cells.role),
    skpd: unitIn(cells.unit, units),
    position: cells.position,
    phone: cells.phone,
  };
  return { ...given, fault: faultOf(given, cells.unit, isTwice, isKnown, place) };
}

/** Reads a list of portal accounts, `nama;email;peran;skpd;jabatan;telepon`, and says of every line what it is. */
export function readAccounts(csv: string, units: readonly Named[], isKnown: (email: string) => boolean): AccountLine[] {
  const seen = new Set<string>();
  return parseCsv(csv)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .filter(({ cells }, index) => index > 0 || !isHeading(cells))
    .slice(0, ACCOUNT_LIST.lines + 1)
    .map(({ line, cells }, place) => {
      const [fullName = '', email = '', role = '', unit = '', position = '', phone = ''] = cells.map((cell) =>
        cell.trim(),
      );
      const [given, key] = [{ fullName, email, role, unit, position, phone }, email.toLowerCase()];
      const judged = judgeAccount(given, line, units, seen.has(key), isKnown(key), place);
      seen.add(key);
      return judged;
    });
}

/** Whether a list may be taken over: who is known already is passed over, anything else that is wrong stops it. */
export const areSound = (lines: readonly AccountLine[]): boolean =>
  lines.every(({ fault }) => fault === null || fault === 'known') && lines.some(({ fault }) => fault === null);
