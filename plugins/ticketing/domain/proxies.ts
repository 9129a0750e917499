import { BlockList, isIP } from 'node:net';

/** IPv4 as IPv4, also when the socket speaks IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Addresses and networks (`10.0.0.0/8`) as one list; refuses the whole list for one entry that is neither. */
export function proxiesFrom(list: readonly string[]): BlockList {
  const proxies = new BlockList();
  for (const entry of list.map((each) => each.trim()).filter(Boolean)) {
    const [address = '', bits] = entry.split('/');
    if (!isIP(address)) throw new Error(`TRUSTED_PROXIES: ${entry} is no address`);
    if (bits === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(bits), familyOf(address));
  }
  return proxies;
}

/**
 * Where a request comes from. Of a chain of forwarded addresses only the last was written by our own proxy; a header that
 * comes from nobody we know, or holds no address, counts for nothing. `peer` is who opened the connection.
 */
export function callerOf(
  proxies: BlockList,
  peer: string | undefined,
  forwarded: string | null,
): { readonly address: string; readonly isProxied: boolean } {
  const near = plain(peer ?? '');
  const isProxied = isIP(near) !== 0 && proxies.check(near, familyOf(near));
  const said = plain(forwarded?.split(',').at(-1)?.trim() ?? '');
  return { address: isProxied && isIP(said) ? said : near, isProxied };
}
