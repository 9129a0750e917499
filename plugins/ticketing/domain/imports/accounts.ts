import type { CsvLine } from '../csv';
import { NIP_FORMAT } from '../form';
import { LIMITS } from '../limits';
import type { AccountDoor } from '../people';
import { ACCOUNT_HEADS, staffRolesIn, teamsIn, type AccountField } from '../people-columns';
import { judgeAccount, type AccountFault, type ListGround } from '../people-list';
import type { Role } from '../access';
import type { ImportFault, ImportFaultCode } from './faults';
import { ListLine, listColumns, type ListColumn } from './list-line';

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

export const accountColumnsAt =
  (door: AccountDoor) =>
  (heads: readonly string[]): AccountColumn[] =>
    listColumns(ACCOUNT_HEADS, heads).map((column) => ({
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
export interface AccountGround extends ListGround {
  readonly isKnown: (email: string) => boolean;
}
export type JudgedAccount =
  { readonly account: ListedAccount; readonly isKnown: boolean } | { readonly faults: readonly ImportFault[] };

/** Faults that a line of either door may have; those of teams are told for each. */
type Told = Exclude<AccountFault, 'known' | 'tooMany' | 'team'>;
const isOfEveryone = (fault: AccountFault | null): fault is Told =>
  fault !== null && fault !== 'known' && fault !== 'tooMany' && fault !== 'team';
/** In which column each fault of a line is told, and how. */
const FAULTS = {
  name: ['name', 'wrongName'],
  email: ['email', 'wrongAddress'],
  role: ['role', 'unknownRole'],
  skpd: ['unit', 'noUnit'],
  position: ['position', 'tooLong'],
  phone: ['phone', 'wrongPhone'],
  twice: ['email', 'twice'],
} as const satisfies Readonly<Record<Told, readonly [AccountField, ImportFaultCode]>>;
/** What is wrong with roles and teams of a line of staff, each in its column. */
function staffFaults(reader: ListLine<AccountField>, { teams }: AccountGround): void {
  const roles = staffRolesIn(reader.cell('role').value);
  if (roles.length === 0) reader.fault('required', 'role');
  else if (roles.includes(undefined)) reader.fault('unknownStaffRole', 'role');
  if (teamsIn(reader.cell('teams').value, teams).includes(undefined)) reader.fault('unknownTeam', 'teams');
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
    role: text('role'),
    unit: text('unit'),
    teams: text('teams'),
    position: text('position'),
    phone: text('phone'),
  };
  const email = given.email.toLowerCase();
  const before = lines.get(email);
  const where = { line: line.line, isTwice: before !== undefined, isKnown: ground.isKnown(email) };
  const judged = judgeAccount(given, door, ground, where);
  if (door === 'staff') staffFaults(reader, ground);
  if (isOfEveryone(judged.fault) && !(door === 'staff' && judged.fault === 'role')) {
    const [field, code] = FAULTS[judged.fault];
    reader.fault(code, field, code === 'tooLong' ? LIMITS.name : code === 'twice' ? before : undefined);
  }
  const nip = text('nip').replace(/[\s.]/g, '');
  if (nip !== '' && !NIP_FORMAT.test(nip)) reader.fault('wrongNip', 'nip');
  if (reader.faults.length > 0) return { faults: reader.faults };
  lines.set(email, line.line);
  const account: ListedAccount = {
    ...{ fullName: judged.fullName, email, roles: [...judged.roles], skpd: judged.skpd?.code ?? null },
    teams: judged.teams.map(({ code }) => code),
    ...{ position: judged.position || null, phone: judged.phone || null, nip: nip || null },
  };
  return { account, isKnown: judged.fault === 'known' };
}
