import type { Role } from './access';
import { parseCsv } from './csv';
import { EMAIL_FORMAT, PHONE_FORMAT } from './form';
import { LIMITS } from './limits';
import type { Named } from './named';
import type { AccountDoor } from './people';
import { ACCOUNT_HEADS, ACCOUNT_ORDER, cellParts, staffRolesIn, teamsIn, type AccountField } from './people-columns';
import { fold } from './text';

/** Most accounts one list makes at once: each is a letter, and a password nobody knows. */
export const ACCOUNT_LIST = { characters: 60_000, lines: 100 } as const;
/** What may be wrong with one line of a list. `known` is no fault: that account stays as it is. */
export const ACCOUNT_FAULTS = [
  'name',
  'email',
  'role',
  'skpd',
  'team',
  'position',
  'phone',
  'twice',
  'known',
  'tooMany',
] as const;
export type AccountFault = (typeof ACCOUNT_FAULTS)[number];
/** A line of a list of accounts, as it was read; `line` counts from 1 as an editor does. Its role says which door. */
export interface AccountLine {
  readonly line: number;
  readonly door: AccountDoor;
  readonly fullName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly skpd: Named | null;
  readonly teams: readonly Named[];
  readonly position: string;
  readonly phone: string;
  readonly fault: AccountFault | null;
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
function portalRolesIn(text: string): Role[] {
  if (/pemohon|skpd|requester/.test(plain(text)) || plain(text) === '') return ['REQUESTER'];
  return /pimpinan|leader/.test(plain(text)) ? ['LEADER'] : [];
}
const known = <T>(all: readonly (T | undefined)[]): T[] => {
  const found = all.filter((one) => one !== undefined);
  return found.length === all.length ? [...new Set(found)] : [];
};
/** By its code, or by its whole name. */
const unitIn = (text: string, units: readonly Named[]): Named | null =>
  units.find(({ code, name }) => plain(code) === plain(text) || plain(name) === plain(text)) ?? null;

/** An account as somebody wrote it down. */
export interface AccountCells {
  readonly fullName: string;
  readonly email: string;
  readonly role: string;
  readonly unit: string;
  readonly teams: string;
  readonly position: string;
  readonly phone: string;
}
/** Units and teams a list may name. */
export interface ListGround {
  readonly units: readonly Named[];
  readonly teams: readonly Named[];
}
/** Where a line stands in its list. */
export interface LinePlace {
  readonly line: number;
  /** Its place among the lines of a list that is bounded. */
  readonly place?: number;
  /** A line before it has its address at this door. */
  readonly isTwice: boolean;
  readonly isKnown: boolean;
}

function faultOf(
  given: Omit<AccountLine, 'fault'>,
  cells: AccountCells,
  { place = 0, isTwice, isKnown }: LinePlace,
): AccountFault | null {
  const { door, fullName, email, roles, skpd, position, phone } = given;
  if (place >= ACCOUNT_LIST.lines) return 'tooMany';
  if (fullName === '' || fullName.length > LIMITS.name) return 'name';
  if (!EMAIL_FORMAT.test(email) || email.length > LIMITS.email) return 'email';
  if (roles.length === 0) return 'role';
  if (door === 'portal' && skpd === null && (roles.includes('REQUESTER') || cells.unit !== '')) return 'skpd';
  if (cellParts(cells.teams).length > 0 && given.teams.length === 0) return 'team';
  if (position.length > LIMITS.name) return 'position';
  if (phone !== '' && !PHONE_FORMAT.test(phone)) return 'phone';
  if (isTwice) return 'twice';
  return isKnown ? 'known' : null;
}

/** What a line of any list of accounts at this door is. */
export function judgeAccount(
  cells: AccountCells,
  door: AccountDoor,
  { units, teams }: ListGround,
  where: LinePlace,
): AccountLine {
  const isStaff = door === 'staff';
  const given = {
    line: where.line,
    door,
    fullName: cells.fullName.replace(/\s+/g, ' '),
    email: cells.email.toLowerCase(),
    roles: isStaff ? known(staffRolesIn(cells.role)) : portalRolesIn(cells.role),
    skpd: isStaff ? null : unitIn(cells.unit, units),
    teams: isStaff ? known(teamsIn(cells.teams, teams)) : [],
    position: isStaff ? '' : cells.position,
    phone: isStaff ? '' : cells.phone,
  };
  return { ...given, fault: faultOf(given, isStaff ? cells : { ...cells, teams: '' }, where) };
}

/** Columns by their heads, where the first line names at least whom the others are about; else in their usual order. */
function columnsIn(cells: readonly string[]): {
  readonly fields: readonly (AccountField | null)[];
  readonly isHead: boolean;
} {
  const fields = cells.map((cell) => ACCOUNT_HEADS[fold(cell)] ?? null);
  if (fields.includes('name') && fields.includes('email')) return { fields, isHead: true };
  return { fields: ACCOUNT_ORDER, isHead: !cells.some((cell) => cell.includes('@')) && /nama/i.test(cells[0] ?? '') };
}

/**
 * Reads a list of accounts of both doors, `nama;email;peran;skpd atau tim;jabatan;telepon` or by the heads of its columns,
 * and says of every line what it is.
 */
export function readAccounts(
  csv: string,
  ground: ListGround,
  isKnown: (door: AccountDoor, email: string) => boolean,
): AccountLine[] {
  const lines = parseCsv(csv).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const { fields, isHead } = columnsIn(lines[0]?.cells ?? []);
  const seen = new Set<string>();
  return lines
    .slice(isHead ? 1 : 0)
    .slice(0, ACCOUNT_LIST.lines + 1)
    .map(({ line, cells }, place) => {
      const at = (field: AccountField): string => (cells[fields.indexOf(field)] ?? '').trim();
      const door = staffRolesIn(at('role')).some((role) => role !== undefined) ? 'staff' : 'portal';
      const given = {
        ...{ fullName: at('name'), email: at('email'), role: at('role'), unit: at('unit') },
        ...{ teams: at(fields.includes('teams') ? 'teams' : 'unit'), position: at('position'), phone: at('phone') },
      };
      const email = given.email.toLowerCase();
      const [isTwice, key] = [seen.has(`${door} ${email}`), `${door} ${email}`];
      seen.add(key);
      return judgeAccount(given, door, ground, { line, place, isTwice, isKnown: isKnown(door, email) });
    });
}

/** Whether a list may be taken over: who is known already is passed over, anything else that is wrong stops it. */
export const areSound = (lines: readonly AccountLine[]): boolean =>
  lines.every(({ fault }) => fault === null || fault === 'known') && lines.some(({ fault }) => fault === null);
