import { outage } from '../../support/world';
import { figures, world } from './stage';

test('a clerk asks, an officer claims, asks back, the clerk answers, the officer resolves, and the leader sees the numbers move', async () => {
  const [clerk, officer, leader] = [await world.clerk(), await world.staff('Galih Ramadhan'), await world.leader()];
  const before = await figures();

  const submitted = await clerk.submitTicket(outage());
  expect(submitted.number).toMatch(/^TIK-\d{4}-\d{5}$/);
  const { number } = submitted;
  expect(await clerk.getTicket({ number })).toMatchObject({
    ...submitted,
    status: 'NEW',
    priority: 'HIGH',
    skpd: { code: 'DISDIKBUD' },
    team: { code: 'TIM-INFRA' },
    actions: ['cancel'],
  });
  expect((await officer.listTickets({ status: 'NEW' })).rows.map((row) => row.number)).toContain(number);
  expect(await figures()).toMatchObject({
    open: (before['open'] ?? 0) + 1,
    new: (before['new'] ?? 0) + 1,
    submitted: (before['submitted'] ?? 0) + 1,
  });

  const claimed = await officer.actOnTicket({ number, action: 'claim' });
  expect(claimed).toMatchObject({
    status: 'IN_PROGRESS',
    assignee: { name: 'Galih Ramadhan' },
    sla: { response: 'ON_TIME' },
  });
  expect(claimed.verifiedAt).not.toBeNull();
  expect(
    await officer.actOnTicket({ number, action: 'askRequester', question: 'Apakah lampu modem menyala merah?' }),
  ).toMatchObject({ status: 'WAITING_REQUESTER', sla: { resolution: 'PAUSED' } });
  expect(await clerk.commentOnTicket({ number, body: 'Ya, merah.' })).toMatchObject({ status: 'IN_PROGRESS' });
  await officer.commentOnTicket({ number, body: 'ODP lantai 2 rusak.', internal: true });
  expect(
    await officer.actOnTicket({
      number,
      action: 'resolve',
      resolutionSummary: 'Konektor diganti, koneksi kembali normal.',
      workDone: 'Ganti konektor',
      effortMinutes: 45,
    }),
  ).toMatchObject({ status: 'RESOLVED', sla: { resolution: 'ON_TIME' } });

  expect(await figures()).toMatchObject({
    open: before['open'],
    new: before['new'],
    resolved: (before['resolved'] ?? 0) + 1,
  });
  const seen = await leader.getTicket({ number });
  expect(seen).toMatchObject({ resolutionSummary: 'Konektor diganti, koneksi kembali normal.', actions: [] });
  const resolved = await leader.getReport({ report: 'summary' });
  const drill = resolved.rows.find(({ cells }) => cells['key'] === 'resolved')?.drill ?? {};
  expect((await leader.listTickets(drill)).rows.map((row) => row.number)).toContain(number);
});

test('the history tells what happened in order, and keeps internal notes from the clerk and the leader', async () => {
  const [clerk, officer, leader] = [await world.clerk(), await world.staff('Galih Ramadhan'), await world.leader()];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  const seen = await clerk.getTicket({ number });
  await officer.commentOnTicket({ number, body: 'Jangan tampil', internal: true });
  // Nor can it be told from a time that moves, by which lists are sorted.
  expect((await clerk.getTicket({ number })).updatedAt).toBe(seen.updatedAt);
  await officer.actOnTicket({
    number,
    action: 'waitThirdParty',
    party: 'Penyedia internet',
    reason: 'Menunggu teknisi',
  });
  const events = async (person: typeof clerk) => (await person.getTimeline({ number })).map(({ event }) => event);
  expect(await events(officer)).toEqual(['submit', 'claim', 'comment', 'waitThirdParty']);
  expect(await events(clerk)).toEqual(['submit', 'claim', 'waitThirdParty']);
  expect(await events(leader)).toEqual(['submit', 'claim', 'waitThirdParty']);
});

