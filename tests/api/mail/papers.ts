import { refusal } from '../../support/desk';
import { fileOf } from '../../support/files';
import { until } from '../../support/jobs';
import type { Person } from '../../support/world';
import { allCarried, file, filesOf, mailbox, world } from './stage';

test('a paper goes by e-mail to whoever asks, and a final one to whoever asked for the work, as it was issued', async () => {
  const [{ clerk, number }, galih, stranger] = [
    await file(),
    await world.staff('Galih Ramadhan'),
    await world.stranger(),
  ];
  const kind = 'completion-report';
  const offered = async (who: Person) => (await who.listDocuments({ number })).find((one) => one.kind === kind);
  await galih.actOnTicket({ number, action: 'claim' });
  expect([(await offered(galih))?.mailableTo, (await offered(clerk))?.mailableTo]).toEqual([['ME'], ['ME']]);
  // A preview is for one's own eyes.
  expect(await refusal(galih.mailDocument({ number, kind, to: 'REQUESTER' }))).toBe('409 notByMail');
  await galih.actOnTicket({
    ...{ number, action: 'resolve' as const, workDone: 'Konektor diganti.' },
    resolutionSummary: 'Internet di loket kembali normal dan diuji bersama petugas unit.',
  });
  expect((await offered(galih))?.mailableTo).toEqual(['ME', 'REQUESTER']);
  expect((await offered(clerk))?.mailableTo).toEqual(['ME']);
  for (const [who, to, said] of [
    [stranger, 'ME', '404 notFound'],
    [clerk, 'REQUESTER', '409 notByMail'],
    [await world.leader(), 'REQUESTER', '409 notByMail'],
  ] as const)
    expect(await refusal(who.mailDocument({ number, kind, to }))).toBe(said);

  expect(await galih.mailDocument({ number, kind, to: 'REQUESTER' })).toEqual({ sentTo: clerk.name });
  await allCarried(number);
  const letter = await mailbox.next(clerk.email, `[${number}] Berita Acara Penyelesaian Pekerjaan`);
  expect(letter.text).toContain('Galih Ramadhan meminta agar dokumen ini dikirim');
  const verdict = await clerk.verifyFile({ file: fileOf('ba.pdf', await mailbox.fileOf(letter)) });
  expect(verdict).toMatchObject({ verdict: 'GENUINE', document: { ticketNumber: number, kind } });

  // What has left does not lie here a second time: a final paper is kept where it was issued.
  const lying = () => filesOf(number);
  await until('what was sent is forgotten', async () => (await lying()).length === 0);
  // To oneself it is the same paper; who took it along is written down for the auditor alone.
  expect(await clerk.mailDocument({ number, kind, to: 'ME' })).toEqual({ sentTo: clerk.email });
  await allCarried(number);
  const again = await clerk.verifyFile({
    file: fileOf('ba.pdf', await mailbox.fileOf(await mailbox.next(clerk.email, 'Berita Acara'))),
  });
  expect(again.document).toEqual(verdict.document);
  expect(await lying()).toEqual([]);
  const told = (await clerk.getTimeline({ number })).filter(({ event }) => event.endsWith('Document'));
  expect(told.map(({ event, facts }) => [event, facts['recipient']])).toEqual([
    ['issueDocument', undefined],
    ['mailDocument', clerk.name],
  ]);
  const taken = await world.database.query(
    "select payload from audit_entries where subject_id = $1 and event = 'printDocument' and actor_name = $2",
    [number, clerk.name],
  );
  expect(taken.rows).toMatchObject([{ payload: { facts: { recipient: clerk.email } } }]);
});
