import type { KeptService } from 'strapi-plugin-ticketing/domain';
import type { Request } from 'strapi-plugin-ticketing/contract';
import { file, refusal } from '../../support/desk';
import { entriesSince, lastEntryId } from '../../support/entries';
import { outage, type Person } from '../../support/world';
import { world, admin, clerk, galih, tari, laila, elsewhere } from './stage';

describe('ready replies', () => {
  test('come with the product, are kept by coordinator and administrator, and every change is told', async () => {
    const first = await galih.listReplies({});
    expect(first.map(({ name }) => name)).toContain('Minta keterangan tambahan');
    const since = await lastEntryId(world);
    const made = await laila.createReply({ name: 'Salam', body: 'Yth. {nama}, {nomor} kami terima.' });
    const { id } = made.find(({ name }) => name === 'Salam') as { id: number };
    expect(made).toHaveLength(first.length + 1);
    await admin.changeReply({ id, name: 'Salam', body: 'Yth. {nama}.' });
    // What changes nothing is no entry.
    await admin.changeReply({ id, name: 'Salam', body: 'Yth. {nama}.' });
    expect(await laila.removeReply({ id })).toEqual(first);
    expect(await entriesSince(world, since, 'ready-reply')).toMatchObject([
      { subject_id: String(id), event: 'create', actor_name: laila.name, actor_role: 'COORDINATOR' },
      {
        event: 'update',
        actor_name: admin.name,
        payload: { before: { body: 'Yth. {nama}, {nomor} kami terima.' }, after: { body: 'Yth. {nama}.' } },
      },
      { event: 'delete', payload: { before: { name: 'Salam', body: 'Yth. {nama}.' }, after: null } },
    ]);
    expect(await refusal(laila.changeReply({ id, name: 'Salam', body: 'Yth.' }))).toBe('404 notFound');
    expect(await refusal(laila.removeReply({ id }))).toBe('404 notFound');
  });
  test('name no variable that there is none of, and have a name of their own', async () => {
    const known = await laila.listReplies({});
    for (const said of [
      { name: 'Baru', body: 'Yth. {namaa}' },
      { name: (known[0]?.name ?? '').toUpperCase(), body: 'Yth.' },
      { name: ' ', body: 'Yth.' },
      { name: 'Baru', body: 'x'.repeat(4001) },
    ])
      expect([said.name, await refusal(laila.createReply(said))]).toEqual([said.name, '400 invalid']);
    const once = () =>
      laila.createReply({ name: 'Dua kali', body: 'Yth.' }).then(
        () => 'made',
        () => 'known',
      );
    expect((await Promise.all([once(), once()])).sort()).toEqual(['known', 'made']);
  });
  test('are read at the desk alone', async () => {
    expect(await refusal(galih.createReply({ name: 'Baru', body: 'Yth.' }))).toBe('403 notAllowed');
    for (const person of [clerk, await world.leader()])
      expect(await refusal(person.listReplies({}))).toBe('403 notAllowed');
  });
});

