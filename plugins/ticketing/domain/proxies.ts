import { isIP, type BlockList } from 'node:net';
import { isWithin, networksFrom, plainAddress } from './networks';

/** Our own proxies, as addresses and networks; refuses the whole list for one entry that is neither. */
export const proxiesFrom = (list: readonly string[]): BlockList => networksFrom('TRUSTED_PROXIES', list);

/**
 * Where a request comes from. Of a chain of forwarded addresses only the last was written by our own proxy; a header that
 * comes from nobody we know, or holds no address, counts for nothing. `peer` is who opened the connection.
 */
export function callerOf(
  proxies: BlockList,
  peer: string | undefined,
  forwarded: string | null,
): { readonly address: string; readonly isProxied: boolean } {
  const near = plainAddress(peer ?? '');
  const isProxied = isWithin(proxies, near);
  const said = plainAddress(forwarded?.split(',').at(-1)?.trim() ?? '');
  return { address: isProxied && isIP(said) ? said : near, isProxied };
}