test('colleagues of the same SKPD share their tickets; another SKPD gets 404 everywhere', async () => {
  const [clerk, colleague, stranger] = [await world.clerk(), await world.colleague(), await world.stranger()];
  const { number } = await clerk.submitTicket(outage());
  expect(await colleague.getTicket({ number })).toMatchObject({ number });
  const attempts = [
    () => stranger.getTicket({ number }),
    () => stranger.getTimeline({ number }),
    () => stranger.listAttachments({ number }),
    () => stranger.commentOnTicket({ number, body: 'Halo' }),
    () => stranger.actOnTicket({ number, action: 'cancel', reason: 'x' }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
  expect((await stranger.listTickets({ q: number })).rows).toEqual([]);
});

test('a coordinator files for a caller, and the account with that address may follow it', async () => {
  const coordinator = await world.staff('Laila Safitri');
  const ticket = await coordinator.submitTicket(outage({ skpd: 'DISDIKBUD', channel: 'PHONE', priority: 'URGENT' }));
  expect(await (await world.clerk()).getTicket({ number: ticket.number })).toMatchObject({
    ...ticket,
    channel: 'PHONE',
    priority: 'URGENT',
    skpd: { code: 'DISDIKBUD' },
    requester: { name: 'Ratih Kusuma' },
  });
});

test('a clerk cancels while new, asks to cancel later, and an officer confirms', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const first = await clerk.submitTicket(outage());
  expect(await clerk.actOnTicket({ number: first.number, action: 'cancel', reason: 'Sudah normal' })).toMatchObject({
    status: 'CANCELLED',
    actions: [],
  });
  const second = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number: second.number, action: 'claim' });
  await expect(
    clerk.actOnTicket({ number: second.number, action: 'cancel', reason: 'Sudah normal' }),
  ).rejects.toMatchObject({ code: 'wrongStatus' });
  await expect(officer.actOnTicket({ number: second.number, action: 'cancel', reason: 'x' })).rejects.toMatchObject({
    code: 'wrongStatus',
  });
  await clerk.actOnTicket({ number: second.number, action: 'requestCancel', reason: 'Sudah normal' });
  expect(
    await officer.actOnTicket({ number: second.number, action: 'cancel', reason: 'Sesuai permintaan pemohon' }),
  ).toMatchObject({ status: 'CANCELLED' });
});

test('words may follow the one tap, once', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  expect(await clerk.actOnTicket({ number, action: 'rate', rating: 2 })).toMatchObject({
    rating: 2,
    ratingComment: null,
    actions: ['reopen', 'rate', 'explainRating'],
  });
  expect(
    await clerk.actOnTicket({ number, action: 'explainRating', ratingComment: 'Menunggu terlalu lama' }),
  ).toMatchObject({ rating: 2, ratingComment: 'Menunggu terlalu lama', actions: ['reopen', 'rate'] });
  expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({
    event: 'explainRating',
    text: 'Menunggu terlalu lama',
  });
});

test('a resolved ticket is rated with one tap that can be put right for an hour, and reopened within its window', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  expect(await clerk.actOnTicket({ number, action: 'rate', rating: 4, ratingComment: 'Cepat' })).toMatchObject({
    rating: 4,
  });
  expect(await clerk.actOnTicket({ number, action: 'rate', rating: 3 })).toMatchObject({
    rating: 3,
    ratingComment: 'Cepat',
  });
  // The hour goes by from the first tap on.
  await world.database.query("update tickets set rated_at = rated_at - interval '61 minutes' where number = $1", [
    number,
  ]);
  await expect(clerk.actOnTicket({ number, action: 'rate', rating: 1 })).rejects.toMatchObject({ code: 'wrongStatus' });
  expect(await clerk.actOnTicket({ number, action: 'reopen', reason: 'Putus lagi' })).toMatchObject({
    status: 'IN_PROGRESS',
    reopenCount: 1,
  });
});
