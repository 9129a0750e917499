import path from 'node:path';
import type { Request } from 'strapi-plugin-ticketing/contract';
import { LETTER_FIELD, transitionOf, wibDay, type Action, type ActionField } from 'strapi-plugin-ticketing/domain';
import { shiftedBy } from '../support/clock';
import { urlOf } from '../support/databases';
import {
  attachDocuments,
  carry,
  file,
  fileBare,
  formFor,
  letPass,
  refusal,
  setService,
  staffId,
  withoutOwnTargets,
} from '../support/desk';
import { fileOf, PDF } from '../support/files';
import { startCms, type Server } from '../support/servers';
import { verifyLog } from '../support/verify';
import {
  bare,
  openWorld,
  signInPortal,
  signInStaff,
  type Person,
  type PortalAccount,
  type StaffAccount,
  type World,
} from '../support/world';

let world: World;
let clerk: Person, galih: Person, ilham: Person, tari: Person, nisa: Person, laila: Person;
/** The same desk three weeks later, which is longer than any row of holidays. */
let later: Server & { clerk: Person; galih: Person; laila: Person };
beforeAll(async () => {
  world = await openWorld();
  [clerk, galih, ilham, tari, nisa, laila] = await Promise.all([
    world.clerk(),
    world.staff('Galih Ramadhan'),
    world.staff('Ilham Syahputra'),
    world.staff('Tari Puspita'),
    world.staff('Nisa Azzahra'),
    world.staff('Laila Safitri'),
  ]);
  const server = await startCms(
    urlOf(world.databaseName),
    path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-later`),
    shiftedBy(21 * 86_400_000),
  );
  const staff = (name: string) =>
    signInStaff(server.url, world.accounts.staff.find((account) => account.name === name) as StaffAccount);
  later = {
    ...server,
    clerk: await signInPortal(server.url, world.accounts.portal[0] as PortalAccount),
    galih: await staff(galih.name),
    laila: await staff(laila.name),
  };
});
afterAll(async () => {
  await later.stop();
  await world.close();
});

const reason = 'Sebagaimana dibicarakan';
const act = (person: Person, number: string, action: Action, given: object = {}) =>
  person.actOnTicket({ number, action, ...given });
const open = async (category = 'NET-06'): Promise<string> => (await file(clerk, category)).number;
const taken = async (category = 'NET-06'): Promise<string> => {
  const number = await open(category);
  await act(galih, number, 'claim');
  return number;
};
const last = async (number: string) => (await laila.getTimeline({ number })).at(-1);
const rowOf = async <Row>(number: string): Promise<Row> =>
  (await world.database.query('select * from tickets where number = $1', [number])).rows[0] as Row;

describe('approval', () => {
  test('work waits for it, by name, and the approver’s team gives it', async () => {
    const number = await open('NET-07');
    expect(await laila.getTicket({ number })).toMatchObject({ approval: { approver: 'TIM-SANDI', approvedAt: null } });
    for (const [person, action, given] of [
      [galih, 'claim', {}],
      [galih, 'verify', {}],
      [laila, 'assign', { assignee: await staffId(world, galih.name) }],
    ] as const) {
      await expect(act(person, number, action, given)).rejects.toMatchObject({
        code: 'awaitingApproval',
        details: { approver: 'TIM-SANDI' },
        message: expect.stringContaining('menunggu persetujuan Tim'),
      });
    }
    expect(await refusal(act(galih, number, 'approve'))).toBe('403 notAllowed');
    expect(await act(nisa, number, 'approve', { reason, letterNumber: '800/12/2026' })).toMatchObject({
      status: 'NEW',
      approval: {
        approver: 'TIM-SANDI',
        approvedBy: nisa.name,
        letterNumber: '800/12/2026',
        approvedAt: expect.any(String),
      },
    });
    expect(await refusal(act(nisa, number, 'approve'))).toBe('409 wrongStatus');
    expect(await act(galih, number, 'claim')).toMatchObject({ status: 'IN_PROGRESS', assignee: { name: galih.name } });
  });
  test('the head’s approval is given by a leader in the portal, or written down by the coordinator; by nobody else', async () => {
    const leader = await world.leader();
    const byLeader = await open('CTV-04');
    expect((await leader.getTicket({ number: byLeader })).actions).toContain('approve');
    expect(await act(leader, byLeader, 'approve', { reason: 'Setuju.' })).toMatchObject({
      status: 'NEW',
      approval: { approver: 'KEPALA_DINAS', approvedBy: leader.name },
    });
    expect(await act(galih, byLeader, 'claim')).toMatchObject({ status: 'IN_PROGRESS' });
    // The samples hold one that waits for it.
    const [sample] = (await leader.listTickets({ q: 'Akses pantau langsung CCTV kawasan wisata', pageSize: 1 })).rows;
    expect((await leader.getTicket({ number: sample?.number ?? '' })).actions).toContain('approve');
    const ofTeam = await open('NET-07');
    expect(await refusal(act(leader, ofTeam, 'approve'))).toBe('403 notAllowed');

    const number = await open('APP-04');
    expect(await refusal(act(nisa, number, 'approve'))).toBe('403 notAllowed');
    await expect(act(tari, number, 'claim')).rejects.toMatchObject({
      code: 'awaitingApproval',
      message: expect.stringContaining('Kepala Dinas'),
    });
    await act(laila, number, 'approve');
    expect(await act(tari, number, 'claim')).toMatchObject({ status: 'IN_PROGRESS' });
  });
  test('is for the service it was given for: another approver is asked anew, the same one is not', async () => {
    const number = await open('NET-07');
    await carry(number, [nisa, 'approve'], [galih, 'recategorize', { category: 'APP-04' }]);
    expect(await laila.getTicket({ number })).toMatchObject({
      approval: { approver: 'KEPALA_DINAS', approvedAt: null, approvedBy: null },
    });
    expect(await refusal(act(tari, number, 'claim'))).toBe('409 awaitingApproval');
    await carry(number, [laila, 'approve'], [laila, 'recategorize', { category: 'TKL-01' }]);
    await attachDocuments(clerk, number, 'TKL-01');
    expect(await act(tari, number, 'claim')).toMatchObject({ status: 'IN_PROGRESS' });
  });
});

describe('required documents', () => {
  test('may follow the words, but until they are there both sides are told and nobody verifies it', async () => {
    const { number, missingDocuments } = await fileBare(clerk, 'NET-03');
    expect(missingDocuments).toEqual(['Surat permohonan kepala SKPD']);
    expect((await galih.getTicket({ number })).missingDocuments).toEqual(missingDocuments);
    for (const [person, action, given] of [
      [galih, 'verify', {}],
      [galih, 'claim', {}],
      [laila, 'assign', { assignee: await staffId(world, galih.name) }],
    ] as const)
      await expect(act(person, number, action, given)).rejects.toMatchObject({
        code: 'awaitingDocuments',
        message: expect.stringContaining('Surat permohonan'),
      });
    await act(galih, number, 'returnForCompletion', { question: 'Mohon dilengkapi.' });
    expect((await clerk.getTimeline({ number })).at(-1)?.text).toBe(
      'Mohon dilengkapi.\n\nDokumen yang belum dilampirkan: Surat permohonan kepala SKPD.',
    );
    // Words alone put it before the officers again, and open no door.
    expect(await clerk.commentOnTicket({ number, body: 'Menyusul.' })).toMatchObject({ status: 'NEW' });
    expect(await refusal(act(galih, number, 'claim'))).toBe('409 awaitingDocuments');
    await attachDocuments(clerk, number, 'NET-03');
    expect((await clerk.getTicket({ number })).missingDocuments).toEqual([]);
    expect(await act(galih, number, 'claim')).toMatchObject({ status: 'IN_PROGRESS' });
  });
  test('count for what an officer files too, and a file taken away counts no longer', async () => {
    const { number } = await laila.submitTicket({
      title: 'Pemasangan titik jaringan baru',
      description: 'Diminta lewat telepon.',
      category: 'NET-03',
      impact: 'SMALL',
      urgency: 'LOW',
      contact: { name: 'Ratih Kusuma', phone: '0840-0000-0201', email: null },
      form: await formFor(laila, 'NET-03'),
      skpd: 'DISDIKBUD',
      channel: 'PHONE',
    });
    expect(await refusal(act(galih, number, 'verify'))).toBe('409 awaitingDocuments');
    await attachDocuments(laila, number, 'NET-03');
    const [file] = await laila.listAttachments({ number });
    await laila.deleteAttachment({ number, id: file?.id ?? '' });
    expect(await refusal(act(galih, number, 'verify'))).toBe('409 awaitingDocuments');
  });
});

describe('a leader’s directive', () => {
  test('is read by coordinator, officers and leaders in the timeline, and moves neither status nor priority', async () => {
    const leader = await world.leader();
    const number = await taken();
    const before = await laila.getTicket({ number });
    const given = { directive: 'Dahulukan loket pelayanan.', priority: 'URGENT' };
    expect(await act(leader, number, 'direct', given)).toMatchObject({
      status: 'IN_PROGRESS',
      priority: before.priority,
      directives: [{ by: leader.name, text: given.directive, priority: 'URGENT' }],
    });
    for (const person of [laila, galih, ilham, leader]) {
      expect((await person.getTimeline({ number })).at(-1)).toMatchObject({
        event: 'direct',
        text: given.directive,
        facts: { directedPriority: 'Mendesak' },
        status: null,
      });
      expect((await person.getTicket({ number })).directives).toHaveLength(1);
    }
    expect((await clerk.getTimeline({ number })).map(({ event }) => event)).not.toContain('direct');
    expect((await clerk.getTicket({ number })).directives).toEqual([]);
    for (const person of [clerk, galih, laila])
      expect(await refusal(act(person, number, 'direct', given))).toBe('403 notAllowed');
    expect(await refusal(act(leader, number, 'direct'))).toBe('422 missingFields');
    expect(await act(laila, number, 'setPriority', { priority: 'URGENT' })).toMatchObject({ priority: 'URGENT' });
  });
});

describe('disposition and duty letter', () => {
  beforeAll(() => setService(world, 'DAT-01', { requires_disposition: true, requires_assignment_letter: true }));
  const letter = { level: 'DIVISION', recipient: 'Bidang Statistik', instruction: 'Tindak lanjuti.' };

  test('the chain runs downwards only, and the work waits for its beginning', async () => {
    const number = await open('DAT-01');
    expect(await refusal(act(galih, number, 'claim'))).toBe('409 awaitingDisposition');
    await act(laila, number, 'dispose', letter);
    expect(await refusal(act(laila, number, 'dispose', letter))).toBe('422 wrongDisposition');
    await act(laila, number, 'dispose', { ...letter, level: 'TEAM', recipient: 'Tim Aplikasi', team: 'TIM-APP' });
    expect(await refusal(act(laila, number, 'dispose', { ...letter, level: 'DIVISION' }))).toBe('422 wrongDisposition');
    const ticket = await act(laila, number, 'assign', {
      assignee: await staffId(world, tari.name),
      instruction: 'Kerjakan minggu ini.',
    });
    expect(ticket).toMatchObject({ status: 'IN_PROGRESS', team: { code: 'TIM-APP' } });
    expect(ticket.dispositions.map(({ level, recipient, instruction }) => [level, recipient, instruction])).toEqual([
      ['DIVISION', 'Bidang Statistik', 'Tindak lanjuti.'],
      ['TEAM', 'Tim Aplikasi', 'Tindak lanjuti.'],
      ['OFFICER', tari.name, 'Kerjakan minggu ini.'],
    ]);
    expect(await refusal(act(laila, number, 'dispose', { ...letter, level: 'OFFICER' }))).toBe('422 wrongDisposition');
  });
  test('its picture is an attachment of this ticket, and of no other', async () => {
    const [number, other] = [await open('DAT-01'), await open()];
    const [{ id }, strange] = [
      await laila.addAttachment({ number, field: LETTER_FIELD, file: fileOf('disposisi.pdf', PDF) }),
      await laila.addAttachment({ number: other, file: fileOf('lain.pdf', PDF) }),
    ];
    expect(await refusal(act(laila, number, 'dispose', { ...letter, document: strange.id }))).toBe(
      '422 unknownDocument',
    );
    expect(
      await act(laila, number, 'dispose', { ...letter, letterNumber: '005/1', letterDate: '2026-11-20', document: id }),
    ).toMatchObject({
      dispositions: [{ letterNumber: '005/1', letterDate: '2026-11-20', document: id, by: laila.name }],
    });
  });
  test('a result waits for the duty letter, which an administrator may file too', async () => {
    const number = await open('DAT-01');
    await carry(number, [laila, 'dispose', { ...letter, level: 'DIVISION' }], [galih, 'claim']);
    expect(await refusal(act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti.' }))).toBe(
      '409 awaitingLetter',
    );
    expect(
      await act(await world.staff('Administrator Demo'), number, 'issueLetter', {
        letterNumber: '090/77',
        letterDate: '2026-11-21',
      }),
    ).toMatchObject({ assignmentLetters: [{ number: '090/77', date: '2026-11-21', by: 'Administrator Demo' }] });
    expect(await act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti.' })).toMatchObject({
      status: 'RESOLVED',
    });
  });
});

describe('returned for completion', () => {
  test('the clock stands while the requester completes it; the answer puts it before the officers again', async () => {
    const number = await open();
    expect(await act(galih, number, 'returnForCompletion', { question: 'Di gedung mana?' })).toMatchObject({
      status: 'WAITING_REQUESTER',
      isReturned: true,
      verifiedAt: null,
      assignee: null,
      sla: { resolution: 'PAUSED', response: 'ON_TIME' },
    });
    expect(await refusal(act(galih, number, 'claim'))).toBe('409 wrongStatus');
    expect(await refusal(act(galih, number, 'resume'))).toBe('409 wrongStatus');
    expect((await rowOf<{ is_paused: boolean }>(number)).is_paused).toBe(true);
    const answered = await later.clerk.commentOnTicket({ number, body: 'Gedung B.' });
    expect(answered).toMatchObject({ status: 'NEW', isReturned: false });
    expect(answered.sla.pausedMinutes).toBeGreaterThan(450);
    expect((await rowOf<{ is_paused: boolean }>(number)).is_paused).toBe(false);
    expect(await act(later.galih, number, 'claim')).toMatchObject({
      status: 'IN_PROGRESS',
      sla: { pausedMinutes: answered.sla.pausedMinutes },
    });
  });
  test('an officer’s word does not answer for the requester; taking back does', async () => {
    const number = await open();
    await act(galih, number, 'returnForCompletion', { question: 'Di gedung mana?' });
    expect(await galih.commentOnTicket({ number, body: 'Kami tunggu.' })).toMatchObject({
      status: 'WAITING_REQUESTER',
    });
    expect(await act(ilham, number, 'takeBack', { reason: 'Sudah ditelepon' })).toMatchObject({
      status: 'NEW',
      isReturned: false,
    });
    await carry(number, [galih, 'claim'], [galih, 'askRequester', { question: 'Sejak kapan?' }]);
    expect(await refusal(act(ilham, number, 'takeBack'))).toBe('409 wrongStatus');
    expect(await clerk.commentOnTicket({ number, body: 'Sejak pagi.' })).toMatchObject({ status: 'IN_PROGRESS' });
  });
});

describe('cancelling', () => {
  test('a request that is declined leaves the work as it was, and may be made again', async () => {
    const number = await taken();
    expect(await act(clerk, number, 'requestCancel', { reason })).toMatchObject({
      isCancelRequested: true,
      status: 'IN_PROGRESS',
    });
    expect(await refusal(act(clerk, number, 'requestCancel', { reason }))).toBe('409 wrongStatus');
    expect(await act(galih, number, 'declineCancel', { reason: 'Perangkat sudah dipesan' })).toMatchObject({
      isCancelRequested: false,
      status: 'IN_PROGRESS',
    });
    expect(await last(number)).toMatchObject({ event: 'declineCancel', text: 'Perangkat sudah dipesan' });
    expect(await refusal(act(galih, number, 'cancel', { reason }))).toBe('409 wrongStatus');
    await act(clerk, number, 'requestCancel', { reason });
    expect(await act(galih, number, 'cancel', { reason })).toMatchObject({
      status: 'CANCELLED',
      isCancelRequested: false,
    });
    expect(await act(laila, number, 'restore', { reason })).toMatchObject({ status: 'NEW', assignee: null });
  });
});

describe('helpers', () => {
  test('a helper works on it, the accountable one stays; whoever is made accountable helps no longer', async () => {
    const [number, helper] = [await taken(), await staffId(world, tari.name)];
    expect(await refusal(act(tari, number, 'askRequester', { question: 'Apa?' }))).toBe('403 notAllowed');
    expect(await act(galih, number, 'addHelper', { helper, reason })).toMatchObject({
      helpers: [{ name: tari.name }],
      assignee: { name: galih.name },
    });
    for (const [again, who] of [
      [helper, 'twice'],
      [await staffId(world, galih.name), 'the accountable one'],
      [await staffId(world, 'Administrator Demo'), 'no officer'],
      [999_999, 'nobody'],
    ] as const)
      expect([who, await refusal(act(galih, number, 'addHelper', { helper: again }))]).toEqual([
        who,
        '422 unknownAssignee',
      ]);
    expect(await act(tari, number, 'waitThirdParty', { party: 'Vendor', reason })).toMatchObject({
      status: 'WAITING_THIRD_PARTY',
      assignee: { name: galih.name },
    });
    expect(await refusal(act(tari, number, 'addHelper', { helper: await staffId(world, ilham.name) }))).toBe(
      '403 notAllowed',
    );
    expect(await act(laila, number, 'assign', { assignee: helper })).toMatchObject({
      assignee: { name: tari.name },
      helpers: [],
    });
    expect(await refusal(act(tari, number, 'removeHelper', { helper }))).toBe('422 unknownAssignee');
    await act(tari, number, 'addHelper', { helper: await staffId(world, galih.name) });
    expect(await act(tari, number, 'removeHelper', { helper: await staffId(world, galih.name) })).toMatchObject({
      helpers: [],
    });
    expect(Object.values((await last(number))?.facts ?? {})).toEqual([galih.name]);
  });
});

describe('a colleague named in what is said', () => {
  const notices = async (number: string) =>
    (
      await world.database.query<{ name: string; kind: string; text: string | null; is_mailed: boolean }>(
        `select u.name, n.kind, n.text, n.letter_id is not null as is_mailed from notices n join desk_staff() u
           on u.id = n.recipient_id where n.recipient_kind = 'staff' and n.ticket_number = $1 and n.kind = 'mentioned'
           order by u.name`,
        [number],
      )
    ).rows;

  test('is told why, once, and stands in the history of whoever may read it', async () => {
    const number = await taken();
    const [tariId, ilhamId] = [await staffId(world, tari.name), await staffId(world, ilham.name)];
    const body = `@${tari.name} dan @${ilham.name}, mohon dilihat.`;
    const mentions = [tariId, ilhamId, tariId];
    await galih.commentOnTicket({ number, body, internal: true, mentions });
    expect(await notices(number)).toEqual(
      [ilham.name, tari.name].map((name) => ({ name, kind: 'mentioned', text: body, is_mailed: true })),
    );
    expect(await last(number)).toMatchObject({ isInternal: true, mentions: [ilham.name, tari.name] });
    expect((await tari.listNotices({})).notices[0]).toMatchObject({ number, kind: 'mentioned', why: 'mentioned' });
    // A question to the requester names colleagues too, and the requester reads the name.
    await carry(number, [
      galih,
      'askRequester',
      { question: `Boleh @${tari.name} datang besok?`, mentions: [tariId] } as object,
    ]);
    expect(await notices(number)).toHaveLength(3);
    expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({ mentions: [tari.name] });
  });

  test('must be there, named in the text, and may read it; a requester names nobody', async () => {
    const number = await taken();
    const tariId = await staffId(world, tari.name);
    const say = (person: Person, body: string, mentions: number[]) =>
      refusal(person.commentOnTicket({ number, body, internal: person !== clerk, mentions }));
    expect(await say(galih, 'Tanpa nama', [tariId])).toBe('422 unknownColleague');
    expect(await say(galih, `@${tari.name}`, [tariId, 2_000_000])).toBe('422 unknownColleague');
    const eleven = Array.from({ length: 11 }, (_, index) => index + 1);
    expect(await say(galih, `@${tari.name}`, eleven)).toBe('400 invalid');
    expect(await say(clerk, `@${tari.name}`, [tariId])).toBe('403 notAllowed');
    expect(await refusal(clerk.listColleagues({ number }))).toBe('403 notAllowed');
    expect((await galih.listColleagues({ number })).map(({ name }) => name)).not.toContain(galih.name);
    expect(await notices(number)).toEqual([]);
  });

  test('is nobody who may not see a confidential ticket', async () => {
    const number = (await file(clerk, 'SEC-01')).number;
    expect(await laila.getTicket({ number })).toMatchObject({ isConfidential: true });
    const ofTicket = await laila.listColleagues({ number });
    expect(ofTicket.map(({ name }) => name)).not.toContain(tari.name);
    expect(ofTicket.map(({ name }) => name)).toContain(nisa.name);
    const body = `@${tari.name} @${nisa.name}`;
    const ids = [await staffId(world, tari.name), await staffId(world, nisa.name)];
    const note = (mentions: number[]) => laila.commentOnTicket({ number, body, internal: true, mentions });
    expect(await refusal(note(ids))).toBe('422 unknownColleague');
    await note(ids.slice(1));
    expect(await notices(number)).toEqual([{ name: nisa.name, kind: 'mentioned', text: null, is_mailed: true }]);
  });
});

describe('handing over', () => {
  const HANDED = 'Kabelnya baik; tampaknya aplikasinya.';
  test('an officer gives it to another team with a note, and is neither asked nor in charge any more', async () => {
    const number = await taken();
    expect(await refusal(act(ilham, number, 'release'))).toBe('403 notAllowed');
    expect(await refusal(act(galih, number, 'release', { team: 'TIM-X' }))).toBe('422 unknownTeam');
    expect(await act(galih, number, 'release', { team: 'TIM-APP', reason: HANDED })).toMatchObject({
      status: 'IN_PROGRESS',
      assignee: null,
      team: { code: 'TIM-APP' },
    });
    const entry = await last(number);
    expect(entry).toMatchObject({ event: 'release', text: HANDED, status: null });
    expect(Object.keys(entry?.facts ?? {})).toEqual(['team']);
    expect(await refusal(act(galih, number, 'release'))).toBe('409 wrongStatus');
    const { rows } = await world.database.query<{ why: string }>(
      "select distinct why from notices where ticket_number = $1 and kind = 'queued' order by why",
      [number],
    );
    expect(rows.map(({ why }) => why)).toEqual(['coordinator', 'team']);
    // The coordinator takes it from whoever has it; that person hears of it.
    await act(ilham, number, 'claim');
    await act(laila, number, 'release', { reason: 'Ilham cuti' });
    expect(
      (
        await world.database.query(
          "select 1 from notices where ticket_number = $1 and kind = 'queued' and why = 'formerAssignee'",
          [number],
        )
      ).rowCount,
    ).toBe(1);
  });
  test('verified for another team it stays Baru, answered, and without an officer', async () => {
    const number = await open();
    const forwarded = await act(galih, number, 'forward', { team: 'TIM-APP', priority: 'LOW' });
    expect(forwarded).toMatchObject({ status: 'NEW', assignee: null, team: { code: 'TIM-APP' }, priority: 'LOW' });
    expect([forwarded.verifiedAt, forwarded.firstResponseAt]).toEqual([expect.any(String), expect.any(String)]);
    // Sent back for completion it is looked at anew, and comes back to Baru.
    await act(ilham, number, 'returnForCompletion', { question: 'Di gedung mana?' });
    expect(await clerk.commentOnTicket({ number, body: 'Gedung A.' })).toMatchObject({
      status: 'NEW',
      verifiedAt: null,
    });
    expect(await act(ilham, number, 'claim')).toMatchObject({ status: 'IN_PROGRESS', assignee: { name: ilham.name } });
  });
  test('what waits is resolved in one go, and the history tells of the work going on before', async () => {
    for (const [action, given] of [
      ['askRequester', { question: 'Sejak kapan?' }],
      ['waitThirdParty', { party: 'Vendor', reason }],
    ] as const) {
      const number = await taken();
      const { status } = await act(galih, number, action, given);
      expect(await act(galih, number, 'resolve', { resolutionSummary: 'Kabel sudah diganti.' })).toMatchObject({
        status: 'RESOLVED',
      });
      const told = (await clerk.getTimeline({ number })).slice(-2);
      expect(told.map(({ event, status: move }) => [event, move])).toEqual([
        ['resume', { from: status, to: 'IN_PROGRESS' }],
        ['resolve', { from: 'IN_PROGRESS', to: 'RESOLVED' }],
      ]);
    }
    const returned = await open();
    await act(galih, returned, 'returnForCompletion', { question: 'Di mana?' });
    expect(await refusal(act(laila, returned, 'resolve', { resolutionSummary: 'Kabel sudah diganti.' }))).toBe(
      '409 wrongStatus',
    );
  });
});

describe('another service or priority', () => {
  test('brings its team and its targets, and keeps every pause', async () => {
    const number = await taken('NET-01');
    await act(galih, number, 'askRequester', { question: 'Sejak kapan?' });
    const before = await later.clerk.commentOnTicket({ number, body: 'Kemarin.' });
    const after = await act(later.galih, number, 'recategorize', { category: 'HWR-01', reason });
    expect(after).toMatchObject({
      category: { code: 'HWR-01' },
      team: { code: 'TIM-INFRA' },
      sla: { pausedMinutes: before.sla.pausedMinutes },
    });
    expect(before.sla.pausedMinutes).toBeGreaterThan(450);
    expect(Date.parse(after.resolutionDueAt ?? '')).toBeGreaterThan(Date.parse(before.resolutionDueAt ?? ''));
    expect(await act(later.galih, number, 'recategorize', { category: 'NET-01' })).toMatchObject({
      resolutionDueAt: before.resolutionDueAt,
      responseDueAt: before.responseDueAt,
    });
    expect(await act(later.galih, number, 'recategorize', { category: 'APP-06' })).toMatchObject({
      team: { code: 'TIM-APP' },
      assignee: { name: galih.name },
    });
    expect(await refusal(act(later.galih, number, 'recategorize', { category: 'XYZ-99' }))).toBe('422 unknownCategory');
  });
  test('a secret stays one, whatever it is called', async () => {
    const { number } = await file(clerk, 'SEC-01');
    await act(nisa, number, 'claim');
    expect(await act(nisa, number, 'recategorize', { category: 'NET-01' })).toMatchObject({
      isConfidential: true,
      team: { code: 'TIM-INFRA' },
    });
    expect(await refusal(tari.getTicket({ number }))).toBe('404 notFound');
    const plain = await open();
    expect(
      await act(galih, plain, 'recategorize', { category: 'SEC-06' }).then(({ isConfidential }) => isConfidential),
    ).toBe(false);
    await act(laila, plain, 'recategorize', { category: 'SEC-01' });
    expect(await refusal(tari.getTicket({ number: plain }))).toBe('404 notFound');
  });
  test('a service without targets of its own follows the priority; one with its own does not', async () => {
    await withoutOwnTargets(world, 'LLN-01');
    const { priorities } = await clerk.getCatalog({});
    const minutes = (code: string) => priorities.find((priority) => priority.code === code)?.resolutionMinutes ?? 0;
    expect(minutes('URGENT')).toBeLessThan(minutes('LOW'));
    const number = await taken('LLN-01');
    await act(galih, number, 'askRequester', { question: 'Apa?' });
    const waited = await later.clerk.commentOnTicket({ number, body: 'Ini.' });
    const urgent = await act(later.laila, number, 'setPriority', { priority: 'URGENT', reason });
    expect(urgent).toMatchObject({ priority: 'URGENT', sla: { pausedMinutes: waited.sla.pausedMinutes } });
    expect(Date.parse(urgent.resolutionDueAt ?? '')).toBeLessThan(Date.parse(waited.resolutionDueAt ?? ''));
    const { dueAt } = await laila.simulateDeadline({
      calendar: 'JAM_KERJA',
      start: urgent.submittedAt,
      minutes: minutes('URGENT') + urgent.sla.pausedMinutes,
    });
    expect(Math.abs(Date.parse(dueAt) - Date.parse(urgent.resolutionDueAt ?? ''))).toBeLessThan(60_000);
    expect(await act(later.laila, number, 'setPriority', { priority: waited.priority })).toMatchObject({
      resolutionDueAt: waited.resolutionDueAt,
    });

    const own = await taken('NET-01');
    const { resolutionDueAt } = await laila.getTicket({ number: own });
    expect(await act(galih, own, 'setPriority', { priority: 'URGENT' })).toMatchObject({
      priority: 'URGENT',
      resolutionDueAt,
    });
  });
});

describe('an event', () => {
  test('is confirmed ready once, which is what its readiness is judged by', async () => {
    const number = await open('VCN-01');
    expect(await act(galih, number, 'claim')).toMatchObject({
      sla: { readiness: 'RUNNING', isShortNotice: false },
      readyAt: null,
    });
    expect(await act(galih, number, 'confirmReady')).toMatchObject({
      status: 'IN_PROGRESS',
      sla: { readiness: 'ON_TIME' },
      readyAt: expect.any(String),
    });
    expect(await refusal(act(galih, number, 'confirmReady'))).toBe('409 wrongStatus');
    expect(await refusal(act(galih, await taken(), 'confirmReady'))).toBe('409 wrongStatus');
  });
});

describe('nobody answers', () => {
  test('a reminder is said and changes nothing else; closing waits until the city’s days are over', async () => {
    const number = await taken();
    await act(galih, number, 'askRequester', { question: 'Apa?' });
    expect(await act(galih, number, 'remind', { reason: 'Mohon dijawab' })).toMatchObject({
      status: 'WAITING_REQUESTER',
      sla: { resolution: 'PAUSED' },
    });
    expect(await refusal(act(galih, number, 'closeUnanswered'))).toBe('409 answerStillAwaited');
    const admin = await world.staff('Administrator Demo');
    const { version } = await admin.getSettings({});
    await admin.saveSettings({ version, changes: { closeUnansweredAfterDays: 2 } });
    await act(galih, number, 'remind');
    await expect(act(galih, number, 'closeUnanswered')).rejects.toMatchObject({
      code: 'answerStillAwaited',
      details: { until: expect.any(String) },
    });
    await letPass(world, number, 'unanswered_at');
    expect(await act(galih, number, 'closeUnanswered')).toMatchObject({
      status: 'RESOLVED',
      resolutionSummary: expect.stringContaining('tidak ada tanggapan'),
    });
    expect(await act(clerk, number, 'reopen', { reason: 'Baru sempat menjawab' })).toMatchObject({
      status: 'IN_PROGRESS',
      reopenCount: 1,
      closesUnansweredAt: null,
    });
    const returned = await open();
    await act(galih, returned, 'returnForCompletion', { question: 'Apa?' });
    await letPass(world, returned, 'unanswered_at');
    expect(await refusal(act(galih, returned, 'closeUnanswered'))).toBe('409 wrongStatus');
  });
});

describe('a result', () => {
  test('locks: afterwards the requester neither reopens nor speaks, the coordinator still may', async () => {
    const number = await taken();
    await act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti.' });
    expect(await act(clerk, number, 'reopen', { reason })).toMatchObject({
      reopenCount: 1,
      status: 'IN_PROGRESS',
      locksAt: null,
      assignee: { name: galih.name },
    });
    const resolved = await act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti lagi.' });
    expect(Date.parse(resolved.locksAt ?? '')).toBeGreaterThan(Date.now() + 2 * 86_400_000);
    await clerk.commentOnTicket({ number, body: 'Terima kasih.' });
    await letPass(world, number, 'locks_at');
    expect(await refusal(act(clerk, number, 'reopen', { reason }))).toBe('403 notAllowed');
    expect(await refusal(clerk.commentOnTicket({ number, body: 'Masih.' }))).toBe('403 notAllowed');
    expect(await clerk.getTicket({ number })).toMatchObject({ may: { comment: false }, actions: ['rate'] });
    expect(await act(laila, number, 'reopen', { reason })).toMatchObject({ reopenCount: 2 });
  });
});

test('the queue is asked who is waited for and since when, and each ticket says so', async () => {
  const [silent, away, other] = [await file(clerk, 'NET-01'), await file(clerk, 'NET-01'), await file(clerk, 'NET-01')];
  const numbers = [silent.number, away.number, other.number];
  for (const number of numbers) await galih.actOnTicket({ number, action: 'claim' });
  await galih.actOnTicket({ number: silent.number, action: 'askRequester', question: 'Di ruang mana?' });
  await galih.actOnTicket({
    ...{ number: away.number, action: 'waitThirdParty', party: 'Penyedia internet', reason: 'Kabel putus di jalan.' },
  });
  // Moved three days back, and forth again below: facts are compared with histories later on.
  const shift = (sign: '-' | '+') =>
    world.database.query(
      `update ticket_spans p set began_at = p.began_at ${sign} interval '3 days' from tickets t
       where t.id = p.ticket_id and p.ended_at is null and t.number = $1`,
      [away.number],
    );
  await shift('-');
  const asked = async (filters: Request<'listTickets'>) =>
    (await galih.listTickets({ ...filters, assignee: 'me', pageSize: 100 })).rows.filter(({ number }) =>
      numbers.includes(number),
    );
  const found = async (filters: Request<'listTickets'>) => (await asked(filters)).map(({ number }) => number);
  expect(await found({ waitingFor: 'requester' })).toEqual([silent.number]);
  expect(await found({ waitingFor: 'thirdParty' })).toEqual([away.number]);
  expect((await found({ waitingDays: 3 })).sort()).toEqual([away.number]);
  expect(await found({ waitingDays: 4 })).toEqual([]);
  expect(await found({ waitingFor: 'requester', waitingDays: 1 })).toEqual([]);
  const today = wibDay(Date.now());
  expect((await found({ from: today })).sort()).toEqual([...numbers].sort());
  expect(await found({ from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
  const rows = await asked({});
  expect(rows.map(({ number, waitingSince }) => [number, waitingSince !== null]).sort()).toEqual([
    [silent.number, true],
    [away.number, true],
    [other.number, false],
  ]);
  expect(await galih.getTicket({ number: away.number })).toMatchObject({
    waitingParty: 'Penyedia internet',
    waitingSince: expect.any(String) as string,
  });
  expect((await galih.getTicket({ number: silent.number })).waitingParty).toBeNull();
  await shift('+');
});

test('work after a reopening is added to the work before it, and what is not told adds nothing', async () => {
  const number = await taken();
  const resolve = (given: object = {}) =>
    act(galih, number, 'resolve', { resolutionSummary: 'Kabel diganti.', ...given });
  expect(await resolve({ effortMinutes: 45 })).toMatchObject({ effortMinutes: 45 });
  await act(clerk, number, 'reopen', { reason });
  expect(await resolve({ effortMinutes: 30 })).toMatchObject({ effortMinutes: 75 });
  await act(clerk, number, 'reopen', { reason });
  expect(await resolve()).toMatchObject({ effortMinutes: 75 });
});

test('working time is told several times, for a colleague too, put right by a counter-entry, and read by the desk alone', async () => {
  const number = await taken();
  const today = wibDay(Date.now());
  const told = { effortMinutes: 40, effortKind: 'ON_SITE', effortDay: today };
  const colleague = await staffId(world, 'Ilham Syahputra');
  await act(galih, number, 'recordEffort', { ...told, reason: 'Menarik kabel ke lantai dua.' });
  const { effort } = await act(galih, number, 'recordEffort', { ...told, effortMinutes: 25, effortBy: colleague });
  expect(effort).toEqual([
    expect.objectContaining({ worker: { id: await staffId(world, galih.name), name: galih.name }, minutes: 40 }),
    expect.objectContaining({ worker: { id: colleague, name: ilham.name }, kind: 'ON_SITE', day: today, note: null }),
  ]);
  const wrong = { effortEntry: effort[0]?.id, effortMinutes: 30, reason: 'Istirahat terhitung.' };
  const mended = await act(galih, number, 'correctEffort', wrong);
  expect(mended).toMatchObject({ effortMinutes: 55, effort: [{ minutes: 30, recordedMinutes: 40 }, { minutes: 25 }] });
  const history = await galih.getTimeline({ number });
  expect(history.filter(({ facts }) => facts['effortMinutes']).map(({ facts }) => facts['effortMinutes'])).toEqual([
    ...['40', '25', '-10'],
  ]);

  const report = await laila.getReport({ report: 'effort', from: today, to: today, assignee: colleague });
  expect(report.totals).toMatchObject({ effortMinutes: 25, effortEntries: 1 });
  const { rows: listed } = await laila.listTickets({ worker: colleague, workedFrom: today, workedTo: today });
  expect(listed.map((ticket) => ticket.number)).toEqual([number]);
  expect((await clerk.getTicket({ number })).effort).toEqual([]);
  expect((await clerk.getTimeline({ number })).some(({ facts }) => facts['effortDay'])).toBe(false);

  for (const [given, refused] of [
    [{ ...told, effortMinutes: 0 }, '400 invalid'],
    [{ ...told, effortMinutes: -5 }, '400 invalid'],
    [{ ...told, effortMinutes: 1441 }, '400 invalid'],
    [{ ...told, effortDay: '2999-01-01' }, '400 invalid'],
    [{ ...told, effortDay: '2020-01-01' }, '400 invalid'],
    [{ ...told, effortBy: 999_999 }, '422 unknownAssignee'],
  ] as const)
    expect(await refusal(act(galih, number, 'recordEffort', given))).toBe(refused);
  for (const given of [{ ...wrong, effortEntry: 1 }, wrong, { ...wrong, effortMinutes: 1441 }])
    expect(await refusal(act(galih, number, 'correctEffort', given))).toBe('400 invalid');
  expect((await world.database.query('select * from wrong_facts(0, 1000000)')).rows).toEqual([]);
});

describe('what every action has in common', () => {
  const SAMPLE: Partial<Record<ActionField, unknown>> = { party: 'Vendor', rating: 3, effortMinutes: 5 };
  test.each([
    ['assign', async () => [laila, await open()]],
    ['returnForCompletion', async () => [galih, await open()]],
    ['dispose', async () => [laila, await open()]],
    ['issueLetter', async () => [laila, await open()]],
    ['setPriority', async () => [laila, await open()]],
    ['recategorize', async () => [laila, await open()]],
    ['addHelper', async () => [galih, await taken()]],
    ['removeHelper', async () => [galih, await taken()]],
    ['askRequester', async () => [galih, await taken()]],
    ['waitThirdParty', async () => [galih, await taken()]],
    ['resolve', async () => [galih, await taken()]],
    ['reject', async () => [galih, await open()]],
    ['requestCancel', async () => [clerk, await taken()]],
    ['cancel', async () => [clerk, await open()]],
    ['link', async () => [galih, await open()]],
    ['unlink', async () => [galih, await open()]],
  ] as const satisfies readonly (readonly [Action, () => Promise<readonly [Person, string]>])[])(
    '%s: what it needs must be there, and nothing of another action',
    async (action, prepare) => {
      const [person, number] = await prepare();
      const { needs, takes } = transitionOf(action);
      await expect(act(person, number, action)).rejects.toMatchObject({
        code: 'missingFields',
        details: { issues: needs.map((field) => expect.objectContaining({ field, code: 'required' })) },
      });
      const strange = (Object.keys(SAMPLE) as ActionField[])
        .filter((field) => ![...needs, ...takes].includes(field))
        .slice(0, 1);
      const { status, body } = await bare(world, person)('post', `/tickets/${number}/actions/${action}`).send({
        [strange[0] ?? '']: SAMPLE[strange[0] as ActionField],
      });
      expect([status, body.error.details.code, body.error.details.issues[0].field]).toEqual([
        400,
        'unknownParameter',
        strange[0],
      ]);
      expect(
        (
          await bare(world, person)('post', `/tickets/${number}/actions/${action}`).send({
            [needs[0] ?? '']: { $ne: null },
          })
        ).status,
      ).toBe(400);
    },
  );

  test('both doors lead to the same desk: a session of one is none at the other', async () => {
    const number = await open();
    for (const [person, door] of [
      [clerk, '/ticketing'],
      [galih, '/api/ticketing'],
    ] as const)
      expect(
        (await bare(world, person)('post', `/tickets/${number}/actions/cancel`, door).send({ reason })).status,
      ).toBe(401);
    expect(await act(clerk, number, 'cancel', { reason })).toMatchObject({ status: 'CANCELLED' });
  });
});

test('the log is whole after all this', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
});
