import { BlockList, isIP } from 'node:net';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

/** What a proxy writes of the caller; from anybody else it is an invention. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip'] as const;

/** IPv4 as IPv4, also when the socket speaks IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Addresses and networks (`10.0.0.0/8`) as one list; ends the boot at one that is neither. */
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
 * Decides, before anybody asks, where a request comes from. Of a chain of forwarded addresses only the last was written
 * by our own proxy; a header that comes from nobody we know, or holds no address, counts for nothing.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const proxies = proxiesFrom(strapi.plugin('ticketing').config<string[]>('trustedProxies') ?? []);
  return (ctx: Context, next: Next): Promise<unknown> => {
    const peer = plain(ctx.req.socket.remoteAddress ?? '');
    const isProxied = isIP(peer) !== 0 && proxies.check(peer, familyOf(peer));
    const said = plain(ctx.get('x-forwarded-for').split(',').at(-1)?.trim() ?? '');
    if (!isProxied) for (const name of FORWARDED) delete ctx.req.headers[name];
    (ctx.request as { ip: string }).ip = isProxied && isIP(said) ? said : peer;
    return next();
  };
};
