import { z } from 'zod';
import { CONDITION_NAMES, PERMISSIONS, ROLES, TOKEN_GRANTS, type Cell, type Role, type TokenGrant } from '../access';
import type { Explanation } from '../lifecycle';
import type { Named, Person } from '../named';
import { IMPACTS, PRIORITIES, URGENCIES } from '../priority';
import { ACCEPTED_EXTENSIONS, MAX_FILES } from '../files';
import { ATTACHMENT_MEGABYTES, LONGEST_DAYS, MOST_REMINDERS, PAUSABLE, type DeskSettings } from '../settings';
import { byId, day, type Endpoints, id, number, reply, version, whole } from './shapes';

/**
 * What is set, beside what it was set to when it came. `version` goes back with a change, so that of two editors none
 * overwrites the other unseen.
 */
export interface SettingsInForce {
  readonly version: number;
  readonly settings: DeskSettings;
  readonly standard: DeskSettings;
}
export interface AuthorityMatrix {
  readonly version: number;
  readonly cells: readonly Cell[];
}
/** Something an administrator should mend before it hurts. `facts` fill the sentence that `code` stands for. */
export interface DeskWarning {
  readonly code:
    | 'yearWithoutHolidays'
    | 'brokenCalendar'
    | 'teamWithoutMembers'
    | 'lettersStandStill'
    | 'lettersFailed'
    | 'pushStandsStill'
    | 'whatsAppStandsStill'
    | 'shortMessagesFailed';
  readonly facts: Readonly<Record<string, string>>;
}
/** A deadline and the stretches of working time that make it up; instants ISO 8601 in UTC, minutes working minutes. */
export interface Deadline {
  readonly dueAt: string;
  readonly stretches: readonly { readonly from: string; readonly to: string; readonly minutes: number }[];
  readonly isCut: boolean;
}
/** Somebody with an account, at the door they come through; `unit` is their SKPD, or their teams. */
export interface AccountHolder extends Person {
  readonly door: 'portal' | 'staff';
  readonly roles: readonly Role[];
  readonly unit: string | null;
}

/** Another system's key, without the key: what it was given, until when it holds, and when it was last used (UTC). */
export interface ApiToken {
  readonly id: number;
  readonly name: string;
  readonly grants: readonly TokenGrant[];
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

const days = z.number().int().min(1).max(LONGEST_DAYS);
const row = z.strictObject(
  Object.fromEntries(URGENCIES.map((urgency) => [urgency, z.enum(PRIORITIES)])) as Record<
    (typeof URGENCIES)[number],
    z.ZodEnum<{ [P in (typeof PRIORITIES)[number]]: P }>
  >,
);
const matrix = z.strictObject(
  Object.fromEntries(IMPACTS.map((impact) => [impact, row])) as Record<(typeof IMPACTS)[number], typeof row>,
);
const changes = z
  .strictObject({
    lockAfterDays: days,
    remindAfterDays: z.array(days).max(MOST_REMINDERS),
    closeUnansweredAfterDays: days.nullable(),
    closesByItself: z.boolean(),
    pausing: z.array(z.enum(PAUSABLE)).max(PAUSABLE.length),
    riskFraction: z.number().min(0.1).max(0.99),
    priorityMatrix: matrix,
    attachmentMegabytes: z.number().int().min(ATTACHMENT_MEGABYTES.from).max(ATTACHMENT_MEGABYTES.to),
    attachmentCount: z.number().int().min(1).max(MAX_FILES),
    attachmentKinds: z
      .array(z.enum(ACCEPTED_EXTENSIONS as [string, ...string[]]))
      .min(1)
      .max(ACCEPTED_EXTENSIONS.length),
  })
  .partial();
const cell = z.strictObject({
  role: z.enum(ROLES),
  may: z.enum(PERMISSIONS),
  alternatives: z.array(z.array(z.enum(CONDITION_NAMES)).max(CONDITION_NAMES.length)).max(10),
});

/** What an administrator sets, and asks about what is set. */
export const settings = {
  getSettings: { method: 'GET', path: '/settings', permission: 'settings:read', reply: reply<SettingsInForce>() },
  saveSettings: {
    method: 'PUT',
    path: '/settings',
    permission: 'settings:manage',
    body: z.strictObject({ version, changes }),
    reply: reply<SettingsInForce>(),
  },
  getAuthority: { method: 'GET', path: '/authority', permission: 'settings:read', reply: reply<AuthorityMatrix>() },
  saveAuthority: {
    method: 'PUT',
    path: '/authority',
    permission: 'settings:manage',
    body: z.strictObject({
      version,
      cells: z
        .array(cell)
        .min(1)
        .max(ROLES.length * PERMISSIONS.length),
    }),
    reply: reply<AuthorityMatrix>(),
  },
  explainAuthority: {
    method: 'GET',
    path: '/authority/explanation',
    permission: 'settings:read',
    query: z.strictObject({ ticket: number, door: z.enum(['portal', 'staff']), user: id }),
    reply: reply<Explanation[]>(),
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    permission: 'settings:read',
    query: z.strictObject({ q: z.string().trim().max(100).optional() }),
    reply: reply<AccountHolder[]>(),
  },
  listTokens: { method: 'GET', path: '/tokens', permission: 'settings:manage', reply: reply<ApiToken[]>() },
  saveTokenGrants: {
    method: 'PUT',
    path: '/tokens/:id/grants',
    permission: 'settings:manage',
    params: byId,
    body: z.strictObject({ grants: z.array(z.enum(TOKEN_GRANTS)).max(TOKEN_GRANTS.length) }),
    reply: reply<ApiToken[]>(),
  },
  listCalendars: { method: 'GET', path: '/calendars', permission: 'settings:read', reply: reply<Named[]>() },
  simulateDeadline: {
    method: 'GET',
    path: '/deadline',
    permission: 'settings:read',
    query: z.strictObject({
      calendar: z.string().min(1).max(60),
      start: z.union([z.iso.datetime({ offset: true, local: true }), day]),
      minutes: whole(0, 600_000),
    }),
    reply: reply<Deadline>(),
  },
  getWarnings: { method: 'GET', path: '/warnings', permission: 'settings:read', reply: reply<DeskWarning[]>() },
} as const satisfies Endpoints;
