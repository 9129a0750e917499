import type { Core } from '@strapi/strapi';
import { UID } from '../database/content-types';
import { englishCategory, englishField, englishService, readEnglish, type SeedEnglish } from './english';
import { readSeed, type SeedCalendar, type SeedCatalog, type SeedService, type SeedSkpd } from './files';

const KINDS = { insiden: 'INCIDENT', permintaan: 'REQUEST', perubahan: 'CHANGE', konsultasi: 'CONSULTATION' } as const;
const HOLIDAY_KINDS = { libur_nasional: 'NATIONAL', cuti_bersama: 'JOINT_LEAVE' } as const;
export const WORKING_HOURS = 'JAM_KERJA';
export const AROUND_THE_CLOCK = '24X7';
/** Event services name two fields for their beginning and end; others say since when, or of when. */
const EVENT_MOMENTS: Readonly<Record<string, 'START' | 'END' | 'SINCE'>> = {
  mulai_acara: 'START',
  selesai_acara: 'END',
  waktu_kejadian: 'SINCE',
  waktu_diketahui: 'SINCE',
  rentang_mulai: 'SINCE',
  rentang_selesai: 'SINCE',
  titik_waktu: 'SINCE',
};

const minutes = (hours: number): number => Math.round(hours * 60);

/** A day with a break is two slots. */
const slotsOf = (days: SeedCalendar['jamKerja']['normal']['hari']) =>
  Object.entries(days).flatMap(([weekday, { mulai, selesai, istirahat }]) => {
    const edges = [mulai, ...istirahat.flat(), selesai];
    return Array.from({ length: edges.length / 2 }, (_, index) => ({
      weekday: Number(weekday),
      opens: edges[index * 2],
      closes: edges[index * 2 + 1],
    }));
  });

const fieldOf = (english: SeedEnglish) => (field: SeedService['fields'][number]) => ({
  ...englishField(english, field),
  key: field.nama,
  label: field.label,
  type: field.tipe,
  required: field.wajib,
  help: field.bantuan,
  options: field.opsi,
  accept: field.terima,
  min: field.min,
  max: field.max,
  pattern: field.pola,
  suffix: field.akhiran,
  eventMoment: EVENT_MOMENTS[field.nama],
});

const serviceOf = (service: SeedService, english: SeedEnglish, order: number, isConfidentialCategory: boolean) => ({
  ...englishService(english, service),
  code: service.kode,
  name: service.nama,
  order,
  isActive: true,
  kind: KINDS[service.jenis],
  defaultPriority: service.prioritasDefault,
  isConfidential: service.rahasia ?? isConfidentialCategory,
  hasSensitiveAttachments: service.lampiranSensitif ?? false,
  requiresLetter: service.perluSuratPermohonan,
  approver: service.perluPersetujuan,
  keywords: service.kataKunci ?? [],
  reference: service.acuan,
  sla: {
    calendar: service.sla.kalender === '24x7' ? AROUND_THE_CLOCK : WORKING_HOURS,
    responseMinutes: minutes(service.sla.responsJam),
    resolutionMinutes: minutes(service.sla.selesaiJam),
    mode: service.sla.modeTenggat === 'acara' ? 'EVENT' : 'DURATION',
    minimumNoticeDays: service.sla.minHariKerjaSebelumAcara,
    scope: service.sla.cakupanSla,
  },
  fields: service.fields.map(fieldOf(english)),
});

/**
 * Loads the city's master data into an empty database, through Strapi's own document service. Never overwrites what
 * stands.
 */
export async function seedReference(strapi: Core.Strapi, dir: string): Promise<void> {
  if ((await strapi.db.query(UID.skpd).count()) > 0) return;
  const [units, catalog, english, calendar] = await Promise.all([
    readSeed<SeedSkpd[]>(dir, 'skpd'),
    readSeed<SeedCatalog>(dir, 'katalog-layanan'),
    readEnglish(dir),
    readSeed<SeedCalendar>(dir, 'kalender-kerja'),
  ]);
  // Relations are given by id: a bare documentId inside one transaction is taken for a number.
  const create = async (uid: string, data: object): Promise<number> =>
    Number((await strapi.documents(uid as typeof UID.skpd).create({ data: data as never })).id);

  await strapi.db.transaction(async () => {
    const unitIds = new Map<string, number>();
    for (const unit of units)
      unitIds.set(
        unit.kode,
        await create(UID.skpd, {
          code: unit.kode,
          name: unit.nama,
          shortName: unit.singkatan,
          kind: unit.jenis,
          isActive: unit.aktif,
          workDays: unit.polaKerja,
          aliases: unit.alias,
          certainty: unit.kepastian,
          source: unit.sumber,
        }),
      );
    for (const unit of units.filter(({ induk, digantikanOleh }) => induk ?? digantikanOleh)) {
      const idOf = (code: string | undefined): number | null => (code ? (unitIds.get(code) ?? null) : null);
      await strapi.db.query(UID.skpd).update({
        where: { id: unitIds.get(unit.kode) },
        data: { parent: idOf(unit.induk), replacedBy: idOf(unit.digantikanOleh) },
      });
    }
    for (const { kode, label, urut, responsJam, selesaiJam, contoh } of catalog.prioritas)
      await create(UID.priority, {
        code: kode,
        name: label,
        rank: urut,
        responseMinutes: minutes(responsJam),
        resolutionMinutes: minutes(selesaiJam),
        example: contoh,
      });
    const teamIds = new Map<string, number>();
    for (const { kode, nama, bidang, kepastian } of catalog.tim)
      teamIds.set(
        kode,
        await create(UID.team, { code: kode, name: nama, department: bidang, certainty: kepastian, isActive: true }),
      );
    await create(UID.calendar, {
      code: WORKING_HOURS,
      name: 'Jam kerja Diskominfo',
      alwaysOpen: false,
      slots: slotsOf(calendar.jamKerja.normal.hari),
      periods: calendar.periodeRamadan.map(({ tahunHijriah, mulai, selesai }) => ({
        name: `Ramadan ${tahunHijriah} H`,
        startsOn: mulai,
        endsOn: selesai,
        slots: slotsOf(calendar.jamKerja.ramadan.hari),
      })),
    });
    await create(UID.calendar, { code: AROUND_THE_CLOCK, name: '24 jam sehari, 7 hari sepekan', alwaysOpen: true });
    for (const [order, { kode, nama, deskripsi, ikon, tim, rahasia, subkategori }] of catalog.kategori.entries()) {
      const parent = await create(UID.category, {
        ...englishCategory(english, kode),
        code: kode,
        name: nama,
        description: deskripsi,
        icon: ikon,
        order,
        isActive: true,
        team: teamIds.get(tim),
        isConfidential: rahasia ?? false,
      });
      for (const [place, service] of subkategori.entries())
        await create(UID.category, {
          ...serviceOf(service, english, place, rahasia ?? false),
          parent,
          team: teamIds.get(service.tim),
        });
    }
    for (const { tanggal, nama, jenis, sumber, kepastian } of calendar.hari)
      await create(UID.holiday, {
        date: tanggal,
        name: nama,
        kind: HOLIDAY_KINDS[jenis],
        source: sumber,
        certainty: kepastian,
      });
  });
  strapi.log.info(
    `reference data loaded: ${units.length} SKPD, ${catalog.kategori.length} categories, ` +
      `${calendar.hari.length} holidays`,
  );
}
