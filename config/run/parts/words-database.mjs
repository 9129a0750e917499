// @ts-check
import { both } from './sentence.mjs';

/** What is said about PostgreSQL. */
export const database = {
  starting: 'Menyalakan PostgreSQL tertanam',
  creating: 'Menyiapkan PostgreSQL tertanam (pertama kali)',
  connecting: 'Menghubungi basis data',
  /** @param {string} where @param {string} why */
  unreachable: (where, why) =>
    both(
      `Basis data di ${where} (DATABASE_URL) tidak dapat dihubungi: ${why}. Periksa alamatnya dan pastikan ` +
        'PostgreSQL menyala, atau kosongkan DATABASE_URL untuk memakai PostgreSQL tertanam.',
      `The database at ${where} (DATABASE_URL) cannot be reached. Check the address and that PostgreSQL is up, ` +
        'or unset DATABASE_URL to use the embedded one.',
    ),
  /** @param {string} where */
  wrongLogin: (where) =>
    both(
      `PostgreSQL di ${where} menolak nama pengguna atau sandi dalam DATABASE_URL.`,
      `PostgreSQL at ${where} refuses the user name or password in DATABASE_URL.`,
    ),
  /** @param {string} where @param {string} name */
  missing: (where, name) =>
    both(
      `Basis data "${name}" belum ada di ${where}. Buat dulu: CREATE DATABASE "${name}" ENCODING 'UTF8';`,
      `The database "${name}" does not exist at ${where}. Create it first.`,
    ),
  /** @param {string} version */
  tooOld: (version) =>
    both(
      `PostgreSQL ${version} terlalu tua; diperlukan versi 15 atau lebih baru.`,
      `PostgreSQL ${version} is too old; version 15 or later is needed.`,
    ),
  /** @param {string} platform */
  noBinaries: (platform) =>
    both(
      `PostgreSQL tertanam tidak tersedia untuk ${platform}. Isi DATABASE_URL dengan PostgreSQL milik Anda.`,
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own.`,
    ),
  noUser: both(
    'PostgreSQL tidak mau berjalan sebagai root, dan pengguna "postgres" tidak dapat dibuat. Buat dengan: ' +
      'useradd --system postgres, atau jalankan sebagai pengguna biasa.',
    'PostgreSQL refuses to run as root, and a user "postgres" could not be made. Make one with: useradd --system ' +
      'postgres, or run as an ordinary user.',
  ),
  /** @param {string} folder @param {string} found @param {string} wanted */
  otherVersion: (folder, found, wanted) =>
    both(
      `Data di ${folder} dibuat oleh PostgreSQL ${found}, sedangkan yang terpasang versi ${wanted}. Pulihkan ` +
        'dari cadangan ke folder data baru.',
      `The data in ${folder} was made by PostgreSQL ${found}, while version ${wanted} is installed. Restore a ` +
        'backup into a new data folder.',
    ),
  /** @param {string} what @param {string} log */
  failed: (what, log) =>
    both(
      `PostgreSQL tertanam gagal ${what}; baris terakhirnya di atas, lengkapnya di ${log}.`,
      'The embedded PostgreSQL failed; its last lines are above.',
    ),
  /** @param {string} place @param {string} folder */
  placedElsewhere: (place, folder) =>
    `Berkas basis data ditaruh di ${place}, karena ${folder} hanya boleh dimasuki root sedangkan PostgreSQL ` +
    'tidak boleh berjalan sebagai root.',
  /** @param {string} folder */
  unreachableFolder: (folder) =>
    both(
      `Folder ${folder} berisi basis data, tetapi induknya kini hanya boleh dimasuki root sedangkan PostgreSQL ` +
        'tidak boleh berjalan sebagai root. Jalankan "chmod o+x" pada folder induknya, atau pakai DATA_DIR lain.',
      `The folder ${folder} holds a database, but a folder above it may only be entered by root. Run "chmod o+x" ` +
        'on that folder, or use another DATA_DIR.',
    ),
  stillAlive: both(
    'PostgreSQL dari jalan sebelumnya tidak mau berhenti; matikan dulu prosesnya.',
    'The PostgreSQL of an earlier run does not stop; end that process first.',
  ),
};
