import type { Actor, Policy, Role } from '../access';
import type { Preferences } from '../account';
import type { Catalog } from '../catalog';
import type { Identity } from '../documents';
import type { FilePolicy } from '../files';
import type { Person } from '../named';
import type { Day } from '../wib';
import { reply, type Endpoints } from './shapes';

/**
 * Who is signed in, and what each screen needs to know of them; `policy` holds the lines of the matrix that are about
 * them.
 */
export interface Me {
  readonly actor: Actor;
  readonly skpdName: string | null;
  readonly roleNames: readonly Role[];
  readonly policy: Policy;
  /** Null for staff and for other systems. */
  readonly account: Preferences | null;
}
/** An officer a ticket may be given to, with how much lies on the desk already. */
export interface Officer extends Person {
  readonly teams: readonly string[];
  readonly openTickets: number;
  /** The last day (WIB) of the leave they are on today; null while they are at work. */
  readonly awayUntil: Day | null;
}
/** Who this office is and how it is reached, for everybody; nothing of who signs its papers. */
export type Office = Pick<
  Identity,
  | 'government'
  | 'officeName'
  | 'officeShortName'
  | 'city'
  | 'systemName'
  | 'unitTerm'
  | 'address'
  | 'postalCode'
  | 'phone'
  | 'email'
  | 'site'
  | 'serviceHours'
> & {
  /** Where people find the portal, without a slash at its end. */
  readonly portal: string;
  /** What may be attached to a ticket. */
  readonly files: FilePolicy;
  /** What the button of the city's sign-in service says at each door; null where it is off. */
  readonly signOn: { readonly portal: string | null; readonly staff: string | null };
};
/** Makes `openapi` a plain JSON document. */
export type JsonDocument = Readonly<Record<string, unknown>>;

/** What every screen asks first: who am I, what can be asked for, who works here. */
export const desk = {
  getMe: { method: 'GET', path: '/me', permission: 'profile:read', reply: reply<Me>() },
  getCatalog: { method: 'GET', path: '/catalog', permission: 'catalog:read', reply: reply<Catalog>() },
  listOfficers: { method: 'GET', path: '/officers', permission: 'officer:list', reply: reply<Officer[]>() },
  getOffice: { method: 'GET', path: '/office', permission: 'guide:read', isPublic: true, reply: reply<Office>() },
  /** The part of it that other systems use, with examples; for whoever writes one, who has no account here. */
  getOpenApiForSystems: {
    method: 'GET',
    path: '/openapi-systems.json',
    permission: 'profile:read',
    isPublic: true,
    reply: reply<JsonDocument>(),
  },
  getOpenApi: { method: 'GET', path: '/openapi.json', permission: 'profile:read', reply: reply<JsonDocument>() },
} as const satisfies Endpoints;
