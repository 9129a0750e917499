import { ADDRESSES } from './addresses.ts';
import { BACKUP } from './backup.ts';
import { CONTACTS } from './contacts.ts';
import { DATABASE } from './database.ts';
import { INSTALLATION } from './installation.ts';
import { KEYS } from './keys.ts';
import { PROCESSES } from './processes.ts';
import { STORE } from './store.ts';
import { TELEMETRY } from './telemetry.ts';

export type { Kind, Reader, Variable } from './variable.ts';

/**
 * The one list of environment variables, a table by area. Strapi's and Astro's configurations read them under the same
 * names; what reads them here is `env.ts`.
 */
export const VARIABLES = [
  ...INSTALLATION,
  ...STORE,
  ...DATABASE,
  ...ADDRESSES,
  ...CONTACTS,
  ...TELEMETRY,
  ...PROCESSES,
  ...BACKUP,
  ...KEYS,
] as const;
export type Name = (typeof VARIABLES)[number]['name'];
