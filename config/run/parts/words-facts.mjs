// @ts-check
import { both } from './sentence.mjs';

/** What `npm run facts` says. */
export const facts = {
  comparing: 'Membandingkan angka laporan dengan riwayat tiket',
  rebuilding: 'Menyusun ulang angka laporan dari tiket dan riwayatnya',
  none: both(
    'Basis data ini belum memuat angka laporan; jalankan sistemnya sekali.',
    'This database holds no facts for reports yet; start the system once.',
  ),
  /** @param {string} given */
  unknown: (given) =>
    both(
      `"${given}" tidak dikenal. Gunakan "npm run facts" untuk memeriksa, atau "npm run facts -- rebuild".`,
      `"${given}" is unknown. Use "npm run facts" to check, or "npm run facts -- rebuild".`,
    ),
  /** @param {number} tickets */
  equal: (tickets) =>
    both(
      `${tickets} tiket: angka laporan sama dengan riwayatnya`,
      `${tickets} tickets: what reports read equals their histories`,
    ),
  /** @param {string} number @param {string} what */
  wrong: (number, what) =>
    both(
      `Angka laporan tiket ${number} tidak sama dengan riwayatnya (${what}). Susun ulang dengan "npm run facts -- rebuild".`,
      `What reports read of ticket ${number} differs from its history (${what}). Make it anew: "npm run facts -- rebuild".`,
    ),
  /** @param {string} since */
  wrongSums: (since) =>
    both(
      `Jumlah sejak ${since} tidak sama dengan tiket-tiketnya. Susun ulang dengan "npm run facts -- rebuild".`,
      `The sums of ${since} differ from its tickets. Make them anew: "npm run facts -- rebuild".`,
    ),
};
