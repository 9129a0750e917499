import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { LANGUAGES, NOTICE_KINDS, type Language } from 'strapi-plugin-ticketing/domain';
import { write } from '../../plugins/ticketing/server/mail';
import { LETTERS } from '../../plugins/ticketing/server/mail/wording';
import { trialLetter } from '../../plugins/ticketing/server/notifications/trial';
import { QUIET } from '../support/browser';
import { shiftedTo } from '../support/clock';
import { ANNOUNCEMENT, announcement, linkTo, screens } from '../support/content';
import { bringToRest, runJob, until } from '../support/jobs';
import { openMailbox, type Mailbox } from '../support/mail';
import { openWorld, outage, type World } from '../support/world';

/**
 * Every letter there is, to be looked at: `npm run bench -- letters` writes text and HTML of each, and pictures on phone
 * and desktop, light and dark, into `.tmp/letters`. Judges nothing but that each could be written.
 */
const FOLDER = path.join(__dirname, '../../.tmp/letters');
const WIDTHS = { phone: 375, desktop: 700 } as const;
/** On one picture. */
const MOST = 6;

interface Look {
  readonly name: string;
  readonly text: string;
  readonly html: string;
}
let world: World;
let mailbox: Mailbox;
let browser: Browser;
const looks: Look[] = [];

/** A Monday morning at the office: the digests are due. */
const MONDAY = '2027-03-01T07:00+07:00';

beforeAll(async () => {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  mailbox = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? '', `looks-${process.pid}`));
  world = await openWorld({ SMTP_URL: mailbox.smtpUrl, ...shiftedTo(MONDAY) });
  await bringToRest(world.database);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
    args: QUIET,
  });
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await mailbox.close();
});

/** Letters about a real ticket, as the panel previews them. */
async function ofTickets(): Promise<void> {
  const admin = await world.staff('Administrator Demo');
  for (const language of LANGUAGES)
    for (const kind of NOTICE_KINDS) {
      const { text, html } = await admin.previewLetter({ kind, language });
      looks.push({ name: `${kind}-${language}`, text, html });
    }
}

/** Letters about an account, and those that bring a file. */
function ofAccounts(): void {
  const facts = {
    ...{ name: 'Hj. Rahmawati Syafruddin, S.Kom., M.M.', username: 'rahmawati.syafruddin', device: 'Chrome · Android' },
    ...{
      address: '2001:db8:85a3::8a2e:370:7334',
      when: 'Senin, 1 Maret 2027 pukul 07.00 WIB',
      until: 'Senin, 1 Maret 2027 pukul 08.00 WIB',
    },
    ...{
      email: 'rahmawati.syafruddin@bukittinggi.test',
      site: 'https://layanan.bukittinggi.test',
      title: 'Laporan bulanan pimpinan',
    },
    ...{
      from: '1 Februari 2027',
      to: '28 Februari 2027',
      reports: '“Ringkasan”, “Menurut SKPD”',
      number: 'TIK-2027-00012',
    },
    ...{ document: 'Berita Acara Penyelesaian Pekerjaan', sender: 'Galih Ramadhan' },
    link: `https://layanan.bukittinggi.test/atur-ulang-sandi?kode=${'k'.repeat(43)}`,
  };
  const sender = {
    systemName: 'Meja Layanan Kominfo',
    office: 'Dinas Komunikasi dan Informatika',
    contact: ['Jalan Kusuma Bhakti', 'Telepon (0752) 33369'],
  };
  for (const language of LANGUAGES) {
    for (const kind of LETTERS) looks.push({ name: `${kind}-${language}`, ...write(kind, language, sender, facts) });
    looks.push({ name: `trial-${language}`, ...trialLetter(sender, language, facts.name) });
  }
}

/** A disturbance or maintenance that begins and is over. */
async function announce(kind: 'DISTURBANCE' | 'MAINTENANCE', title: string): Promise<void> {
  const edit = screens(world);
  const endsAt = '2027-03-02T00:00:00Z';
  const said = announcement(-1, null, { kind, title, endsAt, services: await linkTo(world, 'NET') });
  const { body } = await edit('post', ANNOUNCEMENT, '', said);
  await world.database.query(
    "update announcements set updated_at = now() - interval '30 minutes', starts_at = '2027-02-28T23:00:00Z'",
  );
  await runJob(world.database, 'announcements');
  await edit('delete', ANNOUNCEMENT, `/${String(body.data?.documentId)}`);
  await runJob(world.database, 'announcements');
}

const allLeft = () =>
  until('every letter has left', async () => {
    await world.database.query("update pgboss.job set start_after = now() where name = 'letters' and state < 'active'");
    const { rows } = await world.database.query("select 1 from letters where state in ('WAITING', 'SENDING') limit 1");
    return rows.length === 0;
  });

