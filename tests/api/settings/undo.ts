import type { Request } from 'strapi-plugin-ticketing/contract';
import { file, refusal, staffId } from '../../support/desk';
import { verifyLog } from '../../support/verify';
import { signInPortal, type PortalAccount } from '../../support/world';
import { world, second, admin, clerk, galih, tari, laila } from './stage';

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
    const { services: _services, isRemovable: _isRemovable, ...week } = hours;
    const periods = week.periods.map((each) => ({ ...each, slots: [...each.slots] }));
    await admin.changeWorkingHours({ ...week, periods, slots: week.slots.slice(1) });
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
