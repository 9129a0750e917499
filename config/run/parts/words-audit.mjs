// @ts-check
import { both } from './sentence.mjs';

/** What `npm run audit:verify` says. */
export const audit = {
  walking: 'Menelusuri rantai dan segel jejak audit',
  /** @param {string} folder */
  nothing: (folder) =>
    both(
      `Belum ada basis data di ${folder}; tidak ada jejak audit yang dapat diperiksa.`,
      `There is no database in ${folder} yet; there is no audit log to check.`,
    ),
  noLog: both(
    'Basis data ini tidak memuat jejak audit; periksa DATABASE_URL, atau jalankan sistemnya sekali.',
    'This database holds no audit log; check DATABASE_URL, or start the system once.',
  ),
  /** @param {number} entries @param {number} chains @param {number} seals */
  whole: (entries, chains, seals) =>
    both(
      `${entries} entri, ${chains} rantai, ${seals} segel: utuh`,
      `${entries} entries, ${chains} chains, ${seals} seals: intact`,
    ),
  /** @param {string} day @param {string} hash */
  lastSeal: (day, hash) => `Segel terakhir ${day}: ${hash}`,
  /** @param {number} n */
  unsealed: (n) => `${n} entri belum disegel (not sealed yet)`,
  /** @param {string} what */
  broken: (what) => `Jejak audit rusak. Mata rantai pertama yang putus: ${what}`,
  /** @param {number} n */
  others: (n) => `Ada ${n} temuan lain sesudahnya. (${n} more findings after it)`,
  /** @param {string} subject @param {number} id */
  changed: (subject, id) =>
    both(`${subject}, entri ${id}: isinya diubah.`, `${subject}, entry ${id}: its content was changed.`),
  /** @param {string} subject @param {number} id */
  unlinked: (subject, id) =>
    both(
      `${subject}, entri ${id}: entri sebelumnya hilang atau ditulis ulang.`,
      `${subject}, entry ${id}: the entry before it is missing or was rewritten.`,
    ),
  /** @param {string} subject @param {number} id */
  displaced: (subject, id) =>
    both(
      `${subject}, entri ${id}: tidak menyambung pada entri sebelumnya; urutannya diubah.`,
      `${subject}, entry ${id}: does not hang on the entry before it; the order was changed.`,
    ),
  /** @param {string} subject */
  noHistory: (subject) => both(`${subject}: seluruh riwayatnya hilang.`, `${subject}: its whole history is missing.`),
  /** @param {string} day @param {number} sealed @param {number} found */
  sealCount: (day, sealed, found) =>
    both(
      `segel ${day}: disegel ${sealed} entri, kini ada ${found}.`,
      `seal ${day}: sealed over ${sealed} entries, ${found} are there now.`,
    ),
  /** @param {string} day */
  sealDigest: (day) =>
    both(
      `segel ${day}: entri hari itu diganti atau urutannya diubah.`,
      `seal ${day}: entries of that day were replaced or their order was changed.`,
    ),
  /** @param {string} day */
  sealChanged: (day) => both(`segel ${day}: segelnya sendiri diubah.`, `seal ${day}: the seal itself was changed.`),
  /** @param {string} day */
  sealUnlinked: (day) =>
    both(`segel ${day}: tidak menyambung pada segel sebelumnya.`, `seal ${day}: does not hang on the seal before it.`),
  /** @param {string} day */
  sealMissing: (day) => both(`segel ${day}: hilang.`, `seal ${day}: is missing.`),
};
