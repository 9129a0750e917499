import { fileOf, PDF, PNG } from '../../support/files';
import { refusal } from '../../support/desk';
import { outage } from '../../support/world';
import { world } from './stage';
import { newNumber } from './kinds';

const people = async () => ({
  clerk: await world.clerk(),
  colleague: await world.colleague(),
  leader: await world.leader(),
  galih: await world.staff('Galih Ramadhan'),
  laila: await world.staff('Laila Safitri'),
  admin: await world.staff('Administrator Demo'),
});
const told = async (number: string) =>
  (
    await world.database.query<{ line: string }>(
      `select distinct recipient_kind || ' ' || kind as line from notices where ticket_number = $1
        and kind in ('attached', 'internalFile') order by 1`,
      [number],
    )
  ).rows.map(({ line }) => line);

test('a file for officers is there for them; the requester’s side learns of it by nothing', async () => {
  const { clerk, colleague, leader, galih, laila, admin } = await people();
  const idempotencyKey = 'lampiran-internal';
  const { number } = await clerk.submitTicket(outage(), { idempotencyKey });
  await galih.actOnTicket({ number, action: 'claim' });
  const [ticket, timeline] = [await clerk.getTicket({ number }), await clerk.getTimeline({ number })];
  const { id, ...file } = await laila.addAttachment({ number, internal: 'true', file: fileOf('dapur.pdf', PDF) });
  expect(file).toMatchObject({ name: 'dapur.pdf', isInternal: true, mayDelete: true, mayShow: true });
  for (const person of [galih, laila, admin]) {
    expect((await person.listAttachments({ number })).map((one) => one.name)).toEqual(['dapur.pdf']);
    expect((await person.getTimeline({ number })).at(-1)).toMatchObject({ event: 'attach', isInternal: true });
    const bytes = await (await person.readAttachment({ number, id })).arrayBuffer();
    expect(Buffer.from(bytes).equals(PDF)).toBe(true);
  }
  // Nobody who may not know is told; who works on it is.
  expect(await told(number)).toEqual(['staff internalFile']);

  for (const person of [clerk, colleague, leader]) {
    expect(await person.listAttachments({ number })).toEqual([]);
    expect((await person.getTicket({ number })).attachments).toEqual([]);
    expect(await person.getTimeline({ number })).toEqual(timeline);
    expect(await refusal(person.readAttachment({ number, id }))).toBe('404 notFound');
    expect(await refusal(person.showAttachment({ number, id }))).toBe('403 notAllowed');
  }
  for (const person of [clerk, colleague])
    expect(await refusal(person.deleteAttachment({ number, id }))).toBe('404 notFound');
  expect((await clerk.getTicket({ number })).updatedAt).toBe(ticket.updatedAt);
  // Also where the same request is answered once more.
  expect((await clerk.submitTicket(outage(), { idempotencyKey })).attachments).toEqual([]);

  // That it goes is as little theirs to know.
  await laila.deleteAttachment({ number, id });
  expect(await clerk.getTimeline({ number })).toEqual(timeline);
  expect((await galih.getTimeline({ number })).at(-1)).toMatchObject({ event: 'detach', isInternal: true });
});

test('it takes no room of theirs, answers no field of a form, and is no file of theirs', async () => {
  const { clerk, galih, admin } = await people();
  const number = await newNumber();
  expect(await refusal(clerk.addAttachment({ number, internal: 'true', file: fileOf('saya.pdf', PDF) }))).toBe(
    '403 notAllowed',
  );
  expect(
    await refusal(
      galih.addAttachment({ number, internal: 'true', field: 'tangkapan_layar', file: fileOf('foto.png', PNG) }),
    ),
  ).toBe('400 invalid');
  const { id: inside } = await galih.addAttachment({ number, internal: 'true', file: fileOf('foto.png', PNG) });
  // The same bytes for all are another file; sent again, each is the one it was.
  const { id: shown } = await galih.addAttachment({ number, internal: 'false', file: fileOf('foto.png', PNG) });
  expect(shown).not.toBe(inside);
  expect((await galih.addAttachment({ number, internal: 'true', file: fileOf('foto.png', PNG) })).id).toBe(inside);
  await galih.deleteAttachment({ number, id: shown });

  const { standard, version } = await admin.getSettings({});
  await admin.saveSettings({ version, changes: { attachmentCount: 1 } });
  await clerk.addAttachment({ number, file: fileOf('surat.pdf', PDF) });
  expect(await refusal(galih.showAttachment({ number, id: inside }))).toBe('422 tooManyFiles');
  await admin.saveSettings({
    version: (await admin.getSettings({})).version,
    changes: { attachmentCount: standard.attachmentCount },
  });
  await expect(
    world.database.query("update attachments set field = 'surat', is_internal = true where public_id = $1", [inside]),
  ).rejects.toThrow('attachments_internal_check');
});

test('shown, it is theirs from then on, and what went before stays among officers', async () => {
  const { clerk, galih } = await people();
  const number = await newNumber();
  await galih.actOnTicket({ number, action: 'claim' });
  const before = await clerk.getTimeline({ number });
  const { id } = await galih.addAttachment({ number, internal: 'true', file: fileOf('hasil.png', PNG) });
  for (let times = 0; times < 2; times += 1)
    expect(await galih.showAttachment({ number, id })).toMatchObject([{ id, isInternal: false, mayShow: false }]);
  expect(await told(number)).toEqual(['portal attached']);
  expect(await clerk.listAttachments({ number })).toMatchObject([{ id, name: 'hasil.png', isInternal: false }]);
  await clerk.readAttachment({ number, id });
  const after = await clerk.getTimeline({ number });
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toMatchObject({ event: 'showFile', facts: { file: 'hasil.png' }, isInternal: false });
});
