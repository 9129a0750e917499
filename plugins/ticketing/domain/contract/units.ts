import { z } from 'zod';
import { LIMITS } from '../limits';
import { UNIT_CODE, UNIT_LISTS, UNIT_NAME, type UnitEntry } from '../units';
import { byId, day, type Endpoints, maybe, reply, text } from './shapes';

const code = z.string().trim().regex(UNIT_CODE);
const name = text(UNIT_NAME);

/** What is said of a unit; its code stays what it was made with, for tickets, tokens and lists name it by that. */
const said = {
  name,
  shortName: maybe(text(LIMITS.name)),
  kind: maybe(text(LIMITS.name)),
  parent: maybe(code),
  workDays: z.number().int().min(5).max(7).default(5),
  aliases: z.array(text(LIMITS.name)).max(UNIT_LISTS.aliases).default([]),
  isActive: z.boolean().default(true),
  activeFrom: maybe(day),
  activeTo: maybe(day),
};

/** Units that ask for work, as administrators keep them. */
export const units = {
  listUnits: {
    method: 'GET',
    path: '/units',
    permission: 'settings:read',
    reply: reply<UnitEntry[]>(),
  },
  createUnit: {
    method: 'POST',
    path: '/units',
    permission: 'settings:manage',
    status: 201,
    body: z.strictObject({ code, ...said }),
    reply: reply<UnitEntry[]>(),
  },
  changeUnit: {
    method: 'PUT',
    path: '/units/:id',
    permission: 'settings:manage',
    params: byId,
    body: z.strictObject(said),
    reply: reply<UnitEntry[]>(),
  },
  /**
   * One unit or several give way to another from `day` on: to `into`, or, where `name` is given, to a new one with that
   * code. People and tickets of the old ones are the new one's from that day; old tickets keep the old name.
   */
  replaceUnits: {
    method: 'POST',
    path: '/units/replacement',
    permission: 'settings:manage',
    limit: 30,
    body: z.strictObject({
      from: z.array(code).min(1).max(UNIT_LISTS.from),
      into: code,
      name: name.optional(),
      shortName: maybe(text(LIMITS.name)),
      day,
    }),
    reply: reply<UnitEntry[]>(),
  },
  /** Takes back that a unit gave way: it is there again, without an end. */
  restoreUnit: {
    method: 'DELETE',
    path: '/units/:id/replacement',
    permission: 'settings:manage',
    params: byId,
    reply: reply<UnitEntry[]>(),
  },
} as const satisfies Endpoints;
