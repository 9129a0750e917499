import { until } from '../../support/jobs';
import { openPushService, type Browser, type PushService } from '../../support/push-service';
import { openWorld, outage, type Person, type World } from '../../support/world';

export let world: World;
export let service: PushService;
beforeAll(async () => {
  service = await openPushService();
  world = await openWorld({ PUSH_ALLOWED_ADDRESSES: '127.0.0.1', WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' });
});
afterAll(async () => {
  await world.close();
  await service.close();
});

/** Messages gather for two minutes, and wait for half a minute when a service is away: here nobody waits for that. */
export const hurry = () =>
  world.database.query("update pgboss.job set start_after = now() where name = 'short-messages' and state < 'active'");
export const ledger = async (ticket: string) =>
  (await (await world.staff('Administrator Demo')).listShortMessages({ ticket })).rows;
export const allCarried = (ticket: string) =>
  until('every short message has been carried', async () => {
    await hurry();
    return (await ledger(ticket)).every(({ state }) => state !== 'WAITING' && state !== 'SENDING');
  });
export const told = async ({ add, person }: { add: Browser; person: Person }) => {
  const { endpoint, p256dh, auth } = add;
  return person.addPushDevice({ endpoint, p256dh, auth });
};
export const arrived = (browser: Browser, place: string) =>
  service.pushed.filter(({ path }) => path === place).map(({ body }) => browser.open(body));
export const claimed = async (person: Person, over: object = {}): Promise<string> => {
  const { number } = await person.submitTicket({ ...outage(), ...over } as never);
  await (await world.staff('Galih Ramadhan')).actOnTicket({ number, action: 'claim' });
  return number;
};
