import { entriesSince, lastEntryId } from '../../support/entries';
import { until } from '../../support/jobs';
import { newcomer } from '../../support/portal-account';
import { world, service, hurry, ledger, allCarried, told, arrived, claimed } from './stage';

test('a service that is busy is asked again; a device it no longer knows is told no more', async () => {
  const person = await (await newcomer(world)).signIn();
  const [busy, gone] = [service.subscribe('/sibuk'), service.subscribe('/hilang')];
  for (const add of [busy, gone]) await told({ add, person });
  service.answers.set('/sibuk', 503).set('/hilang', 410);
  const number = await claimed(person);
  await until('it was refused', async () => {
    await hurry();
    return (await ledger(number)).some(({ status }) => status === 503);
  });
  service.answers.delete('/sibuk');
  await allCarried(number);
  const rows = await ledger(number);
  expect(rows.find(({ state }) => state === 'SENT')?.attempts).toBeGreaterThan(1);
  expect(rows.find(({ state }) => state === 'DROPPED')).toMatchObject({ status: 410, reason: 'deviceGone' });
  expect((await person.getPush({})).devices).toHaveLength(1);
  expect(arrived(busy, '/sibuk').at(-1)).toMatchObject({ tag: number });
});

test('one that was given up alarms, also while others leave another way, and can be sent again; an end is an end', async () => {
  const admin = await world.staff('Administrator Demo');
  const person = await (await newcomer(world)).signIn();
  const [lost, ended] = [service.subscribe('/mati'), service.subscribe('/lepas')];
  for (const add of [lost, ended]) await told({ add, person });
  service.answers.set('/mati', 503).set('/lepas', 410);
  const number = await claimed(person);
  const codes = async () => (await admin.getWarnings({})).map(({ code }) => code);
  const state = async () => (await ledger(number)).map((each) => each.state).sort();
  await until('both were tried', async () => {
    await hurry();
    return (await ledger(number)).every(({ attempts }) => attempts > 0);
  });
  // Nothing left that way for five minutes, though letters do.
  await world.database.query("update short_messages set ended_at = ended_at - interval '6 minutes'");
  await world.database.query(
    "update short_messages set due_at = due_at - interval '10 minutes' where state = 'SENDING' and ticket_number = $1",
    [number],
  );
  expect(await codes()).toContain('pushStandsStill');
  expect(await codes()).not.toContain('whatsAppStandsStill');
  // Its last attempt, on a day on which the service never came back.
  await world.database.query(
    `insert into pgboss.job (name, data, retry_limit) select 'short-messages', json_build_object('shortMessage', id), 0
      from short_messages where state = 'SENDING' and ticket_number = $1`,
    [number],
  );
  await until('it was given up', async () => (await state()).includes('FAILED'));
  expect(await codes()).toContain('shortMessagesFailed');
  expect(await codes()).not.toContain('pushStandsStill');
  const rows = await ledger(number);
  const [failed, dropped] = [
    rows.find((each) => each.state === 'FAILED'),
    rows.find((each) => each.state === 'DROPPED'),
  ];
  expect([failed?.isResendable, dropped?.isResendable]).toEqual([true, false]);

  const start = await lastEntryId(world);
  await expect(admin.resendShortMessage({ id: dropped?.id ?? 0 })).rejects.toMatchObject({ code: 'notFound' });
  await expect(person.resendShortMessage({ id: failed?.id ?? 0 })).rejects.toMatchObject({ code: 'notAllowed' });
  service.answers.delete('/mati');
  expect(await admin.resendShortMessage({ id: failed?.id ?? 0 })).toMatchObject({ state: 'SENDING', reason: null });
  await allCarried(number);
  expect((await ledger(number)).find(({ id }) => id === failed?.id)).toMatchObject({
    state: 'SENT',
    isResendable: false,
  });
  expect(arrived(lost, '/mati').at(-1)).toMatchObject({ tag: number });
  expect(await entriesSince(world, start, 'short-message')).toMatchObject([
    { event: 'resend', payload: { facts: { number, to: person.name } } },
  ]);
  await expect(admin.resendShortMessage({ id: failed?.id ?? 0 })).rejects.toMatchObject({ code: 'notFound' });
});
