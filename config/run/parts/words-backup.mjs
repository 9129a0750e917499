// @ts-check
import { both } from './sentence.mjs';

/** What `npm run backup` and `npm run restore` say. */
export const backup = {
  making: 'Membuat cadangan',
  checking: 'Memeriksa cadangan',
  restoring: 'Memulihkan',
  fetching: 'Mengambil cadangan dari bucket',
  /** @param {string} name @param {number} rows */
  table: (name, rows) => `${name}: ${rows}`,
  /** @param {number} n */
  files: (n) => `${n} berkas (files)`,
  /** @param {number} percent */
  percent: (percent) => `${percent} %`,
  /** @param {string} file @param {{ mb: string, tables: number, rows: number, files: number }} what */
  made: (file, { mb, tables, rows, files }) =>
    both(
      `${file}: ${mb} MB, ${tables} tabel, ${rows} baris, ${files} berkas.`,
      `${mb} MB, ${tables} tables, ${rows} rows, ${files} files.`,
    ),
  /** @param {number} count @param {readonly string[]} names */
  missing: (count, names) =>
    both(
      `${count} berkas disebut basis data tetapi tidak ada atau rusak, jadi tidak ikut: ${names.slice(0, 5).join(', ')}.`,
      `${count} files are named by the database but not there or not whole; they are not in the backup.`,
    ),
  /** @param {string} place @param {string} why */
  notCopied: (place, why) =>
    both(
      `Cadangan sudah dibuat, tetapi tidak dapat disalin ke ${place} (${why}); yang berikut akan menyalinnya juga.`,
      'It was made, but not copied to its second place; the next one copies it as well.',
    ),
  noSecondBucket: both(
    'BACKUP_S3_BUCKET belum diisi, jadi tidak diketahui dari mana cadangan diambil.',
    'BACKUP_S3_BUCKET is not set: there is no bucket to fetch a backup from.',
  ),
  /** @param {string} name */
  notInBucket: (name) => both(`Tidak ada cadangan ${name} di bucket itu.`, 'There is no such backup in the bucket.'),
  /** @param {string} why */
  bucketFails: (why) =>
    both(
      `Penyimpanan S3 tidak dapat dihubungi atau menolak (${why}); periksa alamat, bucket, dan kuncinya, lalu ulangi.`,
      'The S3 store cannot be reached or refuses; check its address, bucket and keys, then try again.',
    ),
  /** @param {string} bucket */
  bucketNotEmpty: (bucket) =>
    both(
      `Bucket ${bucket} sudah memuat lampiran. Pulihkan ke bucket yang kosong, atau isi S3_PREFIX yang lain.`,
      'The bucket holds attachments already. Restore into an empty one, or set another S3_PREFIX.',
    ),
  /** @param {readonly string[]} names */
  leftOut: (names) =>
    both(
      `Objek basis data ini tidak ikut dicadangkan: ${names.join(', ')}.`,
      'These objects of the database are not backed up.',
    ),
  /** @param {number} n @param {number} days */
  removed: (n, days) => `${n} cadangan yang lebih tua dari ${days} hari dihapus (older ones removed).`,
  /** @param {{ tables: number, rows: number, files: number }} what */
  restored: ({ tables, rows, files }) =>
    both(
      `Pulih: ${tables} tabel, ${rows} baris, ${files} berkas; jumlah baris dan akar jejak audit sama. Jalankan: npm start`,
      'Restored; rows and the root of the audit log are the same. Run: npm start',
    ),
  secretsApart: both(
    'Cadangan ini tidak memuat rahasia (secrets.json atau variabel lingkungan); pasang kembali rahasia yang lama agar ' +
      'segel dokumen dan token API tetap berlaku.',
    'This backup holds no secrets; put the former ones back, so that seals of documents and API tokens stay valid.',
  ),
  usage: both(
    'Sebutkan berkas cadangannya: npm run restore -- data/backups/ticketing-….tar',
    'Name the backup: npm run restore -- FILE',
  ),
  unknownWord: (/** @type {string} */ word) =>
    both(`"${word}" tidak dikenal; npm run backup, atau npm run backup -- key.`, 'Unknown word; see README.'),
  /** @param {string} identity @param {string} recipient */
  key: (identity, recipient) =>
    both(
      `Simpan baris rahasia ini di tempat lain, jangan di mesin ini:\n\n  ${identity}\n\nIsi di mesin ini:\n\n  ` +
        `BACKUP_RECIPIENT=${recipient}\n`,
      'Keep the secret line elsewhere, never on this machine; set BACKUP_RECIPIENT here.',
    ),
  alreadyMaking: both('Cadangan lain sedang dibuat; tunggu sampai selesai.', 'Another backup is being made.'),
  /** @param {string} folder */
  nothing: (folder) =>
    both(`Belum ada basis data di ${folder}; tidak ada yang dicadangkan.`, `There is no database in ${folder} yet.`),
  /** @param {string} folder */
  full: (folder) =>
    both(`Ruang penyimpanan ${folder} habis; cadangan tidak dibuat.`, 'No space left; no backup was made.'),
  badRecipient: both(
    'BACKUP_RECIPIENT bukan kunci publik age; bentuknya age1…. Buat dengan: npm run backup -- key',
    'BACKUP_RECIPIENT is no public key of age. Make one: npm run backup -- key',
  ),
  /** @param {string} file */
  noIdentity: (file) =>
    both(
      `Berkas kunci ${file} (BACKUP_IDENTITY_FILE) tidak dapat dibaca atau tidak memuat AGE-SECRET-KEY-….`,
      'The key file cannot be read or holds no AGE-SECRET-KEY-….',
    ),
  /** @param {string} file */
  noFile: (file) => both(`Berkas ${file} tidak ada.`, 'There is no such file.'),
  locked: both(
    'Cadangan ini terkunci; sebutkan berkas kuncinya dengan BACKUP_IDENTITY_FILE.',
    'This backup is locked; name its key file with BACKUP_IDENTITY_FILE.',
  ),
  wrongKey: both('Kunci ini tidak membuka cadangan itu.', 'This key does not open that backup.'),
  /** @param {string} file */
  foreign: (file) => both(`${file} bukan cadangan sistem ini.`, 'This file is no backup of this system.'),
  /** @param {string} theirs @param {string} ours */
  newer: (theirs, ours) =>
    both(
      `Cadangan ini dibuat oleh versi yang lebih baru (${theirs}) daripada yang terpasang (${ours}); pasang dulu versi itu.`,
      'This backup was made by a newer version than the one installed; install that version first.',
    ),
  /** @param {string} file */
  damaged: (file) =>
    both(
      `${file} rusak: isinya bukan yang dulu ditulis. Pakai cadangan lain; tidak ada yang diubah.`,
      'The file is damaged. Use another backup; nothing was changed.',
    ),
  /** @param {string} table */
  databaseNotEmpty: (table) =>
    both(
      `Basis data tujuan tidak kosong (ada ${table}). Pulihkan ke basis data atau DATA_DIR yang kosong.`,
      'The target database is not empty. Restore into an empty one.',
    ),
  /** @param {string} folder */
  folderNotEmpty: (folder) =>
    both(
      `Folder lampiran ${folder} tidak kosong. Pulihkan ke DATA_DIR yang kosong.`,
      'The folder of attachments is not empty. Restore into an empty DATA_DIR.',
    ),
  /** @param {string} table @param {number} expected @param {number} found */
  otherRows: (table, expected, found) =>
    both(
      `${table}: ${expected} baris dicadangkan, ${found} yang pulih; pemulihan dibatalkan.`,
      'Another number of rows came back; the restore was undone.',
    ),
  noBackup: both('Belum ada cadangan yang dapat diuji.', 'There is no backup to try yet.'),
  /** @param {number} n */
  brokenChains: (n) =>
    both(
      `Rantai jejak audit dalam cadangan putus di ${n} tempat; jalankan npm run audit:verify.`,
      'Chains of the audit log in the backup are broken; run npm run audit:verify.',
    ),
  otherAudit: both(
    'Akar jejak audit yang pulih berbeda dari yang dicadangkan; pemulihan dibatalkan.',
    'The root of the audit log differs; the restore was undone.',
  ),
  /** @param {string} name */
  otherName: (name) =>
    both(`Cadangan memuat bagian "${name}" yang tidak dikenal; pemulihan dibatalkan.`, 'Unknown part; undone.'),
};
