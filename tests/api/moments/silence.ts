import { runJob } from '../../support/jobs';
import { type PortalAccount, signInPortal } from '../../support/world';
import { byItself, cmsAt, column, minutesFrom, numbers, stopAll, world } from './stage';

test('who does not answer is reminded once, also after a restart; an answer in time ends the waiting', async () => {
  const due = await column<Date>(numbers.asked, 'next_moment_at');
  const before = await cmsAt(minutesFrom(due, -30));
  const clerk = await signInPortal(before.url, world.accounts.portal[0] as PortalAccount);
  await clerk.commentOnTicket({ number: numbers.answered, body: 'Loket dua dan tiga.', internal: false });
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.asked)).toEqual([]);
  await stopAll();

  for (const minutes of [1, 2]) {
    await cmsAt(minutesFrom(due, minutes));
    await runJob(world.database, 'moments');
    await stopAll();
  }
  expect(await byItself(numbers.asked)).toEqual(['SYSTEM remind 1']);
  expect(await byItself(numbers.returned)).toEqual(['SYSTEM remind 1']);
  expect((await byItself(numbers.answered)).filter((entry) => entry.includes('remind'))).toEqual([]);
});

test('after four days the ticket closes, and says so a day ahead; what was never begun stays open', async () => {
  // A working day ahead the requester is told when, in the history and by letter.
  const closesAt = await column<Date>(numbers.asked, 'unanswered_at');
  const warner = await cmsAt(minutesFrom(await column<Date>(numbers.asked, 'next_moment_at'), 1));
  await runJob(world.database, 'moments');
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.asked)).toEqual(['SYSTEM remind 1', 'SYSTEM willClose']);
  const warned = await signInPortal(warner.url, world.accounts.portal[0] as PortalAccount);
  expect((await warned.listNotices({})).notices).toContainEqual(
    expect.objectContaining({
      kind: 'willClose',
      number: numbers.asked,
      why: 'requester',
      dueAt: closesAt.toISOString(),
    }),
  );
  await stopAll();

  const server = await cmsAt(minutesFrom(closesAt, 1));
  await runJob(world.database, 'moments');
  await runJob(world.database, 'moments');
  expect(await byItself(numbers.asked)).toEqual(['SYSTEM remind 1', 'SYSTEM willClose', 'SYSTEM closeUnanswered']);
  expect(await byItself(numbers.returned)).toEqual(['SYSTEM remind 1']);
  expect(await column(numbers.returned, 'status')).toBe('WAITING_REQUESTER');
  expect(await column(numbers.answered, 'status')).toBe('IN_PROGRESS');

  const clerk = await signInPortal(server.url, world.accounts.portal[0] as PortalAccount);
  const ticket = await clerk.getTicket({ number: numbers.asked });
  expect(ticket).toMatchObject({
    status: 'RESOLVED',
    resolutionSummary: 'Ditutup karena tidak ada tanggapan dari pemohon.',
  });
  expect(ticket.actions).toContain('reopen');
  expect((await clerk.getTimeline({ number: numbers.asked })).map(({ event }) => event)).toEqual([
    'submit',
    'claim',
    'askRequester',
    'remind',
    'willClose',
    'closeUnanswered',
  ]);
});

test('of what ended or came at short notice nothing was ever told', async () => {
  for (const number of [numbers.cancelled, numbers.hurried]) {
    expect(await byItself(number)).toEqual([]);
    expect(await column(number, 'next_moment_at')).toBeNull();
  }
});
