import type { Core } from '@strapi/strapi';
import { dayNumber, dayStart, HOUR_MS, weekdayOf } from '../../domain';
import { UID } from '../database/content-types';

const SATURDAY = 6;

/** A sample of what the city would announce: maintenance on the coming Saturday evening, 20.00–24.00 WIB. */
export async function announceMaintenance(strapi: Core.Strapi, now = Date.now()): Promise<void> {
  const today = dayNumber(now);
  const start = dayStart(today + ((SATURDAY - weekdayOf(today) + 7) % 7 || 7)) + 20 * HOUR_MS;
  const network = (await strapi.db.query(UID.category).findOne({ where: { code: 'NET' } })) as { id: number };
  await strapi.documents(UID.announcement).create({
    data: {
      kind: 'MAINTENANCE',
      title: 'Pergantian perangkat inti jaringan Balai Kota',
      isActive: true,
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + 4 * HOUR_MS).toISOString(),
      services: [network.id],
      body:
        'Internet dan jaringan di seluruh gedung Balai Kota terputus selama pekerjaan berlangsung. Server dan ' +
        'aplikasi di pusat data tetap dapat dibuka lewat internet lain.\n\nBila setelah pekerjaan selesai ' +
        'jaringan di ruangan Anda belum pulih, ajukan [Gangguan internet / jaringan ' +
        'kantor](/tiket/baru?layanan=NET-01).',
    } as never,
  });
}
