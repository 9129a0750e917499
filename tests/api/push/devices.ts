import { until } from '../../support/jobs';
import { newcomer } from '../../support/portal-account';
import { world, service, hurry, ledger, allCarried, told, arrived, claimed } from './stage';

test('signing out ends it on that device, also for what is on its way; others end from afar, and with the account', async () => {
  const account = await newcomer(world);
  const [here, there] = [await account.signIn(), await account.signIn()];
  const [mine, other] = [service.subscribe('/di-sini'), service.subscribe('/di-sana')];
  await told({ add: mine, person: here });
  await told({ add: other, person: there });
  const number = await claimed(here);
  await here.endSessions({ scope: 'current' });
  await allCarried(number);
  expect([arrived(mine, '/di-sini').length, arrived(other, '/di-sana').length]).toEqual([0, 1]);
  expect((await ledger(number)).map(({ reason }) => reason).sort()).toEqual(['deviceGone', null]);
  // The session may have long expired: whoever ends all of them ends this too.
  await world.database.query("update push_devices set session_id = '00000000-0000-4000-8000-000000000000'");
  await there.endSessions({ scope: 'others' });
  expect((await there.getPush({})).devices).toEqual([]);
});

test('devices are bounded and their owner’s alone; what is no device is refused beside its field', async () => {
  const [clerk, person] = [await world.colleague(), await (await newcomer(world)).signIn()];
  for (const place of ['/1', '/2', '/3', '/4', '/5', '/6']) await told({ add: service.subscribe(place), person });
  const { devices } = await person.getPush({});
  expect(devices).toHaveLength(5);
  // The same browser again is the same device; in somebody else's hands it is theirs.
  const shared = service.subscribe('/bersama');
  await told({ add: shared, person });
  await told({ add: shared, person });
  expect((await person.getPush({})).devices).toHaveLength(5);
  await told({ add: shared, person: clerk });
  const [theirs] = (await clerk.getPush({})).devices;
  expect((await person.getPush({})).devices).toHaveLength(4);
  await expect(person.removePushDevice({ id: theirs?.id ?? 0 })).rejects.toMatchObject({ code: 'notFound' });
  expect((await clerk.removePushDevice({ id: theirs?.id ?? 0 })).devices).toEqual([]);

  const sound = service.subscribe('/baik');
  for (const [field, over] of [
    ['endpoint', { endpoint: 'ftp://push.example/1' }],
    ['p256dh', { p256dh: `${'A'.repeat(87)}` }],
  ] as const)
    await expect(told({ add: { ...sound, ...over }, person })).rejects.toMatchObject({
      code: 'invalid',
      details: { issues: [{ field, code: 'wrongFormat' }] },
    });
  await expect(told({ add: sound, person: await world.staff('Galih Ramadhan') })).rejects.toMatchObject({
    code: 'notAllowed',
  });

  // A browser that names a machine inside is not believed when it is called.
  await told({ add: { ...sound, endpoint: 'https://169.254.169.254/latest' }, person: clerk });
  const number = await claimed(clerk);
  await until('it was tried', async () => {
    await hurry();
    return (await ledger(number)).some(({ reason }) => reason !== null);
  });
  expect(await ledger(number)).toMatchObject([{ status: null, reason: 'forbiddenAddress' }]);
});
