/** What failed attempts are counted by. */
export const LOCKOUT_KINDS = ['pair', 'account', 'address'] as const;
export type LockoutKind = (typeof LOCKOUT_KINDS)[number];

interface Lockout {
  /** Failures within the hour that cost nothing: people mistype. */
  readonly free: number;
  /** Seconds the first failure beyond costs; each further one doubles them. */
  readonly first: number;
  /** Seconds nobody waits longer than. */
  readonly most: number;
}
/** Failures are forgotten after so many seconds without one. */
export const FORGOTTEN_AFTER_S = 3600;

/**
 * How long somebody waits after failed sign-ins. One account tried from one address waits longest. An account tried from
 * everywhere makes its owner wait a minute at most: guessing must not become a way to keep a colleague out. An address
 * that tries many accounts waits too, later, because an office has one. Source: Peraturan BSSN 4/2021, a (batas
 * percobaan).
 */
export const LOCKOUTS: Readonly<Record<LockoutKind, Lockout>> = {
  pair: { free: 5, first: 15, most: 300 },
  account: { free: 30, first: 5, most: 60 },
  address: { free: 100, first: 30, most: 900 },
};

/** Seconds to wait after so many failures. */
export function waitAfter(kind: LockoutKind, failures: number): number {
  const { free, first, most } = LOCKOUTS[kind];
  const beyond = failures - free;
  // Doubled more often than this it is beyond any limit, and beyond any number.
  return beyond <= 0 ? 0 : Math.min(most, first * 2 ** Math.min(beyond - 1, 20));
}
