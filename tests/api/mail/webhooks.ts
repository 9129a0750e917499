import { createHmac } from 'node:crypto';
import { signatureOf } from '../../../plugins/ticketing/server/webhooks/send';
import { formFor, refusal } from '../../support/desk';
import { entriesSince, lastEntryId } from '../../support/entries';
import { runJob, until } from '../../support/jobs';
import { openReceiver, type Received } from '../../support/receiver';
import { freePort } from '../../support/servers';
import { outage } from '../../support/world';
import { file, hurry, world } from './stage';

test('other systems are told of tickets, signed, also after they were away; every message and change is written down', async () => {
  const [admin, clerk, galih] = [
    await world.staff('Administrator Demo'),
    await world.clerk(),
    await world.staff('Galih Ramadhan'),
  ];
  const since = await lastEntryId(world);
  const [receiver, port] = [await openReceiver(), await freePort()];
  const said = { name: 'Dasbor kota', events: ['assigned', 'confidential', 'comment'] as const, isActive: true };
  const { secret, webhooks } = await admin.createWebhook({ ...said, events: [...said.events], url: receiver.url });
  const id = webhooks[0]?.id ?? 0;
  const made = await admin.createWebhook({
    name: 'Arsip',
    url: `http://127.0.0.1:${port}/arsip`,
    events: ['assigned'],
    isActive: true,
  });
  const away = made.webhooks.find(({ name }) => name === 'Arsip')?.id ?? 0;
  expect(
    await refusal(admin.createWebhook({ name: 'ARSIP', url: 'https://a.id', events: ['late'], isActive: true })),
  ).toBe('400 invalid');
  expect(await refusal(galih.listWebhooks({}))).toBe('403 notAllowed');

  const { number } = await file();
  await galih.actOnTicket({ number, action: 'claim' });
  await galih.commentOnTicket({ number, body: 'Kata sandi router: rahasia.', internal: true });
  const secretOne = await clerk.submitTicket({
    ...outage(),
    title: 'Akun pejabat diretas',
    category: 'SEC-01',
    form: await formFor(clerk, 'SEC-01'),
  } as never);
  const messages = () => receiver.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  await until('both messages came', async () => receiver.received.length === 2);
  expect(messages()).toEqual(
    expect.arrayContaining([
      { event: 'assigned', at: expect.any(String), number, status: 'IN_PROGRESS', link: expect.stringMatching(number) },
      expect.objectContaining({ event: 'confidential', number: secretOne.number, status: null }),
    ]),
  );
  // As a receiver verifies it, with what it was shown once.
  for (const { headers, body } of receiver.received) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  }

  // The other one was away: its message waits, with the reason, and comes once it is back.
  const log = async (of: number) => (await admin.listDeliveries({ id: of })).rows;
  await until('the first attempt failed', async () => (await log(away))[0]?.reason === 'ECONNREFUSED');
  const archive = await openReceiver(port);
  await until('it has come', async () => {
    await hurry();
    return (await log(away))[0]?.state === 'SENT';
  });
  expect(await log(away)).toMatchObject([{ event: 'assigned', number, status: 204, reason: null }]);
  const [delivery] = await log(away);
  await admin.resendDelivery({ id: delivery?.id ?? 0 });
  await until('it has come again', async () => archive.received.length === 2);
  expect(archive.received[1]).toMatchObject({ body: archive.received[0]?.body });
  expect(archive.received[1]?.headers['webhook-id']).toBe(archive.received[0]?.headers['webhook-id']);

  // Nothing of a secret stands anywhere in words, and every change has its entry.
  const renewed = await admin.renewWebhookSecret({ id });
  expect(renewed.secret).not.toBe(secret);
  // For a day both sign; the one before is kept as unreadable as the one in force, and can be ended at once.
  const signers = async (): Promise<string[]> => {
    const [begun, { id: trial }] = [receiver.received.length, await admin.tryWebhook({ id })];
    await until('the trial came', async () => receiver.received.length > begun);
    const { headers, body } = receiver.received.at(-1) as Received;
    expect(headers['webhook-id']).toBe(`msg_${trial}`);
    const names = { [secret]: 'former', [renewed.secret]: 'new' };
    return String(headers['webhook-signature'])
      .split(' ')
      .map((found) => {
        const isOf = (key: string) =>
          found === signatureOf(key, `msg_${trial}`, Number(headers['webhook-timestamp']), body);
        return names[Object.keys(names).find(isOf) ?? ''] ?? 'nobody';
      });
  };
  expect(await signers()).toEqual(['new', 'former']);
  expect(renewed.webhooks.find((one) => one.id === id)?.formerUntil).toEqual(expect.any(String));
  const formers = async () => (await world.database.query('select secret from webhook_former_secrets')).rows;
  expect(await formers()).toEqual([{ secret: expect.not.stringContaining(secret) }]);
  // A day later it signs no more, before and after the job that takes it away.
  await world.database.query("update webhook_former_secrets set until = until - interval '1 day'");
  expect((await admin.listWebhooks({})).find((one) => one.id === id)?.formerUntil).toBeNull();
  expect(await signers()).toEqual(['new']);
  await runJob(world.database, 'keys');
  expect(await formers()).toEqual([]);
  // Ended by hand, where it became known to others: twice is once.
  await admin.renewWebhookSecret({ id });
  const last = (await admin.endFormerSecrets({ id })).find((one) => one.id === id);
  expect([last?.formerUntil, await formers()]).toEqual([null, []]);
  await admin.endFormerSecrets({ id });
  await admin.removeWebhook({ id: away });
  expect((await admin.removeWebhook({ id })).length).toBe(0);
  const entries = await entriesSince(world, since, 'webhook');
  expect(entries.map(({ event, actor_name }) => `${event} ${actor_name}`)).toEqual(
    ['create', 'create', 'renewSecret', 'renewSecret', 'endSecret', 'delete', 'delete'].map(
      (event) => `${event} ${admin.name}`,
    ),
  );
  for (const shown of [secret, renewed.secret]) expect(JSON.stringify(entries)).not.toContain(shown);
  expect(await entriesSince(world, since, 'webhook-delivery')).toMatchObject([{ event: 'resend' }]);
  await receiver.close();
  await archive.close();
});
