import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type BlockList, type LookupFunction } from 'node:net';
import { isPublicAddress, isWithin, plainAddress } from '../../domain/networks';

/** Nobody is sent there. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Whether an address may be called: what was allowed by hand, and everybody's addresses when it is by TLS. */
export const mayCall = (allowed: BlockList, address: string, isTls: boolean): boolean =>
  isWithin(allowed, plainAddress(address)) || (isTls && isPublicAddress(address));

type Resolve = (
  name: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * Looks a name up for the connection itself, which is made to the very addresses that were judged here: a name that
 * answers differently the next time leads nowhere else. One address that may not be called forbids the name.
 */
export const guardedLookup =
  (isAllowed: (address: string) => boolean, resolve: Resolve = lookup): LookupFunction =>
  (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error(`${name} has no address`), '');
      if (!found.every(({ address }) => isAllowed(address))) return done(new ForbiddenAddress(name), '');
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });

/** Refuses an address that is written as numbers, for which no name is ever looked up. */
export function demandCallable(url: URL, isAllowed: (address: string) => boolean): void {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !isAllowed(literal)) throw new ForbiddenAddress(literal);
}