/** Letters that come of themselves, one in which much happened, and one that may say nothing. */
async function ofTheDay(language: Language): Promise<void> {
  await world.database.query('update up_users set language = $1', [language]);
  await world.database.query('update admin_users set prefered_language = $1', [language]);
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage({ title: `Gangguan ${'jaringan '.repeat(12)}` }));
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({
    number,
    action: 'askRequester',
    question: `${'Mohon dijelaskan. '.repeat(30)}\n\nSejak kapan?`,
  });
  await officer.commentOnTicket({ number, body: `https://contoh.bukittinggi.test/${'panjang'.repeat(30)}` });
  const { rows: secret } = await world.database.query<{ number: string; officer: string }>(
    'select t.number, u.name as officer from tickets t join desk_staff() u on u.id = t.assignee_id where is_confidential limit 1',
  );
  for (const each of secret)
    await (await world.staff(each.officer)).commentOnTicket({ number: each.number, body: 'Tidak untuk surel.' });
  await announce('DISTURBANCE', `Jaringan terputus (${language})`);
  await announce('MAINTENANCE', `Penggantian perangkat (${language})`);
  await world.database.query("delete from news_told where subject in ('morning', 'week')");
  await runJob(world.database, 'digests');
  await allLeft();
}

/** From now on letters may be answered by mail, and say where the answer begins. */
async function takeAnswers(): Promise<void> {
  const admin = await world.staff('Administrator Demo');
  const { version } = await admin.getInboundMail({});
  await admin.saveInboundMail({
    version,
    settings: {
      ...{ isOn: true, host: '127.0.0.1', port: 1143, security: 'none', username: 'balas', password: 'rahasia' },
      ...{ folder: 'INBOX', address: 'balas@kota.test', takesBounces: true },
    },
  });
}

/** An invitation to a survey, in both languages. */
async function invite(): Promise<void> {
  await world.database.query("update up_users set language = case when id % 2 = 0 then 'id' else 'en' end");
  await screens(world)('post', 'api::survey-period.survey-period', '', {
    ...{ name: 'Survei Kepuasan Masyarakat Semester I', startsOn: '2027-03-01', endsOn: '2027-03-31' },
    ...{ isActive: true, instrument: 'SKM-2017' },
  });
  await runJob(world.database, 'surveys');
  await allLeft();
}

/** Those that arrived, one of each kind: what it is about is cut off after the headline. */
async function arrived(): Promise<void> {
  const seen = new Set<string>();
  for (const { subject, text, html } of await mailbox.all()) {
    const name = subject
      .replace(/TIK-[\d-]+/g, '')
      .replace(/ – .*/, '')
      .replace(/[^\p{L}\d]+/gu, '-')
      .slice(0, 40);
    const isConfidential = /(rahasia|confidential): /.test(text);
    const isAnswerable = /di atas baris ini|above this line/.test(text);
    const full = `arrived-${name}${isConfidential ? '-rahasia' : ''}${isAnswerable ? '-balas' : ''}`;
    if (seen.has(full)) continue;
    seen.add(full);
    looks.push({ name: full, text, html });
  }
}

async function draw(width: number, colorScheme: 'light' | 'dark', name: string): Promise<void> {
  const page = await browser.newPage({ colorScheme, viewport: { width: width * 3, height: 900 } });
  for (let at = 0; at < looks.length; at += MOST) {
    const frames = looks
      .slice(at, at + MOST)
      .map(
        (look) =>
          `<figure style="margin:0;width:${width}px"><figcaption>${look.name}</figcaption><iframe style="border:0;width:${width}px" srcdoc="${look.html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe></figure>`,
      );
    await page.setContent(
      `<meta name="color-scheme" content="light dark"><div style="display:flex;flex-wrap:wrap;margin:-8px">${frames.join('')}</div>`,
    );
    // A letter that ends at the edge of its frame hides how it ends.
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('iframe'))
        each.style.height = `${each.contentDocument?.documentElement.scrollHeight ?? 0}px`;
    });
    await page.screenshot({
      path: path.join(FOLDER, `${name}-${String(at / MOST).padStart(2, '0')}.png`),
      fullPage: true,
    });
  }
  await page.close();
}

test(
  'every letter as text, as HTML and as a picture',
  async () => {
    await ofTickets();
    ofAccounts();
    for (const language of LANGUAGES) await ofTheDay(language);
    await takeAnswers();
    for (const language of LANGUAGES) await ofTheDay(language);
    await invite();
    await arrived();
    for (const { name, text, html } of looks) {
      fs.writeFileSync(path.join(FOLDER, `${name}.txt`), text);
      fs.writeFileSync(path.join(FOLDER, `${name}.html`), html);
    }
    for (const [device, width] of Object.entries(WIDTHS))
      for (const scheme of ['light', 'dark'] as const) await draw(width, scheme, `${device}-${scheme}`);
    process.stderr.write(`${looks.length} letters in ${FOLDER}\n`);
    expect(looks.length).toBeGreaterThan((NOTICE_KINDS.length + LETTERS.length) * LANGUAGES.length);
  },
  10 * 60_000,
);
