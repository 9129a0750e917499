import fs from 'node:fs';
import path from 'node:path';
import { urlOf } from '../support/databases';
import { ROOT, startCms } from '../support/servers';
import { openWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const FILES = fs.readdirSync(path.join(ROOT, 'database/seed/guides')).filter((name) => name.endsWith('.md'));
const reboot = async (): Promise<void> => {
  await (
    await startCms(
      urlOf(world.databaseName),
      path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-again`),
    )
  ).stop();
};
const slugs = async (): Promise<string[]> =>
  (await world.database.query<{ slug: string }>('select slug from guides order by slug')).rows.map(({ slug }) => slug);
const grants = async (): Promise<string[]> =>
  (
    await world.database.query<{ grant: string }>(`
  select p.subject || ' ' || split_part(p.action, '.', 3) as grant from admin_permissions p join admin_permissions_role_lnk l on l.permission_id = p.id join admin_roles r on r.id = l.role_id
  where r.code = 'ticketing-admin' and p.subject in ('api::guide.guide', 'api::announcement.announcement') order by 1`)
  ).rows.map(({ grant }) => grant);

test('every seed document is a guide, and its links lead to guides and services that exist', async () => {
  expect(await slugs()).toEqual(FILES.map((name) => name.slice(0, -3)).sort());
  const { rows } = await world.database.query<{ slug: string; body: string; english: string; keywords: string }>(
    "select slug, body || coalesce(english_body, '') as body, english_body as english, keywords from guides",
  );
  const { rows: services } = await world.database.query<{ code: string }>('select code from categories');
  const known = [
    ...rows.map(({ slug }) => `/panduan/${slug}`),
    ...services.map(({ code }) => `/tiket/baru?layanan=${code}`),
    '/tiket/baru',
    '/pengumuman',
    '/dasbor',
    '/layar',
    '/laporan',
    '/verifikasi',
  ];
  const links = rows.flatMap(({ slug, body }) =>
    [...body.matchAll(/\]\((\/[^)]*)\)/g)].map(([, to]) => ({ slug, to })),
  );
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter(({ to }) => !known.includes(to ?? ''))).toEqual([]);
  expect(rows.filter(({ keywords }) => !keywords)).toEqual([]);
  expect(rows.filter(({ english }) => !english)).toEqual([]);
});

test('a database from before there were guides receives them, with the administrator’s right to edit; what was edited or taken away stays so', async () => {
  const before = await grants();
  expect(before).toEqual(
    ['api::announcement.announcement', 'api::guide.guide'].flatMap((subject) =>
      ['create', 'delete', 'read', 'update'].map((action) => `${subject} ${action}`),
    ),
  );
  await world.database.query(
    "delete from guides; delete from admin_permissions p using admin_permissions_role_lnk l, admin_roles r where l.permission_id = p.id and r.id = l.role_id and r.code = 'ticketing-admin' and p.subject like 'api::guide%'; delete from strapi_core_store_settings where key = 'plugin_ticketing_granted-subjects'",
  );
  await reboot();
  expect(await slugs()).toHaveLength(FILES.length);
  expect(await grants()).toEqual(expect.arrayContaining(before));

  await world.database.query(
    "delete from guides where slug <> 'panduan-skpd'; update guides set title = 'Diubah kota'; delete from admin_permissions where subject = 'api::guide.guide'",
  );
  await reboot();
  expect((await world.database.query('select title from guides')).rows).toEqual([{ title: 'Diubah kota' }]);
  expect((await grants()).filter((grant) => grant.startsWith('api::guide'))).toEqual([]);
});
