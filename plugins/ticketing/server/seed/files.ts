import fs from 'node:fs/promises';
import path from 'node:path';

/** The shapes of `database/seed/*.json`, as the city's lists were handed over. */
export interface SeedSkpd {
  kode: string;
  nama: string;
  singkatan: string;
  jenis: string;
  induk?: string;
  aktif: boolean;
  polaKerja: number;
  alias: string[];
  kepastian: string;
  sumber: string;
  digantikanOleh?: string;
  catatan?: string;
}
export interface SeedField {
  nama: string;
  label: string;
  tipe: string;
  wajib: boolean;
  bantuan?: string;
  opsi?: string[];
  terima?: string[];
  min?: number;
  max?: number;
  pola?: string;
  akhiran?: string;
}
export interface SeedService {
  kode: string;
  nama: string;
  jenis: 'insiden' | 'permintaan' | 'perubahan' | 'konsultasi';
  tim: string;
  prioritasDefault: string;
  sla: {
    kalender: 'jam_kerja' | '24x7';
    responsJam: number;
    selesaiJam: number;
    modeTenggat: 'durasi' | 'acara';
    minHariKerjaSebelumAcara?: number;
    cakupanSla?: string;
  };
  perluSuratPermohonan: boolean;
  perluPersetujuan: string | null;
  acuan?: string;
  rahasia?: boolean;
  lampiranSensitif?: boolean;
  kataKunci?: string[];
  fields: SeedField[];
}
export interface SeedCatalog {
  prioritas: { kode: string; label: string; urut: number; responsJam: number; selesaiJam: number; contoh: string }[];
  tim: { kode: string; nama: string; bidang: string; kepastian: string }[];
  kategori: {
    kode: string;
    nama: string;
    deskripsi: string;
    tim: string;
    ikon: string;
    rahasia?: boolean;
    subkategori: SeedService[];
  }[];
}
interface SeedDay {
  mulai: string;
  selesai: string;
  istirahat: [string, string][];
}
export interface SeedCalendar {
  jamKerja: { normal: { hari: Record<string, SeedDay> }; ramadan: { hari: Record<string, SeedDay> } };
  periodeRamadan: { tahunHijriah: number; mulai: string; selesai: string }[];
  hari: {
    tanggal: string;
    nama: string;
    jenis: 'libur_nasional' | 'cuti_bersama';
    sumber: string;
    kepastian: string;
  }[];
}
export interface SeedTicket {
  nomor: string;
  judul: string;
  deskripsi: string;
  kategori: string;
  prioritas: 'URGENT' | 'HIGH' | 'MEDIUM' | 'LOW';
  skpd: string;
  pic: { nama: string; jabatan: string; telepon: string };
  kanal: 'web' | 'telepon' | 'wa';
  petugas: string | null;
  dibuatPada: string;
  dataForm: Record<string, unknown>;
  alasan?: string;
  komentar: {
    waktu: string;
    oleh: string;
    peran: 'PETUGAS' | 'PEMOHON' | 'KOORDINATOR';
    internal: boolean;
    isi: string;
  }[];
  riwayatStatus: { waktu: string; dari: string | null; ke: string; oleh: string }[];
  ringkasanHasil?: string | null;
  tindakan?: string | null;
  penilaian?: { nilai: 1 | 2 | 3 | 4; ulasan: string | null } | null;
}
export interface SeedTickets {
  meta: { acuanSekarang: string };
  petugas: { akun: string; nama: string; tim: string; peran: 'PETUGAS' | 'KOORDINATOR' }[];
  tiket: SeedTicket[];
}

export const readSeed = async <T>(dir: string, name: string): Promise<T> =>
  JSON.parse(await fs.readFile(path.join(dir, `${name}.json`), 'utf8')) as T;
