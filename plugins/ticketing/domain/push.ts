import type { Device } from './device';
import type { Issue } from './refusal';

/** How many devices a person may have told, the longest address of one in characters, and how long what was sent is kept. */
export const PUSH_LIMITS = { devices: 5, endpoint: 1000, days: 90 } as const;

/** A browser that is told of news; `digest` is SHA-256 of its address in Base64url, by which it knows itself. */
export interface PushDevice {
  readonly id: number;
  readonly device: Device;
  readonly digest: string;
  /** ISO 8601 in UTC; `lastAt` is null where nothing was sent yet. */
  readonly createdAt: string;
  readonly lastAt: string | null;
}

/**
 * What is wrong with the address that a browser names for its push service: it names services of its maker, by TLS.
 * Whether the machine behind it may be reached is asked when it is called.
 */
export function checkPushEndpoint(given: string, isTlsNeeded: boolean): Issue[] {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isSound =
    url && (url.protocol === 'https:' || (!isTlsNeeded && url.protocol === 'http:')) && !url.username && !url.password;
  return isSound ? [] : [{ field: 'endpoint', code: 'wrongFormat' }];
}
