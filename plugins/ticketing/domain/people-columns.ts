import type { Role } from './access';
import type { Named } from './named';
import { fold } from './text';

/** What a column of a list of people holds. The portal's have a unit, the staff's have teams. */
export const ACCOUNT_FIELDS = ['name', 'email', 'role', 'unit', 'position', 'phone', 'nip', 'teams'] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];
/** Heads of columns as offices write them. */
export const ACCOUNT_HEADS: Readonly<Record<string, AccountField>> = {
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
  'skpd atau tim': 'unit',
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
/** Columns of a list that names none. */
export const ACCOUNT_ORDER = [
  'name',
  'email',
  'role',
  'unit',
  'position',
  'phone',
] as const satisfies readonly AccountField[];

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
/** Several roles or teams in one cell. */
export const cellParts = (text: string): string[] =>
  text
    .split(/[|,]/)
    .map((part) => part.trim())
    .filter(Boolean);
/** Roles of staff, one for each word; undefined for a word that is none. */
export const staffRolesIn = (text: string): (Role | undefined)[] =>
  cellParts(text).map((word) => STAFF_WORDS[fold(word)]);
/** Teams by code or whole name, one for each word; undefined for a word that is none. */
export const teamsIn = (text: string, teams: readonly Named[]): (Named | undefined)[] =>
  cellParts(text).map((word) => teams.find(({ code, name }) => fold(code) === fold(word) || fold(name) === fold(word)));
