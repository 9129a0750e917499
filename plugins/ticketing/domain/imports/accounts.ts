import type { CsvLine } from '../csv';
import { NIP_FORMAT } from '../form';
import { LIMITS } from '../limits';
import type { Named } from '../named';
import type { AccountDoor } from '../people';
import { judgeAccount, type AccountFault } from '../people-list';
import type { Role } from '../access';
import { fold } from '../text';
import type { ImportFault, ImportFaultCode } from './faults';
import { ListLine, listColumns, type ListColumn } from './list-line';

/** What a column of a list of people holds. The portal's have a unit, the staff's have teams. */
export const ACCOUNT_FIELDS = ['name', 'email', 'role', 'unit', 'position', 'phone', 'nip', 'teams'] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];
export type AccountColumn = ListColumn<AccountField>;
/** Which columns mean something at each door, and without which no line becomes an account. */
const FIELDS_AT = {
  portal: ['name', 'email', 'role', 'unit', 'position', 'phone', 'nip'],
  staff: ['name', 'email', 'role', 'teams'],
} as const satisfies Readonly<Record<AccountDoor, readonly AccountField[]>>;
const NEEDED = {
  portal: ['name', 'email', 'unit'],
  staff: ['name', 'email', 'role'],
} as const satisfies Readonly<Record<AccountDoor, readonly AccountField[]>>;

const HEADS: Readonly<Record<string, AccountField>> = {
  nama: 'name',
  'nama lengkap': 'name',
  name: 'name',
  email: 'email',
  'e mail': 'email',
  surel: 'email',
  'alamat email': 'email',
  peran: 'role',
  role: 'role',
  roles: 'role',
  skpd: 'unit',
  opd: 'unit',
  unit: 'unit',
  'unit kerja': 'unit',
  instansi: 'unit',
  'perangkat daerah': 'unit',
  jabatan: 'position',
  position: 'position',
  telepon: 'phone',
  'no hp': 'phone',
  'no hp wa': 'phone',
  hp: 'phone',
  phone: 'phone',
  nip: 'nip',
  tim: 'teams',
  team: 'teams',
  teams: 'teams',
};
export const accountColumnsAt =
  (door: AccountDoor) =>
  (heads: readonly string[]): AccountColumn[] =>
    listColumns(HEADS, heads).map((column) => ({
      ...column,
      field: FIELDS_AT[door].find((field) => field === column.field) ?? null,
    }));
export const missingAccountColumns =
  (door: AccountDoor) =>
  (columns: readonly AccountColumn[]): AccountField[] =>
    NEEDED[door].filter((needed) => !columns.some(({ field }) => field === needed));

/** An account as a list has it; by its address it is known again. */
export interface ListedAccount {
  readonly fullName: string;
  readonly email: string;
  readonly roles: Role[];
  readonly skpd: string | null;
  readonly teams: string[];
  readonly position: string | null;
  readonly phone: string | null;
  readonly nip: string | null;
}
export interface AccountGround {
  readonly units: readonly Named[];
  readonly teams: readonly Named[];
  readonly isKnown: (email: string) => boolean;
}
export type JudgedAccount =
  { readonly account: ListedAccount; readonly isKnown: boolean } | { readonly faults: readonly ImportFault[] };

/** In which column each fault of a line is told, and how. */
const FAULTS = {
  name: ['name', 'wrongName'],
  email: ['email', 'wrongAddress'],
  role: ['role', 'unknownRole'],
  skpd: ['unit', 'noUnit'],
  position: ['position', 'tooLong'],
  phone: ['phone', 'wrongPhone'],
  twice: ['email', 'twice'],
} as const satisfies Readonly<
  Record<Exclude<AccountFault, 'known' | 'tooMany'>, readonly [AccountField, ImportFaultCode]>
>;
const STAFF_WORDS: Readonly<Record<string, Role>> = {
  petugas: 'OFFICER',
  teknisi: 'OFFICER',
  agen: 'OFFICER',
  officer: 'OFFICER',
  koordinator: 'COORDINATOR',
  coordinator: 'COORDINATOR',
  admin: 'ADMIN',
  administrator: 'ADMIN',
};
const partsOf = (text: string): string[] =>
  text
    .split(/[|,]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** What of a line is the staff's alone: roles, of which there may be several, and teams. */
function staffParts(reader: ListLine<AccountField>, { teams }: AccountGround) {
  const roles = partsOf(reader.cell('role').value).map((word) => STAFF_WORDS[fold(word)]);
  if (roles.length === 0) reader.fault('required', 'role');
  else if (roles.includes(undefined)) reader.fault('unknownStaffRole', 'role');
  const found = partsOf(reader.cell('teams').value).map((text) =>
    teams.find(({ code, name }) => fold(code) === fold(text) || fold(name) === fold(text)),
  );
  if (found.includes(undefined)) reader.fault('unknownTeam', 'teams');
  return {
    roles: [...new Set(roles.filter((role) => role !== undefined))],
    teams: [...new Set(found.flatMap((team) => team?.code ?? []))],
  };
}

/**
 * What one line of a list of people is. Names, addresses, units and telephones are judged as the page of accounts judges
 * its own lists. `lines` has the addresses of the lines before it.
 */
export function judgeListedAccount(
  line: CsvLine,
  columns: readonly AccountColumn[],
  door: AccountDoor,
  lines: Map<string, number>,
  ground: AccountGround,
): JudgedAccount {
  if (line.fault) return { faults: [{ line: line.line, code: line.fault, column: '', value: '' }] };
  const reader = new ListLine(line, columns);
  const text = (field: AccountField): string => reader.cell(field).value;
  const given = {
    fullName: text('name'),
    email: text('email'),
    // Of staff only their name and address are judged alike: they have no unit, and roles of their own.
    role: door === 'portal' ? text('role') : 'pimpinan',
    unit: door === 'portal' ? text('unit') : '',
    position: text('position'),
    phone: text('phone'),
  };
  const email = given.email.toLowerCase();
  const before = lines.get(email);
  const judged = judgeAccount(given, line.line, ground.units, before !== undefined, ground.isKnown(email));
  if (judged.fault !== null && judged.fault !== 'known' && judged.fault !== 'tooMany') {
    const [field, code] = FAULTS[judged.fault];
    reader.fault(code, field, code === 'tooLong' ? LIMITS.name : code === 'twice' ? before : undefined);
  }
  const nip = text('nip').replace(/[\s.]/g, '');
  if (nip !== '' && !NIP_FORMAT.test(nip)) reader.fault('wrongNip', 'nip');
  const { roles, teams } =
    door === 'staff' ? staffParts(reader, ground) : { roles: [judged.role ?? ('REQUESTER' as const)], teams: [] };
  if (reader.faults.length > 0) return { faults: reader.faults };
  lines.set(email, line.line);
  const account: ListedAccount = {
    ...{ fullName: judged.fullName, email, roles, teams, skpd: door === 'portal' ? (judged.skpd?.code ?? null) : null },
    ...{ position: judged.position || null, phone: judged.phone || null, nip: nip || null },
  };
  return { account, isKnown: judged.fault === 'known' };
}
