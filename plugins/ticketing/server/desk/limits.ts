import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Core } from '@strapi/strapi';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { FORGOTTEN_AFTER_S, LOCKOUT_KINDS, waitAfter, type LockoutKind } from '../../domain';

/** Never reached: what is too much is decided by us, per call. */
const ENDLESS = 1_000_000_000;
const MINUTE_S = 60;

/** A counter in PostgreSQL, so that all instances count together; expired rows are cleared away by themselves. */
const counterOf = (strapi: Core.Strapi, keyPrefix: string, duration: number): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: strapi.db.connection,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points: ENDLESS,
    duration,
  });

/** A network that is one caller's: of IPv6 everybody has 64 bits to choose from. */
const networkOf = (address: string): string =>
  isIPv6(address) ? `${address.split('::')[0]?.split(':').slice(0, 4).join(':') ?? ''}::/64` : address;

/** What was typed is never kept, not even here: people also type passwords where a name belongs. */
const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Who tries to come in: at which door, from where, as whom. */
export interface Attempt {
  readonly door: string;
  readonly address: string;
  /** As typed; empty where nothing usable was. */
  readonly account: string;
}

function keysOf({ door, address, account }: Attempt): readonly (readonly [LockoutKind, string])[] {
  const [from, who] = [networkOf(address), account.trim().toLowerCase()];
  const keys: Readonly<Record<LockoutKind, string>> = {
    pair: keyOf(door, 'pair', from, who),
    account: keyOf(door, 'account', who),
    address: keyOf(door, 'address', from),
  };
  return LOCKOUT_KINDS.map((kind) => [kind, keys[kind]]);
}

const secondsOf = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));

/** Counts calls and failed sign-ins of everybody, for all instances together. */
export function createLimits(strapi: Core.Strapi) {
  const calls = counterOf(strapi, 'calls', MINUTE_S);
  const failures = counterOf(strapi, 'failures', FORGOTTEN_AFTER_S);
  const waits = counterOf(strapi, 'waits', MINUTE_S);
  return {
    /** Seconds to wait before the next call of this kind is let in; 0 when this one is. */
    async call(kind: string, most: number): Promise<number> {
      const { consumedPoints, msBeforeNext } = await calls.penalty(keyOf(kind));
      return consumedPoints > most ? secondsOf(msBeforeNext) : 0;
    },
    /** Seconds somebody has still to wait before they may try again. */
    async wait(attempt: Attempt): Promise<number> {
      const found = await Promise.all(keysOf(attempt).map(([, key]) => waits.get(key)));
      return Math.max(0, ...found.map((each) => (each ? secondsOf(each.msBeforeNext) : 0)));
    },
    /** Counts a failure; the next attempt may have to wait. */
    async failed(attempt: Attempt): Promise<void> {
      for (const [kind, key] of keysOf(attempt)) {
        const { consumedPoints } = await failures.penalty(key);
        const seconds = waitAfter(kind, consumedPoints);
        if (seconds > 0) await waits.block(key, seconds);
      }
    },
    /** Forgets what this person mistyped; what others tried from the same address is kept. */
    async succeeded(attempt: Attempt): Promise<void> {
      for (const [kind, key] of keysOf(attempt)) if (kind === 'pair') await failures.delete(key);
    },
  };
}
export type Limits = ReturnType<typeof createLimits>;

/** Counts calls a minute in the memory of this process alone; answers with the seconds to wait, 0 when one is let in. */
export function createFleetingLimit(most: number): (from: string) => Promise<number> {
  const calls = new RateLimiterMemory({ points: ENDLESS, duration: MINUTE_S });
  return async (from) => {
    const { consumedPoints, msBeforeNext } = await calls.penalty(networkOf(from));
    return consumedPoints > most ? secondsOf(msBeforeNext) : 0;
  };
}

const known = new WeakMap<Core.Strapi, Limits>();
/** The limits of this process. */
export function limitsOf(strapi: Core.Strapi): Limits {
  const limits = known.get(strapi) ?? createLimits(strapi);
  known.set(strapi, limits);
  return limits;
}