describe('the catalogue', () => {
  const shelf = async (person: Person, group: string) =>
    (await person.listServices({})).categories.find(({ code }) => code === group)?.services ?? [];
  const byCode = async (code: string) => {
    const { id } = (await shelf(admin, code.split('-')[0] ?? '')).find((each) => each.code === code) as { id: number };
    return admin.getService({ id });
  };
  type Said = Omit<Request<'createService'>, 'code'>;
  /** What came of a service, as it goes back. */
  const said = ({ id: _, code: __, isActive: ___, version: ____, ...rest }: KeptService): Said =>
    JSON.parse(JSON.stringify(rest)) as Said;
  const issues = (attempt: Promise<unknown>) =>
    attempt.then(
      () => [],
      (error: { details: { issues?: { field: string; message: string }[] } }) =>
        (error.details.issues ?? []).map(({ field, message }) => `${field}: ${message}`),
    );

  test('a service is copied, changed and taken out of use by an administrator, told in the log, and seen on a second server', async () => {
    const [since, first] = [await lastEntryId(world), await byCode('NET-01')];
    const made = await admin.createService({ code: 'NET-90', ...said(first), name: 'Gangguan jaringan taman kota' });
    expect(said(made)).toEqual({ ...said(first), name: 'Gangguan jaringan taman kota' });
    const far = await elsewhere(laila.name);
    const offered = async () =>
      (await far.getCatalog({})).categories
        .find(({ code }) => code === 'NET')
        ?.services.find(({ code }) => code === 'NET-90');
    expect(await offered()).toMatchObject({ name: 'Gangguan jaringan taman kota', fields: { length: 7 } });

    const sla = { calendar: '24X7', responseMinutes: 30, resolutionMinutes: 1440, mode: 'DURATION' as const };
    const changed = await admin.changeService({
      ...{ id: made.id, version: made.version, ...said(made) },
      ...{ approver: 'KEPALA_DINAS', isConfidential: true, attachmentKinds: ['pdf'], sla },
      englishName: 'Park network is down',
      fields: [
        // Another label and another place; the key stays, and the new one gets its own.
        { ...(said(made).fields?.[1] as NonNullable<Said['fields']>[number]), label: 'Luas gangguan' },
        { key: null, label: 'Nomor tiang', type: 'number', required: true, min: 1, max: 900 },
      ],
    });
    expect(changed.fields).toMatchObject([
      { key: 'cakupan_gangguan', label: 'Luas gangguan', options: { length: 4 } },
      { key: 'nomor_tiang', type: 'number', required: true, min: 1, max: 900 },
    ]);
    expect(await offered()).toMatchObject({ approver: 'KEPALA_DINAS', isConfidential: true, sla });
    // What administrators put into English stands beside the Indonesian; what they left out does not.
    expect(await offered()).toMatchObject({
      englishName: 'Park network is down',
      fields: [
        { label: 'Luas gangguan', englishOptions: { length: 4 } },
        { englishLabel: null, englishOptions: [] },
      ],
    });
    // Asked as it is asked now, answered as it was asked then.
    const form = { cakupan_gangguan: 'Satu gedung', nomor_tiang: 12 };
    const { number } = await file(clerk, 'NET-90', { form });
    const { version } = changed;
    await admin.changeService({ id: made.id, ...said(changed), version, fields: said(changed).fields?.slice(1) ?? [] });
    expect((await clerk.getTicket({ number })).form).toMatchObject([
      { label: 'Luas gangguan', value: 'Satu gedung' },
      { label: 'Nomor tiang', value: 12 },
    ]);

    // Of two editors the slower one hears of the other, and overwrites nothing.
    expect(await refusal(admin.changeService({ id: made.id, ...said(changed), version, name: 'Kalah cepat' }))).toBe(
      '409 settingsChanged',
    );
    await admin.setServiceStanding({ id: made.id, isActive: false });
    expect([
      await offered(),
      await refusal(clerk.submitTicket(outage({ category: 'NET-90', form: { nomor_tiang: 12 } }))),
    ]).toEqual([undefined, '422 inactiveCategory']);
    expect(await entriesSince(world, since, 'category')).toMatchObject([
      { event: 'create', actor_name: admin.name, actor_role: 'ADMIN', payload: { after: { code: 'NET-90' } } },
      {
        event: 'update',
        payload: {
          before: {
            approver: null,
            englishName: 'Internet or office network is down',
            sla: { calendar: 'JAM_KERJA' },
          },
          after: { approver: 'KEPALA_DINAS', englishName: 'Park network is down', sla },
        },
      },
      { event: 'update', payload: { before: { fields: { length: 2 } }, after: { fields: { length: 1 } } } },
      { event: 'update', payload: { before: { isActive: true }, after: { isActive: false } } },
    ]);
  });

  test('categories are made and changed, everything is put in order, and a closed one closes what is in it', async () => {
    const book = await admin.createCategory({ code: 'UJI', name: 'Layanan uji', icon: 'dots' });
    expect(book.categories.at(-1)).toMatchObject({ code: 'UJI', icon: 'dots', description: null, services: [] });
    const { id, version } = book.categories.at(-1) as { id: number; version: string };
    await admin.changeCategory({ id, version, name: 'Layanan percobaan', description: 'Untuk dicoba.' });
    expect(await refusal(admin.changeCategory({ id, version, name: 'Kalah cepat' }))).toBe('409 settingsChanged');
    await admin.createService({ code: 'UJI-01', ...said(await byCode('LLN-01')), group: 'UJI', fields: [] });
    const net = (await shelf(admin, 'NET')).map(({ code }) => code);
    const turned = [...net].reverse();
    await admin.orderServices({ group: 'NET', codes: turned });
    expect((await shelf(laila, 'NET')).map(({ code }) => code)).toEqual(turned);
    // Whoever leaves one out has not seen it.
    expect(await refusal(admin.orderServices({ group: 'NET', codes: turned.slice(1) }))).toBe('409 settingsChanged');
    const codes = (await admin.listServices({})).categories.map(({ code }) => code);
    const first = ['UJI', ...codes.filter((code) => code !== 'UJI')];
    expect((await admin.orderServices({ codes: first })).categories.map(({ code }) => code)).toEqual(first);
    await admin.orderServices({ codes });
    await admin.orderServices({ group: 'NET', codes: net });
    await admin.setServiceStanding({ id, isActive: false });
    expect(await refusal(clerk.submitTicket(outage({ category: 'UJI-01', form: {} })))).toBe('422 inactiveCategory');
  });

  test('what cannot be is refused beside its field, and nobody else keeps it', async () => {
    const base = said(await byCode('NET-02'));
    expect(await issues(admin.createService({ code: 'NET-01', ...base }))).toEqual([
      'code: Kode ini sudah tercatat. Pilih yang lain, atau hapus catatan itu lebih dahulu.',
    ]);
    expect(
      await issues(admin.createService({ code: 'NET-91', ...base, name: ' ', fields: [{ label: '', type: 'text' }] })),
    ).toEqual(['name: Nama wajib diisi.', 'fields.0.label: Pertanyaan wajib diisi.']);
    const sla = { calendar: 'JAM_KERJA', responseMinutes: 900, resolutionMinutes: 450, mode: 'DURATION' as const };
    expect(
      await issues(admin.createService({ code: 'NET-91', ...base, sla, fields: [{ label: 'Mana', type: 'select' }] })),
    ).toEqual([
      'sla.responseMinutes: Target tanggapan lebih lama daripada target penyelesaian. Petugas menanggapi lebih dulu; perkecil target tanggapan.',
      'fields.0.options: Pilihan jawaban wajib diisi.',
    ]);
    expect(await refusal(laila.createService({ code: 'NET-91', ...base }))).toBe('403 notAllowed');
    for (const person of [galih, clerk, await world.leader()])
      expect(await refusal(person.listServices({}))).toBe('403 notAllowed');
  });
});

