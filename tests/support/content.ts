import request from 'supertest';
import type { World } from './world';

type Method = 'get' | 'post' | 'put' | 'delete';
/** What an administrator does in Strapi's own screens. */
export const screens =
  (world: World) =>
  async (method: Method, uid: string, place = '', body?: object) => {
    const { token } = await world.staff('Administrator Demo');
    return request(world.cms.url)
      [method](`/content-manager/collection-types/${uid}${place}`)
      .set('authorization', `Bearer ${token}`)
      .send(body);
  };

export const GUIDE = 'api::guide.guide';
export const ANNOUNCEMENT = 'api::announcement.announcement';

/** A guide as an administrator writes one. */
export const guide = (over: object = {}) => ({
  title: 'Perbaikan printer kantor',
  slug: 'perbaikan-printer',
  kind: 'FAQ',
  isActive: true,
  summary: 'Printer macet atau tidak mencetak.',
  body: '## Kertas macet\n\nKeluarkan kertas **perlahan**, lalu nyalakan lagi.',
  keywords: 'tinta, cetak',
  order: 50,
  ...over,
});
const HOUR_MS = 3_600_000;
/** An announcement that begins and ends this many hours from now. */
export const announcement = (from: number, to: number | null, over: object = {}) => ({
  title: `Pengumuman ${from} sampai ${to ?? 'entah'}`,
  kind: 'DISTURBANCE',
  isActive: true,
  body: 'Petugas sedang memperbaikinya.',
  startsAt: new Date(Date.now() + from * HOUR_MS).toISOString(),
  endsAt: to === null ? null : new Date(Date.now() + to * HOUR_MS).toISOString(),
  ...over,
});

/** The services of these codes, as Strapi's screens link them. */
export async function linkTo(world: World, ...codes: string[]): Promise<{ connect: { id: number }[] }> {
  const { rows } = await world.database.query<{ id: number }>('select id from categories where code = any($1)', [
    codes,
  ]);
  return { connect: rows };
}
