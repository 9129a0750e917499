import { callerOf, proxiesFrom } from '../../plugins/ticketing/domain/proxies';

const OURS = proxiesFrom(['10.0.0.0/8', ' 192.168.1.5 ', '::1', '']);

test.each([
  ['10.1.2.3', '203.0.113.9', '203.0.113.9', true],
  ['::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9', true],
  ['::1', '2001:db8::7', '2001:db8::7', true],
  ['192.168.1.5', '198.51.100.1, 203.0.113.9', '203.0.113.9', true],
  ['192.168.1.5', '203.0.113.9, ::ffff:198.51.100.4', '198.51.100.4', true],
  // Our proxy says nothing that is an address.
  ['10.1.2.3', null, '10.1.2.3', true],
  ['10.1.2.3', 'bukan alamat', '10.1.2.3', true],
  ['10.1.2.3', '9'.repeat(60), '10.1.2.3', true],
  ['10.1.2.3', '203.0.113.9,', '10.1.2.3', true],
  // Whoever is not our proxy is who they are, whatever they write.
  ['203.0.113.50', '198.51.100.77', '203.0.113.50', false],
  ['192.168.1.6', '10.1.2.3', '192.168.1.6', false],
  ['2001:db8::7', '::1', '2001:db8::7', false],
  ['::ffff:203.0.113.50', '10.1.2.3', '203.0.113.50', false],
  [undefined, '198.51.100.77', '', false],
] as const)('from %j, who says %j, comes %j', (peer, forwarded, address, isProxied) =>
  expect(callerOf(OURS, peer, forwarded)).toEqual({ address, isProxied }),
);

test('with no proxy of ours nobody may name another address', () =>
  expect(callerOf(proxiesFrom([]), '127.0.0.1', '198.51.100.77')).toEqual({ address: '127.0.0.1', isProxied: false }));

test.each(['proxy.kota.go.id', '10.0.0.300', 'semua'])('%s is no address of a proxy, and ends the start', (entry) =>
  expect(() => proxiesFrom(['127.0.0.1', entry])).toThrow(`TRUSTED_PROXIES: ${entry} is no address`),
);