describe('views of the queue', () => {
  const said = { name: 'Jaringan mendesak', query: 'tab=all&priority=URGENT&columns=unit%2Cdue', isShared: false };
  test('are kept on the account, for oneself or for all, and changed by whoever kept them', async () => {
    const since = await lastEntryId(world);
    const [own] = await galih.createView(said);
    expect(own).toMatchObject({ ...said, owner: { name: galih.name }, isMine: true });
    const id = own?.id ?? 0;
    expect(await tari.listViews({})).toEqual([]);
    expect(await refusal(tari.removeView({ id }))).toBe('404 notFound');
    await galih.changeView({ id, ...said, isShared: true });
    expect(await tari.listViews({})).toMatchObject([{ id, owner: { name: galih.name }, isMine: false }]);
    expect(await refusal(tari.changeView({ id, ...said }))).toBe('403 notAllowed');
    // A colleague keeps one of the same name; whoever manages settings clears away what was left behind.
    expect(await tari.createView(said)).toHaveLength(2);
    expect(await admin.removeView({ id })).toEqual([]);
    expect(await galih.listViews({})).toEqual([]);
    expect(
      (await entriesSince(world, since, 'queue-view')).map(({ event, actor_name }) => [event, actor_name]),
    ).toEqual([
      ['create', galih.name],
      ['update', galih.name],
      ['create', tari.name],
      ['delete', admin.name],
    ]);
  });
  test('lead nowhere else, have names of their own, and belong to the desk', async () => {
    await galih.createView({ ...said, name: 'Satu' });
    for (const bad of [
      { ...said, name: 'satu' },
      { ...said, name: ' ' },
      { ...said, query: '//elsewhere.example' },
      { ...said, query: 'tab=all#x' },
      { ...said, query: `q=${'x'.repeat(700)}` },
    ])
      expect([bad, await refusal(galih.createView(bad))]).toEqual([bad, '400 invalid']);
    for (const person of [clerk, await world.leader()])
      expect(await refusal(person.listViews({}))).toBe('403 notAllowed');
  });
});
