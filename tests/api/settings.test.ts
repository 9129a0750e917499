import path from 'node:path';
import { ACTIONS, isFixed, PERMISSIONS, ROLES, type Action, type KeptService } from 'strapi-plugin-ticketing/domain';
import type { Request } from 'strapi-plugin-ticketing/contract';
import { carry, file, refusal, staffId } from '../support/desk';
import { urlOf } from '../support/databases';
import { entriesSince, lastEntryId } from '../support/entries';
import { startCms, type Server } from '../support/servers';
import { verifyLog } from '../support/verify';
import {
  bare,
  openWorld,
  outage,
  signInPortal,
  signInStaff,
  type Person,
  type PortalAccount,
  type StaffAccount,
  type World,
} from '../support/world';

let world: World;
let second: Server;
let admin: Person, clerk: Person, galih: Person, tari: Person, laila: Person;
beforeAll(async () => {
  world = await openWorld();
  second = await startCms(
    urlOf(world.databaseName),
    path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-second`),
  );
  [admin, clerk, galih, tari, laila] = await Promise.all([
    world.staff('Administrator Demo'),
    world.clerk(),
    world.staff('Galih Ramadhan'),
    world.staff('Tari Puspita'),
    world.staff('Laila Safitri'),
  ]);
});
afterAll(async () => {
  await second.stop();
  await world.close();
});
const elsewhere = (name: string) =>
  signInStaff(second.url, world.accounts.staff.find((account) => account.name === name) as StaffAccount);

describe('settings of the lifecycle', () => {
  test('carry a version, tell who changed what from what, and refuse whoever was slower', async () => {
    const since = await lastEntryId(world);
    const { version, settings, standard } = await admin.getSettings({});
    expect(settings).toEqual(standard);
    const saved = await admin.saveSettings({ version, changes: { lockAfterDays: 5, remindAfterDays: [1, 3] } });
    expect(saved).toMatchObject({
      version: version + 1,
      settings: { lockAfterDays: 5, remindAfterDays: [1, 3], riskFraction: standard.riskFraction },
      standard,
    });
    expect(await entriesSince(world, since, 'setting')).toMatchObject([
      {
        subject_id: 'ticketing.lifecycle',
        event: 'update',
        actor_name: admin.name,
        actor_role: 'ADMIN',
        payload: {
          before: { lockAfterDays: 3, remindAfterDays: [2, 4] },
          after: { lockAfterDays: 5, remindAfterDays: [1, 3] },
        },
      },
    ]);
    expect(await refusal(admin.saveSettings({ version, changes: { lockAfterDays: 9 } }))).toBe('409 settingsChanged');
    expect((await admin.getSettings({})).settings.lockAfterDays).toBe(5);
  });
  test('that change nothing leave neither a version nor an entry; set back, they are as they came', async () => {
    const [since, { version, settings, standard }] = [await lastEntryId(world), await admin.getSettings({})];
    expect((await admin.saveSettings({ version, changes: { lockAfterDays: settings.lockAfterDays } })).version).toBe(
      version,
    );
    expect(await entriesSince(world, since, 'setting')).toEqual([]);
    await admin.saveSettings({
      version,
      changes: { lockAfterDays: standard.lockAfterDays, remindAfterDays: [...standard.remindAfterDays] },
    });
    expect((await world.database.query("select value from desk_settings where key = 'lifecycle'")).rows).toEqual([
      { value: {} },
    ]);
  });
  test('work at once, here and on a second server', async () => {
    const { number } = await file(clerk, 'NET-06');
    const { version } = await admin.getSettings({});
    await admin.saveSettings({ version, changes: { lockAfterDays: 30 } });
    await carry(number, [galih, 'claim']);
    const resolved = await (
      await elsewhere(galih.name)
    ).actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
    expect(Date.parse(resolved.locksAt ?? '')).toBeGreaterThan(Date.now() + 30 * 86_400_000);
  });
  test.each([
    [{ lockAfterDays: 0 }],
    [{ lockAfterDays: 91 }],
    [{ remindAfterDays: [1, 2, 3, 4, 5, 6] }],
    [{ riskFraction: 1 }],
    [{ pausing: ['NEW'] }],
    [{ pausing: ['RESOLVED'] }],
    [{ priorityMatrix: { LARGE: {} } }],
    [{ somethingElse: 1 }],
    [{ closeUnansweredAfterDays: 1.5 }],
  ])('%j is refused', async (changes) => {
    const { version } = await admin.getSettings({});
    expect((await bare(world, admin)('put', '/settings').send({ version, changes })).status).toBe(400);
  });
  test('are read by the coordinator and written by the administrator, and nobody else', async () => {
    expect(await laila.getSettings({})).toMatchObject({ settings: expect.any(Object) });
    for (const person of [laila, galih, clerk, await world.leader()])
      expect(await refusal(person.saveSettings({ version: 0, changes: {} }))).toBe('403 notAllowed');
    for (const person of [galih, clerk, await world.leader()])
      expect(await refusal(person.getSettings({}))).toBe('403 notAllowed');
  });
});

describe('the authority matrix', () => {
  const OFFICER_ASSIGNS = [
    { role: 'OFFICER' as const, may: 'ticket:assign' as const, alternatives: [['assignedToMe' as const]] },
  ];

  test('a changed cell works at once, on a second server too, is told in the log, and goes back', async () => {
    const [{ number }, since] = [await file(clerk, 'NET-06'), await lastEntryId(world)];
    await carry(number, [galih, 'claim']);
    const assign = async (person: Person) =>
      person.actOnTicket({ number, action: 'assign', assignee: await staffId(world, galih.name) });
    const far = await elsewhere(galih.name);
    expect([await refusal(assign(galih)), await refusal(assign(far))]).toEqual(['403 notAllowed', '403 notAllowed']);
    const { version, cells } = await admin.getAuthority({});
    expect(cells).toHaveLength(ROLES.length * PERMISSIONS.length);
    const saved = await admin.saveAuthority({ version, cells: OFFICER_ASSIGNS });
    expect(saved.cells.filter(({ isChanged }) => isChanged)).toMatchObject([
      { role: 'OFFICER', may: 'ticket:assign', alternatives: [['assignedToMe']], standard: [] },
    ]);
    expect([await refusal(assign(far)), await refusal(assign(galih)), await refusal(assign(tari))]).toEqual([
      'accepted',
      'accepted',
      '403 notAllowed',
    ]);
    expect((await galih.getTicket({ number })).actions).toContain('assign');
    expect((await galih.getMe({})).policy).toContainEqual({
      role: 'OFFICER',
      may: 'ticket:assign',
      when: ['assignedToMe'],
    });
    expect(await entriesSince(world, since, 'setting')).toMatchObject([
      {
        subject_id: 'ticketing.authority',
        payload: { before: { 'OFFICER ticket:assign': [] }, after: { 'OFFICER ticket:assign': [['assignedToMe']] } },
      },
    ]);
    expect(await refusal(admin.saveAuthority({ version, cells: OFFICER_ASSIGNS }))).toBe('409 settingsChanged');
    await (
      await elsewhere(admin.name)
    ).saveAuthority({ version: saved.version, cells: [{ role: 'OFFICER', may: 'ticket:assign', alternatives: [] }] });
    expect([await refusal(assign(galih)), await refusal(assign(far))]).toEqual(['403 notAllowed', '403 notAllowed']);
    expect((await admin.getAuthority({})).cells.filter(({ isChanged }) => isChanged)).toEqual([]);
  });
  test('cells that would lock everybody out stay, alone and among others, whatever is asked for them', async () => {
    const { version, cells } = await admin.getAuthority({});
    const fixed = cells.filter(({ role, may }) => isFixed(role, may));
    expect(fixed).toHaveLength(4);
    for (const { role, may } of fixed)
      for (const alternatives of [[], [['whileNew' as const]], [[]]]) {
        expect(
          await refusal(admin.saveAuthority({ version, cells: [...OFFICER_ASSIGNS, { role, may, alternatives }] })),
        ).toBe('422 fixedAuthority');
      }
    expect(await admin.getAuthority({})).toEqual({ version, cells });
  });
  test.each([
    [{ role: 'MAYOR', may: 'ticket:read', alternatives: [] }],
    [{ role: 'OFFICER', may: 'ticket:everything', alternatives: [] }],
    [{ role: 'OFFICER', may: 'ticket:read', alternatives: [['fullMoon']] }],
    [{ role: 'OFFICER', may: 'ticket:read' }],
  ])('%j is refused', async (cell) => {
    const { version } = await admin.getAuthority({});
    expect((await bare(world, admin)('put', '/authority').send({ version, cells: [cell] })).status).toBe(400);
  });
  test('who is told what they may: each their own lines, and nobody the others’', async () => {
    for (const person of [admin, clerk, galih, laila, await world.leader()]) {
      const { actor, policy } = await person.getMe({});
      expect(policy.length).toBeGreaterThan(5);
      expect(policy.every(({ role }) => actor.roles.some((worn) => worn === role))).toBe(true);
    }
  });
});

describe('why not?', () => {
  test('each action has an answer that agrees with what is offered and with what happens', async () => {
    const { number } = await file(clerk, 'NET-06');
    await carry(number, [galih, 'claim']);
    for (const person of [clerk, galih, tari, laila]) {
      const explained = await person.explainTicket({ number });
      expect(explained.map(({ action }) => action)).toEqual([...ACTIONS]);
      expect(explained.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(
        (await person.getTicket({ number })).actions,
      );
    }
    const said = async (person: Person, action: Action) =>
      (await person.explainTicket({ number })).find((each) => each.action === action);
    expect(await said(tari, 'resolve')).toEqual({
      action: 'resolve',
      allowed: false,
      because: 'policy',
      confidential: false,
      missing: [['assignedToMe'], ['myTeam'], ['helping']].map((when) => ({
        role: 'OFFICER',
        may: 'ticket:process',
        when,
      })),
    });
    expect(await said(laila, 'restore')).toEqual({
      action: 'restore',
      allowed: false,
      because: 'state',
      code: 'wrongStatus',
      from: ['REJECTED', 'CANCELLED'],
    });
    expect(await said(galih, 'resolve')).toMatchObject({
      allowed: true,
      rule: { role: 'OFFICER', when: ['assignedToMe'] },
    });
  });
  test('an administrator asks for somebody else, and hears what that person would', async () => {
    const { number } = await file(clerk, 'NET-06');
    const {
      rows: [ratih],
    } = await world.database.query<{ id: number }>('select id from up_users where email = $1', [clerk.email]);
    expect(await admin.explainAuthority({ ticket: number, door: 'portal', user: ratih?.id ?? 0 })).toEqual(
      await clerk.explainTicket({ number }),
    );
    expect(
      await admin.explainAuthority({ ticket: number, door: 'staff', user: await staffId(world, tari.name) }),
    ).toEqual(await tari.explainTicket({ number }));
    expect(await refusal(admin.explainAuthority({ ticket: number, door: 'staff', user: 999_999 }))).toBe(
      '404 notFound',
    );
    expect(await refusal(admin.explainAuthority({ ticket: 'TIK-2026-99999', door: 'staff', user: 1 }))).toBe(
      '404 notFound',
    );
    expect(await refusal(galih.explainAuthority({ ticket: number, door: 'portal', user: ratih?.id ?? 0 }))).toBe(
      '403 notAllowed',
    );
    const secret = await file(clerk, 'SEC-01');
    expect(await refusal(admin.explainAuthority({ ticket: secret.number, door: 'portal', user: ratih?.id ?? 0 }))).toBe(
      '404 notFound',
    );
    expect(
      await laila.explainAuthority({ ticket: secret.number, door: 'staff', user: await staffId(world, tari.name) }),
    ).toContainEqual(
      expect.objectContaining({ action: 'claim', allowed: false, because: 'policy', confidential: true }),
    );
  });
});

describe('deadlines', () => {
  // Golden cases of domain rules 4.1: start, working minutes, due.
  test.each([
    ['2026-11-20T15:45', 120, '2026-11-23T08:45'],
    ['2026-11-21T10:00', 60, '2026-11-23T08:30'],
    ['2026-11-23T12:30', 30, '2026-11-23T13:30'],
    ['2026-12-23T15:00', 450, '2026-12-28T15:00'],
    ['2026-02-27T11:30', 120, '2026-02-27T14:30'],
    ['2026-03-17T15:30', 450, '2026-03-25T16:00'],
    ['2027-03-05T15:00', 60, '2027-03-16T08:00'],
  ])('from %s, %i working minutes later it is %s', async (start, minutes, due) => {
    const { dueAt, stretches, isCut } = await laila.simulateDeadline({ calendar: 'JAM_KERJA', start, minutes });
    expect(dueAt).toBe(new Date(`${due}:00+07:00`).toISOString());
    expect(stretches.reduce((sum, stretch) => sum + stretch.minutes, 0)).toBe(minutes);
    expect([stretches.at(-1)?.to, isCut]).toEqual([dueAt, false]);
  });
  test('a long one is cut, and says so; a strange one gets a sentence', async () => {
    const long = await laila.simulateDeadline({ calendar: 'JAM_KERJA', start: '2026-01-05', minutes: 100_000 });
    expect([long.isCut, long.stretches.length]).toEqual([true, 60]);
    expect(
      await laila.simulateDeadline({ calendar: '24X7', start: '2026-01-05T00:00:00Z', minutes: 90 }),
    ).toMatchObject({ dueAt: '2026-01-05T01:30:00.000Z', stretches: [{ minutes: 90 }] });
    expect(
      await laila.simulateDeadline({ calendar: 'JAM_KERJA', start: '2026-11-20T15:45', minutes: 0 }),
    ).toMatchObject({ isCut: false, stretches: [] });
    expect(await refusal(laila.simulateDeadline({ calendar: 'BULAN', start: '2026-01-05', minutes: 1 }))).toBe(
      '422 unknownCalendar',
    );
    for (const start of ['kemarin', '2026-02-30', '2026-13-01T00:00'])
      expect(await refusal(laila.simulateDeadline({ calendar: 'JAM_KERJA', start, minutes: 1 }))).toBe('400 invalid');
    for (const start of ['0001-01-01', '9999-12-31T23:59', '9999-12-31'])
      expect([
        start,
        await refusal(laila.simulateDeadline({ calendar: 'JAM_KERJA', start, minutes: 600_000 })),
      ]).toEqual([start, '400 invalid']);
  });
});

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

describe('a change is taken back from its entry', () => {
  const last = async (type: string, subject?: string) => {
    const [entry] = (await admin.listAudit({ type, ...(subject && { subject }) })).entries;
    if (!entry) throw new Error(`no entry of ${type}`);
    return entry;
  };
  const undo = async (type: string, subject?: string) => {
    const { id } = await last(type, subject);
    const shown = await admin.previewUndo({ id });
    expect(await admin.undoEntry({ id })).toEqual(shown);
    // What was taken back is not taken back twice.
    expect(await refusal(admin.undoEntry({ id }))).toBe('409 settingsChanged');
    return { id, shown };
  };

  test('settings: lifecycle, matrix, wordings and mail without its password', async () => {
    const before = await admin.getSettings({});
    await admin.saveSettings({ version: before.version, changes: { lockAfterDays: 11, remindAfterDays: [2, 9] } });
    const { id } = await last('setting', 'ticketing.lifecycle');
    const later = await admin.getSettings({});
    await admin.saveSettings({ version: later.version, changes: { lockAfterDays: 12 } });
    // Somebody changed half of it since: what is newer is not written over.
    expect(await refusal(admin.previewUndo({ id }))).toBe('409 settingsChanged');
    expect(await refusal(admin.undoEntry({ id }))).toBe('409 settingsChanged');
    expect((await undo('setting', 'ticketing.lifecycle')).shown).toEqual([
      { name: 'lockAfterDays', before: 12, after: 11 },
    ]);
    await admin.undoEntry({ id });
    expect((await admin.getSettings({})).settings).toEqual(before.settings);
    expect(await last('setting', 'ticketing.lifecycle')).toMatchObject({
      event: 'update',
      actor: { name: admin.name },
    });

    const matrix = await admin.getAuthority({});
    const cells = [{ role: 'OFFICER' as const, may: 'reply:manage' as const, alternatives: [[]] }];
    await admin.saveAuthority({ version: matrix.version, cells });
    await undo('setting', 'ticketing.authority');
    expect((await admin.getAuthority({})).cells).toEqual(matrix.cells);

    const words = await admin.listLetterWordings({});
    const letter = words.letters.find(({ isChanged }) => !isChanged);
    if (!letter) throw new Error('every letter is changed');
    const { kind, language } = letter;
    const template = { ...letter.template, subject: 'Kabar baru' };
    await admin.saveLetterWording({ version: words.version, kind, language, template });
    await undo('setting', 'ticketing.letters');
    expect((await admin.listLetterWordings({})).letters).toEqual(words.letters);

    const { source: _, version: __, hasPassword: ___, ...mail } = await admin.getMailSettings({});
    const save = async (over: object) =>
      admin.saveMailSettings({
        version: (await admin.getMailSettings({})).version,
        settings: { ...mail, ...over },
      });
    await save({});
    // Before the panel set it, the environment did: there is nothing in the entry to go back to.
    expect(await refusal(admin.previewUndo({ id: (await last('setting', 'ticketing.mail')).id }))).toBe(
      '409 notUndoable',
    );
    await save({ fromName: 'Meja Layanan Baru' });
    await undo('setting', 'ticketing.mail');
    expect((await admin.getMailSettings({})).fromName).toBe(mail.fromName);
    await save({ password: 'rahasia-sekali' });
    expect(await refusal(admin.undoEntry({ id: (await last('setting', 'ticketing.mail')).id }))).toBe(
      '409 notUndoable',
    );
  });

  test('master data: a service, a unit, hours, leave, holidays and replies', async () => {
    const { categories } = await admin.listServices({});
    const first = categories.flatMap(({ services }) => services).find(({ code }) => code === 'NET-02');
    const service = await admin.getService({ id: first?.id ?? 0 });
    const { id, code: _, isActive: __, version, ...said } = service;
    await admin.changeService({
      ...{ id, version, ...said, name: 'Nama lain', keywords: [...said.keywords.slice(1), 'kata baru'] },
      ...{ fields: said.fields.slice(0, 1), attachmentKinds: [...said.attachmentKinds], sla: null },
    } as unknown as Request<'changeService'>);
    await undo('category', String(id));
    const back = await admin.getService({ id });
    expect({ ...back, version, keywords: [...back.keywords].sort() }).toEqual({
      ...service,
      keywords: [...service.keywords].sort(),
    });
    await admin.setServiceStanding({ id, isActive: false });
    await undo('category', String(id));
    expect((await admin.getService({ id })).isActive).toBe(true);

    const units = await admin.listUnits({});
    const unit = units.find(({ parent }) => parent === null);
    if (!unit) throw new Error('no unit');
    const { name, shortName, kind, workDays, aliases, isActive, activeFrom, activeTo } = unit;
    const unitSaid = { name, shortName, kind, workDays, isActive, activeFrom, activeTo, parent: null };
    await admin.changeUnit({ id: unit.id, ...unitSaid, aliases: [...aliases, 'Nama lama'], shortName: 'Pendek' });
    await undo('skpd', String(unit.id));
    expect(await admin.listUnits({})).toEqual(units);

    const [hours] = (await admin.listWorkingHours({})).filter(({ alwaysOpen }) => !alwaysOpen);
    if (!hours) throw new Error('no hours');
    const week = { ...hours, periods: hours.periods.map((each) => ({ ...each, slots: [...each.slots] })) };
    await admin.changeWorkingHours({ ...week, slots: hours.slots.slice(1) });
    await undo('working-calendar');
    expect(await admin.listWorkingHours({})).toContainEqual(hours);

    const officer = await staffId(world, tari.name);
    await admin.addLeave({ officer, firstDay: '2030-02-04', lastDay: '2030-02-08' });
    await undo('staff-leave', String(officer));
    expect((await admin.listLeave({})).some(({ firstDay }) => firstDay === '2030-02-04')).toBe(false);

    const { holidays } = await admin.addHoliday({ day: '2030-02-12', name: 'Libur uji', kind: 'LOCAL' });
    await admin.removeHoliday({ id: holidays.find(({ day }) => day === '2030-02-12')?.id ?? 0 });
    const { id: gone } = await last('holiday');
    await admin.undoEntry({ id: gone });
    const days = async () => (await admin.listHolidays({ year: 2030 })).holidays.map(({ day }) => day);
    expect(await days()).toContain('2030-02-12');
    await undo('holiday');
    expect(await days()).not.toContain('2030-02-12');

    const replies = await admin.createReply({ name: 'Sekali pakai', body: 'Yth. {nama}.' });
    const reply = replies.find(({ name: called }) => called === 'Sekali pakai');
    await admin.removeReply({ id: reply?.id ?? 0 });
    await admin.undoEntry({ id: (await last('ready-reply')).id });
    expect((await admin.listReplies({})).map(({ name: called }) => called)).toContain('Sekali pakai');
  });

  test('a ticket’s entries, accounts and what one may not save stay as they are', async () => {
    const { number } = await file(clerk, 'NET-02', {});
    expect(await refusal(admin.previewUndo({ id: (await last('ticket', number)).id }))).toBe('409 notUndoable');
    const { id } = await last('setting', 'ticketing.lifecycle');
    for (const person of [laila, galih, clerk]) {
      expect(await refusal(person.previewUndo({ id }))).toBe('403 notAllowed');
      expect(await refusal(person.undoEntry({ id }))).toBe('403 notAllowed');
    }
    expect(await refusal(admin.undoEntry({ id: 2_000_000_000 }))).toBe('404 notFound');
  });
});

test('the first steps of a new office know what is done by what is there', async () => {
  const done = async () =>
    Object.fromEntries((await admin.getSetup({})).map(({ step, isDone }) => [step, isDone] as const));
  const run = (statement: string) => world.database.query(statement);
  const next = "(extract(year from timezone('Asia/Jakarta', now()))::int + 1)";
  await run('delete from letters');
  await run('delete from backup_runs');
  await run(`delete from holidays where extract(year from date) = ${next}`);
  await run('update up_users set blocked = true where not blocked');
  expect(await done()).toEqual({ identity: false, mail: false, people: false, calendar: false, backup: false });
  await run(
    "insert into letters (kind, recipient_kind, recipient_id, address, name, language, state, due_at, created_at) values ('created', 'portal', 1, 'a@contoh.test', 'A', 'id', 'SENT', now(), now())",
  );
  await run('update up_users set blocked = false');
  await run(`insert into holidays (date, name, kind) values (make_date(${next}, 1, 1), 'Tahun Baru', 'NATIONAL')`);
  // A backup of last week is none for today.
  const backup = (age: string) =>
    run(
      `insert into backup_runs (kind, is_good, started_at, ended_at) values ('BACKUP', true, now() - interval '${age}', now())`,
    );
  await backup('7 days');
  expect(await done()).toEqual({ identity: false, mail: true, people: true, calendar: true, backup: false });
  await backup('1 hour');
  expect((await done())['backup']).toBe(true);
  for (const person of [galih, await world.leader()]) expect(await refusal(person.getSetup({}))).toBe('403 notAllowed');
});

test('what the portal’s own session may not know stays at the desk’s door', async () => {
  const far = await signInPortal(second.url, world.accounts.portal[0] as PortalAccount);
  for (const ask of [() => far.getAuthority({}), () => far.getSettings({}), () => far.getWarnings({})])
    expect(await refusal(ask())).toBe('403 notAllowed');
});

test('the log is whole after all this', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
});
