import { wibDay } from 'strapi-plugin-ticketing/domain';
import { ANNOUNCEMENT, announcement, linkTo, screens } from '../../support/content';
import { runJob, until } from '../../support/jobs';
import type { Person } from '../../support/world';
import { file, hurry, mailbox, world } from './stage';

/** Whether a clerk found this headline in a letter, and what the letter says. */
const letterTo = async (email: string, headline: string) =>
  (await mailbox.lettersTo(email)).find(({ subject }) => subject.includes(headline))?.text ?? null;

test('a disturbance reaches those it touches by letter and everybody in the product, once, and so does its end', async () => {
  const [{ clerk }, officer, edit] = [await file(), await world.staff('Galih Ramadhan'), screens(world)];
  const about = { title: 'Serat optik Balai Kota putus', services: await linkTo(world, 'NET') };
  const { body } = await edit('post', ANNOUNCEMENT, '', announcement(-1, null, about));
  // It is at rest: nobody has changed it for longer than letters gather.
  await world.database.query("update announcements set updated_at = updated_at - interval '3 minutes'");
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'announcements')).toBe('completed');
  await hurry();
  await until('the letter has come', async () => (await letterTo(clerk.email, 'Gangguan layanan')) !== null);
  const text = await letterTo(clerk.email, 'Gangguan layanan: Serat optik Balai Kota putus');
  expect(text).toContain('> Petugas sedang memperbaikinya.');
  expect(text).toContain('Kenapa saya menerima ini? Anda mempunyai permintaan pada layanan ini.');
  expect(text).toContain('/profil/pemberitahuan');
  const { rows: told } = await world.database.query<{ told: number; people: number; strangers: number }>(
    `select count(*)::int as told, count(distinct (recipient_kind, recipient_id))::int as people,
      count(*) filter (where letter_id is not null and (recipient_kind = 'staff' or not exists (select 1 from tickets t
        join categories c on c.id = t.category_id where t.requester_id = recipient_id and c.code like 'NET-%' and
        t.status in ('NEW', 'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY'))))::int as strangers
      from notices where subject = $1`,
    [about.title],
  );
  expect(told[0]?.told).toBe(told[0]?.people);
  expect(told[0]?.strangers).toBe(0);
  const inProduct = async (person: Person) =>
    (await person.listNotices({})).notices.filter((each) => each.about === 'news' && each.subject === about.title);
  expect(await inProduct(officer)).toMatchObject([
    { kind: 'disturbance', why: 'officer', isRead: false, address: expect.stringMatching(/\/pengumuman$/) },
  ]);

  await edit('delete', ANNOUNCEMENT, `/${String(body.data.documentId)}`);
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'announcements')).toBe('completed');
  await hurry();
  await until('its end has come', async () => (await letterTo(clerk.email, 'Sudah pulih')) !== null);
  expect((await inProduct(clerk)).map(({ kind }) => kind)).toEqual(['disturbanceOver', 'disturbance']);
});

test('whoever was served is invited to a survey that opens, once', async () => {
  const { clerk } = await file();
  const name = 'Survei singkat layanan jaringan';
  const today = wibDay(Date.now());
  const made = await screens(world)('post', 'api::survey-period.survey-period', '', {
    name,
    startsOn: today,
    endsOn: wibDay(Date.now() + 7 * 86_400_000),
    isActive: true,
    instrument: 'SKM-2017',
  });
  expect([made.status, made.body.error?.message]).toEqual([201, undefined]);
  for (const _ of ['once', 'again']) expect(await runJob(world.database, 'surveys')).toBe('completed');
  await hurry();
  await until('the invitation has come', async () => (await letterTo(clerk.email, name)) !== null);
  const text = await letterTo(clerk.email, name);
  expect(text).toMatch(/\/survei\/[\w-]{20,}/);
  expect(text).toContain('Anda mengajukan permintaan dalam setahun terakhir.');
  const { notices } = await clerk.listNotices({});
  expect(notices.filter(({ kind }) => kind === 'survey')).toHaveLength(1);
});
