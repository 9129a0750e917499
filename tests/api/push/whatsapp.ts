import { entriesSince, lastEntryId } from '../../support/entries';
import { newcomer } from '../../support/portal-account';
import { openReceiver } from '../../support/receiver';
import { world, ledger, allCarried, claimed } from './stage';

test('by WhatsApp whoever asked for it is told number, status and link, once the city has a gateway, and never more', async () => {
  const [admin, galih, receiver, start] = [
    await world.staff('Administrator Demo'),
    await world.staff('Galih Ramadhan'),
    await openReceiver(),
    await lastEntryId(world),
  ];
  const person = await (await newcomer(world)).signIn();
  // Off until an administrator sets it; nobody is asked for a number before.
  expect(await person.getWhatsAppNumber({})).toEqual({ isOffered: false, number: null });
  const { version, hasToken, ...standard } = await admin.getWhatsApp({});
  expect([standard.isOn, hasToken]).toEqual([false, false]);
  const settings = { ...standard, isOn: true, url: `${receiver.url}/wa`, token: 'rahasia-gerbang' };
  await expect(admin.saveWhatsApp({ version, settings: { ...settings, url: 'wa' } })).rejects.toMatchObject({
    details: { issues: [{ field: 'settings.url', code: 'wrongFormat' }] },
  });
  for (const [id, code] of [
    ['Tiket {nomor}: {judul} {tautan}', 'notInList'],
    ['Tiket {nomor}', 'required'],
  ] as const)
    await expect(
      admin.saveWhatsApp({ version, settings: { ...settings, templates: { ...standard.templates, id } } }),
    ).rejects.toMatchObject({ details: { issues: [{ field: 'settings.templates.id', code }] } });
  // Tried before it is saved, to one number.
  expect(await admin.tryWhatsApp({ to: '0812-0000-0001', settings })).toEqual({ isAccepted: true, said: 'HTTP 204' });
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ to: '6281200000001' });
  expect(
    await admin.tryWhatsApp({ to: '0812-0000-0001', settings: { ...settings, url: 'https://10.0.0.1/' } }),
  ).toEqual({
    isAccepted: false,
    said: 'forbiddenAddress',
  });
  const saved = await admin.saveWhatsApp({ version, settings });
  expect(saved).toMatchObject({ isOn: true, hasToken: true });
  expect(JSON.stringify(saved)).not.toContain('rahasia-gerbang');
  const { rows } = await world.database.query("select value::text from desk_settings where key = 'whatsapp'");
  expect(JSON.stringify(rows)).not.toContain('rahasia-gerbang');
  expect(JSON.stringify(await entriesSince(world, start))).not.toContain('rahasia-gerbang');

  // Nobody who did not ask for it.
  expect(await ledger(await claimed(person))).toEqual([]);
  await expect(person.saveWhatsAppNumber({ number: 'nomor saya' })).rejects.toMatchObject({
    details: { issues: [{ field: 'number', code: 'wrongFormat' }] },
  });
  expect(await person.saveWhatsAppNumber({ number: '+62 812 0000 0302' })).toEqual({
    isOffered: true,
    number: '6281200000302',
  });
  expect((await person.getNoticeChoices({})).channels).toEqual(['inbox', 'mail', 'push', 'whatsapp']);
  const before = receiver.received.length;
  const number = await claimed(person, {
    title: 'Judul yang tidak ikut',
    description: 'Uraian yang tidak ikut serta.',
  });
  await galih.commentOnTicket({ number, body: 'Teknisi berangkat pukul sembilan.' });
  await allCarried(number);
  const [message, ...more] = receiver.received.slice(before);
  expect(more).toEqual([]);
  expect(message?.headers.authorization).toBe('Bearer rahasia-gerbang');
  expect(JSON.parse(message?.body ?? '')).toEqual({
    to: '6281200000302',
    message: expect.stringMatching(
      new RegExp(`^Tiket ${number}: Diproses. Selengkapnya setelah masuk: http\\S+/tiket/${number}$`),
    ),
  });
  expect(await ledger(number)).toMatchObject([
    { channel: 'whatsapp', state: 'SENT', status: 204, device: null, kind: 'comment' },
  ]);

  // Confidential: not even its status. Ended meanwhile: not at all, and the audit log names no whole number.
  await world.database.query('update tickets set is_confidential = true where number = $1', [number]);
  await galih.commentOnTicket({ number, body: 'Hasil pemeriksaan.' }).catch(() => undefined);
  await allCarried(number);
  for (const { body } of receiver.received.slice(before + 1)) expect(body).not.toMatch(/Diproses|Judul|Hasil/);
  const late = await claimed(person);
  await person.saveWhatsAppNumber({ number: null });
  await allCarried(late);
  expect(await ledger(late)).toMatchObject([{ state: 'DROPPED', reason: 'optedOut' }]);
  expect(JSON.stringify(await entriesSince(world, start))).not.toContain('6281200000302');
  await receiver.close();
});
