import { checkWebhookUrl, webhookEventOf } from 'strapi-plugin-ticketing/domain';
import { isPublicAddress, networksFrom } from '../../plugins/ticketing/domain/networks';
import { guardedLookup } from '../../plugins/ticketing/server/webhooks/guard';
import { newSecret, send, signatureOf } from '../../plugins/ticketing/server/webhooks/send';
import { openReceiver, type Receiver } from '../support/receiver';

const LOOPBACK = networksFrom('WEBHOOK_ALLOWED_ADDRESSES', ['127.0.0.1']);
const NOBODY = networksFrom('WEBHOOK_ALLOWED_ADDRESSES', []);
let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());

const sent = (url: string, allowed = LOOPBACK) =>
  send({ id: 'msg_1', url, secrets: [newSecret()], body: '{}' }, allowed, Date.now(), 300);

test('the signature is the one of the standard’s own example', () =>
  // Source: the test vector in the specification of Standard Webhooks.
  expect(
    signatureOf(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    ),
  ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='));

test('while a receiver changes over it finds the signature of either secret', async () => {
  const [fresh, former] = [newSecret(), newSecret()];
  await send({ id: 'msg_2', url: receiver.url, secrets: [fresh, former], body: '{}' }, LOOPBACK, 1_000_000);
  expect(receiver.received.pop()?.headers['webhook-signature']).toBe(
    `${signatureOf(fresh, 'msg_2', 1000, '{}')} ${signatureOf(former, 'msg_2', 1000, '{}')}`,
  );
});

test('a receiver that sends on is not followed, one that says nothing is left, one that is away says so', async () => {
  expect(await sent(`${receiver.url}/baik`)).toEqual({ status: 204, reason: null });
  expect(await sent(`${receiver.url}/alih`)).toEqual({ status: 302, reason: 'refused' });
  expect(receiver.received.map(({ path }) => path)).toEqual(['/baik', '/alih']);
  expect(await sent(`${receiver.url}/lambat`)).toEqual({ status: null, reason: 'tooSlow' });
  expect(await sent('http://127.0.0.1:1/')).toEqual({ status: null, reason: 'ECONNREFUSED' });
});

test('nobody inside is called unless they are allowed, whatever their address is written as', async () => {
  const before = receiver.received.length;
  const port = new URL(receiver.url).port;
  for (const url of [
    receiver.url,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://localhost:${port}/`,
    `https://127.0.0.1:${port}/`,
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    // Without TLS not even a public one.
    'http://8.8.8.8/',
  ])
    expect([url, await sent(url, NOBODY)]).toEqual([url, { status: null, reason: 'forbiddenAddress' }]);
  expect(receiver.received).toHaveLength(before);
});

test('a name is judged by the addresses that the connection is made to, all of them, in one look', async () => {
  const look = (answers: string[][]) => {
    const asked: string[][] = [];
    const lookup = guardedLookup(isPublicAddress, (_, __, done) => {
      const answer = answers[asked.length] ?? [];
      asked.push(answer);
      done(
        null,
        answer.map((address) => ({ address, family: 4 })),
      );
    });
    return new Promise<unknown>((resolve) => {
      lookup('kota.example', { all: true }, (error, found) => resolve(error ? error.name : [found, asked.length]));
    });
  };
  // A name that would answer with loopback the next time is not asked again.
  expect(await look([['8.8.8.8'], ['127.0.0.1']])).toEqual([[{ address: '8.8.8.8', family: 4 }], 1]);
  expect(await look([['8.8.8.8', '10.0.0.7']])).toBe('ForbiddenAddress');
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['::ffff:8.8.8.8', true],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.9.9.9', false],
  ['168.63.129.16', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['ff02::1', false],
  ['kota.go.id', false],
])('%s is everybody’s to reach: %j', (address, is) => expect(isPublicAddress(address)).toBe(is));

test('of a confidential ticket other systems learn that, not what; of words among officers nothing', () => {
  const open = { isInternal: false, isConfidential: false };
  expect(webhookEventOf('submit', open)).toBe('created');
  expect(webhookEventOf('submit', { ...open, isConfidential: true })).toBe('confidential');
  expect(webhookEventOf('comment', { ...open, isInternal: true })).toBeNull();
  expect(webhookEventOf('comment', { isInternal: true, isConfidential: true })).toBeNull();
  expect(webhookEventOf('attach', open)).toBe('attached');
  expect(webhookEventOf('attach', { ...open, isInternal: true })).toBeNull();
  expect(webhookEventOf('showFile', open)).toBe('attached');
  expect(webhookEventOf('dispose', open)).toBeNull();
  expect(webhookEventOf('download', open)).toBeNull();
});

test.each(['kota.go.id', 'ftp://kota.go.id/', 'https://admin:sandi@kota.go.id/', 'https://kota.go.id/#a', 'https://'])(
  '%s is no address of a receiver',
  (url) => expect(checkWebhookUrl(url)).toEqual([{ field: 'url', code: 'wrongFormat' }]),
);
