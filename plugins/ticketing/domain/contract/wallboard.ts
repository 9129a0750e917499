import { z } from 'zod';
import { LIMITS } from '../limits';
import type { Wallboard } from '../wallboard';
import { day, reply, text, type Endpoints } from './shapes';

/** A link that shows the wallboard to whoever has it; the secret itself is told once, when the link is made. */
export interface WallboardLink {
  readonly id: string;
  readonly name: string;
  /** Its last day (WIB); null until it is taken back. */
  readonly lastDay: string | null;
  readonly isOver: boolean;
  readonly createdAt: string;
  /** To the hour. */
  readonly lastUsedAt: string | null;
}
/** All links, and the address of the new one, which is told this once. */
export interface NewWallboardLink {
  readonly address: string;
  readonly links: readonly WallboardLink[];
}

/** The wallboard, for those who may read it and for screens that an administrator made a link for. */
export const wallboard = {
  readWallboard: {
    method: 'GET',
    path: '/wallboard',
    permission: 'wallboard:read',
    limit: 60,
    reply: reply<Wallboard>(),
  },
  /** Whoever has the link; it opens nothing else. */
  readSharedWallboard: {
    method: 'GET',
    path: '/wallboards/:token',
    permission: 'wallboard:read',
    isPublic: true,
    limit: 60,
    params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) }),
    reply: reply<Wallboard>(),
  },
  listWallboardLinks: {
    method: 'GET',
    path: '/wallboard-links',
    permission: 'settings:read',
    reply: reply<WallboardLink[]>(),
  },
  createWallboardLink: {
    method: 'POST',
    path: '/wallboard-links',
    permission: 'settings:manage',
    status: 201,
    limit: 20,
    body: z.strictObject({ name: text(LIMITS.name), lastDay: day.nullable().default(null) }),
    reply: reply<NewWallboardLink>(),
  },
  removeWallboardLink: {
    method: 'DELETE',
    path: '/wallboard-links/:id',
    permission: 'settings:manage',
    limit: 60,
    params: z.strictObject({ id: z.uuid() }),
    reply: reply<WallboardLink[]>(),
  },
} as const satisfies Endpoints;
