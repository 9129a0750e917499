import { BlockList, isIP } from 'node:net';

/** IPv4 as IPv4, also when the socket speaks IPv6. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
/** Whether an address lies in one of these networks. */
export const isWithin = (networks: BlockList, address: string): boolean =>
  isIP(address) !== 0 && networks.check(address, familyOf(address));

/** Addresses and networks (`10.0.0.0/8`) as one list; refuses the whole `variable` for one entry that is neither. */
export function networksFrom(variable: string, list: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const entry of list.map((each) => each.trim()).filter(Boolean)) {
    const [address = '', bits] = entry.split('/');
    if (!isIP(address)) throw new Error(`${variable}: ${entry} is no address`);
    if (bits === undefined) networks.addAddress(address, familyOf(address));
    else networks.addSubnet(address, Number(bits), familyOf(address));
  }
  return networks;
}

/**
 * Networks in which no receiver for everybody stands: private, loopback, link-local with the clouds' metadata, shared,
 * reserved, multicast. Source: IANA's registries of special-purpose addresses (RFC 6890), and Azure's own address.
 */
const SPECIAL = networksFrom('SPECIAL', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
]);
/** Of IPv6 this part alone is given out to everybody; addresses that stand for IPv4 lie outside of it. Source: RFC 4291. */
const GLOBAL_IPV6 = networksFrom('GLOBAL_IPV6', ['2000::/3']);

/** Whether an address is everybody's to reach, and leads to no machine of our own network. */
export function isPublicAddress(given: string): boolean {
  const address = plainAddress(given);
  if (isIP(address) === 0 || isWithin(SPECIAL, address)) return false;
  return isIP(address) === 4 || isWithin(GLOBAL_IPV6, address);
}
