import type { WorkKind } from '../catalog';
import { WORKING_DAY_MINUTES } from '../durations';
import { SERVICE_LIMITS } from '../kept-services';
import { fold } from '../text';
import { listColumns, type ListColumn } from './list-line';

/** What a column of a list of services holds. A line without a category is a category itself. */
export const SERVICE_FIELDS = [
  'group',
  'code',
  'name',
  'team',
  'kind',
  'priority',
  'calendar',
  'response',
  'resolution',
  'description',
  'isActive',
] as const;
export type ServiceField = (typeof SERVICE_FIELDS)[number];
export type ServiceColumn = ListColumn<ServiceField>;

const HEADS: Readonly<Record<string, ServiceField>> = {
  kategori: 'group',
  'kode kategori': 'group',
  'kelompok layanan': 'group',
  category: 'group',
  kode: 'code',
  'kode layanan': 'code',
  code: 'code',
  nama: 'name',
  'nama layanan': 'name',
  layanan: 'name',
  'jenis layanan': 'name',
  name: 'name',
  service: 'name',
  tim: 'team',
  'tim pelaksana': 'team',
  pelaksana: 'team',
  team: 'team',
  jenis: 'kind',
  'jenis pekerjaan': 'kind',
  kind: 'kind',
  prioritas: 'priority',
  'prioritas bawaan': 'priority',
  priority: 'priority',
  kalender: 'calendar',
  calendar: 'calendar',
  deskripsi: 'description',
  uraian: 'description',
  keterangan: 'description',
  acuan: 'description',
  description: 'description',
  aktif: 'isActive',
  status: 'isActive',
  active: 'isActive',
};
const RESPONSE = /^(?:target |waktu )?(?:respons?e?|tanggapan)\b/;
const RESOLUTION = /^(?:target |waktu )?(?:selesai|penyelesaian|sla|resolution)\b/;
/** Heads of targets name their unit as they like: "Selesai (hari kerja)", "SLA (jam)". */
const targetIn = (head: string): ServiceField | null =>
  RESPONSE.test(fold(head)) ? 'response' : RESOLUTION.test(fold(head)) ? 'resolution' : null;
export const serviceColumnsOf = (heads: readonly string[]): ServiceColumn[] =>
  listColumns(HEADS, heads).map((column) => ({ ...column, field: column.field ?? targetIn(column.head) }));
/** Without these no line can be told to be a service or a category. */
export const missingServiceColumns = (columns: readonly ServiceColumn[]): ServiceField[] =>
  (['group', 'code', 'name'] as const).filter((field) => !columns.some((column) => column.field === field));

export const KIND_WORDS: Readonly<Record<string, WorkKind>> = {
  gangguan: 'INCIDENT',
  insiden: 'INCIDENT',
  incident: 'INCIDENT',
  permintaan: 'REQUEST',
  permohonan: 'REQUEST',
  layanan: 'REQUEST',
  request: 'REQUEST',
  perubahan: 'CHANGE',
  change: 'CHANGE',
  konsultasi: 'CONSULTATION',
  consultation: 'CONSULTATION',
};
/** Whether a service is in use, as sheets say it; null for another word. */
export function yesOrNo(text: string): boolean | null {
  if (/^(?:ya|y|yes|true|1|aktif|active|buka|dibuka)$/.test(fold(text))) return true;
  return /^(?:tidak|tdk|t|no|n|false|0|nonaktif|non aktif|tidak aktif|inactive|tutup|ditutup)$/.test(fold(text))
    ? false
    : null;
}

const PART = /(\d+(?:[.,]\d+)?)\s*(hari(?:\s+kerja)?|hk|(?:working\s+)?days?|jam|hours?|menit|minutes?)/gi;
const WHOLE_DAY = 1440;
/**
 * Minutes of what is written: "2 jam", "1 hari kerja 2 jam", "30 menit", or a bare number in the unit that its column's
 * head names, which is hours where it names none. Null where it is no duration, or longer than a promise may be.
 */
export function durationIn(text: string, head: string, isAroundTheClock: boolean): number | null {
  const inUnit = (amount: string, unit: string): number =>
    Number(amount.replace(',', '.')) *
    (/hari|hk|day/i.test(unit)
      ? isAroundTheClock
        ? WHOLE_DAY
        : WORKING_DAY_MINUTES
      : /meni|minu/i.test(unit)
        ? 1
        : 60);
  const bare = /^\d+(?:[.,]\d+)?$/.exec(text);
  const parts = [...text.matchAll(PART)];
  const isWhole = text.replace(PART, '').trim() === '';
  if (!bare && (parts.length === 0 || !isWhole)) return null;
  const minutes = Math.round(
    bare ? inUnit(text, head) : parts.reduce((sum, [, amount = '', unit = '']) => sum + inUnit(amount, unit), 0),
  );
  return minutes >= 1 && minutes <= SERVICE_LIMITS.minutes ? minutes : null;
}
