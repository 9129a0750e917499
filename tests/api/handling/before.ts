import { LETTER_FIELD } from 'strapi-plugin-ticketing/domain';
import { attachDocuments, carry, fileBare, formFor, refusal, setService, staffId } from '../../support/desk';
import { fileOf, PDF } from '../../support/files';
import { world, clerk, galih, ilham, tari, nisa, laila, reason, act, open, taken } from './stage';

describe('approval', () => {
  test('work waits for it, by name, and the approver’s team gives it', async () => {
    const number = await open('NET-07');
    expect(await laila.getTicket({ number })).toMatchObject({ approval: { approver: 'TIM-SANDI', approvedAt: null } });
    const line = async () => (await laila.listTickets({ q: number })).rows[0];
    expect(await line()).toMatchObject({ number, pendingApprover: 'TIM-SANDI' });
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
    expect(await line()).toMatchObject({ number, pendingApprover: null });
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
    const [{ id }, strange, inside] = [
      await laila.addAttachment({ number, field: LETTER_FIELD, file: fileOf('disposisi.pdf', PDF) }),
      await laila.addAttachment({ number: other, file: fileOf('lain.pdf', PDF) }),
      await laila.addAttachment({ number, internal: 'true', file: fileOf('dalam.pdf', PDF) }),
    ];
    // Nor one for officers alone: the letter is told to all who read the ticket.
    for (const document of [strange.id, inside.id])
      expect(await refusal(act(laila, number, 'dispose', { ...letter, document }))).toBe('422 unknownDocument');
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
