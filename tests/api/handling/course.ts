import { carry, file, refusal, withoutOwnTargets } from '../../support/desk';
import { world, clerk, galih, ilham, tari, nisa, laila, later, reason, act, open, taken, last, rowOf } from './stage';

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
