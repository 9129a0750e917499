import path from 'node:path';
import { runJob, until } from '../../support/jobs';
import { openMailbox } from '../../support/mail';
import { type PortalAccount, signInPortal, signInStaff, type StaffAccount } from '../../support/world';
import { cmsAt, numbers, stopAll, world } from './stage';

/** The next Monday but one on which people work, at seven in the morning on their clock. */
async function monday(): Promise<Date> {
  const DAY_MS = 86_400_000;
  const { rows } = await world.database.query<{ day: string }>('select date::text as day from holidays');
  const today = Math.floor((Date.now() + 7 * 3_600_000) / DAY_MS);
  for (let day = today + 7; ; day += 1) {
    const date = new Date(day * DAY_MS);
    if (date.getUTCDay() === 1 && !rows.some((row) => row.day === date.toISOString().slice(0, 10))) return date;
  }
}

test('on the first working morning of a week officers have their list and leaders the week in brief, once; a click ends it', async () => {
  const mailbox = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? '', `morning-${process.pid}`));
  const at = await monday();
  // The cms of the days before would carry letters too, into nowhere, and its own would go first.
  await stopAll();
  await world.database.query("delete from pgboss.job where name = 'letters'; delete from letters");
  const server = await cmsAt(at, { SMTP_URL: mailbox.smtpUrl });
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'digests')).toBe('completed');
  const { portal, staff } = world.accounts;
  const account = staff.find(({ name }) => name === 'Galih Ramadhan') as StaffAccount;
  const list = await mailbox.next(account.email, 'Daftar kerja pagi');
  expect(list.text).toContain(`${numbers.answered}: `);
  expect(list.text).toMatch(/Terlambat \(\d+\)/);
  expect(list.text).toContain('Kenapa saya menerima ini? Anda petugas meja layanan.');
  expect(await mailbox.headerOf(list, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');

  const chief = portal.find(({ role }) => role === 'LEADER') as PortalAccount;
  const week = await mailbox.next(chief.email, 'Ringkasan pekan');
  const day = (ahead: number) => new Date(at.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  const leader = await signInPortal(server.url, chief);
  const summary = await leader.getReport({ report: 'summary', from: day(-7), to: day(-1) });
  const open = summary.rows.find(({ cells }) => cells['key'] === 'open')?.cells;
  expect(open?.['current']).toBeGreaterThan(0);
  expect(week.text).toContain(`${open?.['label']}: ${open?.['current']}`);
  // What could not be measured has no line.
  expect(summary.rows.map(({ cells }) => cells['current'])).toContain(null);
  expect(week.text).not.toMatch(/: –$/m);
  await until('all have left', async () => (await mailbox.all()).length > 2);
  for (const { email } of [account, chief])
    expect((await mailbox.lettersTo(email)).filter(({ subject }) => /pagi|pekan/.test(subject))).toHaveLength(1);

  const address = /<(.*)>/.exec((await mailbox.headerOf(list, 'List-Unsubscribe')) ?? '')?.[1] ?? '';
  expect(list.text).toContain(`Berhenti menerima surat seperti ini: ${address}`);
  const code = new URL(address).searchParams.get('kode') ?? '';
  const officer = await signInStaff(server.url, account);
  await expect(leader.stopDigest({ code: code.replace('.morning.', '.week.') })).rejects.toMatchObject({
    code: 'linkSpent',
  });
  expect(await leader.stopDigest({ code })).toEqual({ digest: 'morning' });
  expect((await officer.getNoticeChoices({})).preferences.channels).toEqual({ morning: { mail: false } });
  await stopAll();
  await mailbox.close();
});
