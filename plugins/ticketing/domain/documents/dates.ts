import { DAY_MS, parseDay, weekdayOf, wibDay, wibText, type Day } from '../wib';
import { terbilang } from './terbilang';

const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const partsOf = (day: Day) => {
  const number = parseDay(day);
  const at = new Date(number * DAY_MS);
  return {
    weekday: WEEKDAYS[weekdayOf(number) - 1] ?? '',
    date: at.getUTCDate(),
    month: MONTHS[at.getUTCMonth()] ?? '',
    year: at.getUTCFullYear(),
  };
};

/** `23 November 2026`, as letters are dated. */
export const writtenDay = (day: Day): string => {
  const { date, month, year } = partsOf(day);
  return `${date} ${month} ${year}`;
};

/** `23-11-2026`. */
export const shortDay = (day: Day): string => day.split('-').reverse().join('-');

/** `Senin, 23 November 2026 pukul 09.15 WIB`; `at` in epoch ms. */
export const writtenMoment = (at: number): string => {
  const day = wibDay(at);
  return `${partsOf(day).weekday}, ${writtenDay(day)} pukul ${wibText(at).split(' ').slice(1).join(' ')}`;
};

/**
 * How a Berita Acara names its day: `Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam
 * (23-11-2026)`. Source: domain rules 4.3.
 */
export const dayInWords = (day: Day): string => {
  const { weekday, date, month, year } = partsOf(day);
  return `${weekday} tanggal ${terbilang(date)} bulan ${month} tahun ${terbilang(year)} (${shortDay(day)})`;
};
