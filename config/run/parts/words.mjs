// @ts-check
/**
 * Everything the run scripts say to people, in one place: Indonesian first, English under it.
 * Plain JavaScript, because `go.mjs` speaks before anything is installed.
 */
import { both } from './sentence.mjs';
import { audit } from './words-audit.mjs';
import { facts } from './words-facts.mjs';
import { imports } from './words-import.mjs';
import { backup } from './words-backup.mjs';
import { database } from './words-database.mjs';

export { Sentence } from './sentence.mjs';

export const words = {
  // installing
  installing: 'Memasang paket npm',
  installingNode: 'Memasang Node 24, karena yang ada di mesin ini tidak cukup',
  /** @param {string} log */
  installFailed: (log) =>
    both(
      `Pemasangan paket gagal; baris terakhirnya di atas, lengkapnya di ${log}. Periksa sambungan internet lalu ` +
        'ulangi perintah yang sama.',
      `Installing packages failed; its last lines are above, all of them in ${log}. Check the internet ` +
        'connection and run the same command again.',
    ),
  noNpm: both(
    'Program npm tidak ditemukan. Pasang Node.js 20 atau lebih baru beserta npm.',
    'npm was not found. Install Node.js 20 or later together with npm.',
  ),
  /** @param {string} version */
  oldNode: (version) =>
    both(
      `Node.js ${version} terlalu tua; pasang Node.js 20 atau lebih baru.`,
      `Node.js ${version} is too old; install Node.js 20 or later.`,
    ),
  noPinnedNode: both(
    'Node.js 24 diperlukan, dan tidak dapat dipasang dengan sendirinya di mesin ini. Periksa sambungan internet lalu ulangi, ' +
      'atau pasang sendiri Node.js 24, misalnya: npm install --global node@24',
    'Node.js 24 is needed, and could not be installed here by itself. Check the internet connection and try again, or install ' +
      'Node.js 24 yourself.',
  ),
  /** @param {string} verb @param {string} known */
  unknownVerb: (verb, known) =>
    both(`Perintah "${verb}" tidak dikenal. Yang ada: ${known}.`, `Unknown verb "${verb}". Known: ${known}.`),
  waitingForOther: 'Menunggu proses lain yang sedang memasang atau membangun',

  // environment
  /** @param {string} name @param {string} value @param {string} expected */
  badValue: (name, value, expected) =>
    both(
      `Nilai ${name}="${value}" tidak dapat dipakai; isi dengan ${expected}.`,
      `The value ${name}="${value}" cannot be used; see the table of variables.`,
    ),
  expected: {
    port: 'nomor port 1–65535',
    count: 'bilangan bulat 0 atau lebih',
    flag: 'true atau false',
    prefix: 'huruf, angka, titik, garis dan garis miring, misalnya tiket/',
    file: 'letak sebuah berkas yang dapat dibaca',
    url: 'sebuah URL lengkap, misalnya http://127.0.0.1:4321',
    /** @param {readonly string[]} options */
    choice: (options) => `salah satu dari ${options.join(', ')}`,
  },
  /** @param {string} name */
  badDatabaseUrl: (name) =>
    both(
      `${name} bukan URL PostgreSQL; bentuknya postgres://nama:sandi@host:5432/basisdata.`,
      `${name} is not a PostgreSQL URL; its shape is postgres://name:password@host:5432/database.`,
    ),
  /** @param {string} bucket @param {readonly string[]} names */
  bucketIncomplete: (bucket, names) =>
    both(
      `${bucket} diisi, tetapi ini belum: ${names.join(', ')}. Isi semuanya, atau kosongkan ${bucket}.`,
      `${bucket} is set, but what is needed to reach it is not; set all of it, or none.`,
    ),
  /** @param {readonly string[]} names */
  missingSecrets: (names) =>
    both(
      `NODE_ENV=production, tetapi rahasia ini belum diisi: ${names.join(', ')}. Isi masing-masing dengan teks ` +
        'acak, misalnya dari "openssl rand -base64 32".',
      `NODE_ENV=production, but these secrets are not set: ${names.join(', ')}. Give each a random text, for ` +
        'example from "openssl rand -base64 32".',
    ),
  /** @param {string} a @param {string} b @param {number} port */
  samePort: (a, b, port) =>
    both(
      `${a} dan ${b} sama-sama memakai port ${port}; beri nomor yang berbeda.`,
      `${a} and ${b} both use port ${port}; give them different numbers.`,
    ),
  /** @param {string} host */
  badHost: (host) =>
    both(
      `HOST="${host}" bukan alamat komputer ini; pakai 127.0.0.1, atau 0.0.0.0 untuk semua alamat.`,
      `HOST="${host}" is not an address of this machine; use 127.0.0.1, or 0.0.0.0 for all.`,
    ),

  // before anything starts
  /** @param {number} port @param {string} variable @param {string} use @param {string} verb */
  portInUse: (port, variable, use, verb) =>
    both(
      `Port ${port} untuk ${use} sudah dipakai program lain. Hentikan program itu, atau pilih port lain dengan ` +
        `${variable}, misalnya: ${variable}=${port + 1} npm ${verb}`,
      `Port ${port} (${variable}) is in use by another program. Stop it, or choose another port.`,
    ),
  /** @param {number} port @param {string} variable */
  portForbidden: (port, variable) =>
    both(
      `Port ${port} (${variable}) tidak boleh dibuka oleh pengguna ini; pilih port di atas 1023.`,
      `This user may not open port ${port} (${variable}); choose one above 1023.`,
    ),
  /** @param {string} folder @param {string} why */
  dataNotWritable: (folder, why) =>
    both(
      `Folder data ${folder} tidak dapat ditulisi (${why}). Perbaiki hak aksesnya, atau tunjuk folder lain ` +
        'dengan DATA_DIR.',
      `The data folder ${folder} cannot be written. Fix its permissions, or name another with DATA_DIR.`,
    ),
  /** @param {string} folder @param {number} pid */
  alreadyRunning: (folder, pid) =>
    both(
      `Sistem sudah berjalan dengan folder data ${folder} (proses ${pid}). Hentikan dulu dengan Ctrl-C di sana, ` +
        'atau pakai DATA_DIR dan port lain.',
      `The system already runs with the data folder ${folder} (process ${pid}). Stop it there with Ctrl-C, or ` +
        'use another DATA_DIR and other ports.',
    ),
  recovering: 'Membereskan sisa dari jalan sebelumnya yang terputus',

  database,

  // building
  build: {
    plugin: 'Membangun plugin ticketing',
    cms: 'Membangun cms dan panel admin',
    site: 'Membangun portal',
    fresh: 'Semua hasil bangun masih segar',
  },
  /** @param {string} what @param {string} log */
  stepFailed: (what, log) =>
    both(`${what} gagal; keluarannya di atas dan di ${log}.`, `This step failed; its output is above and in ${log}.`),

  // running
  start: {
    mail: 'Menyalakan penangkap surel',
    cms: 'Menyalakan cms (migrasi dan data acuan)',
    site: 'Menyalakan portal',
    watch: 'Mengamati perubahan plugin',
  },
  uses: {
    site: 'portal',
    cms: 'cms dan panel admin',
    mailUi: 'halaman penangkap surel',
    mailSmtp: 'SMTP penangkap surel',
    pg: 'PostgreSQL tertanam',
  },
  /** @param {string} name @param {string} how @param {string} log */
  died: (name, how, log) =>
    both(
      `Proses ${name} berhenti sendiri (${how}); baris terakhirnya di atas, lengkapnya di ${log}.`,
      `The process ${name} ended by itself; its last lines are above.`,
    ),
  /** @param {string} name @param {number} seconds @param {string} last @param {string} log */
  notReady: (name, seconds, last, log) =>
    both(
      `${name} belum siap setelah ${seconds} detik (${last}). Lihat ${log}.`,
      `${name} was not ready in time. See its log.`,
    ),
  stopping: 'Menghentikan semuanya … (Ctrl-C sekali lagi untuk memaksa)',
  stopped: 'Semua sudah berhenti.',
  forced: 'Dipaksa berhenti.',
  bug: both('Terjadi kesalahan yang tidak terduga:', 'An unexpected error:'),
  summary: {
    ready: 'Sistem siap.',
    site: 'Portal',
    cms: 'Panel admin',
    mail: 'Surel tertangkap',
    database: 'Basis data',
    data: 'Folder data',
    embedded: 'PostgreSQL tertanam',
    accounts: 'Akun demo',
    accountsIn: 'juga tersimpan di',
    firstAdmin: 'Buat administrator pertama lewat tautan sekali pakai ini',
    stop: 'Tekan Ctrl-C untuk menghentikan semuanya.',
    logs: 'Catatan',
  },

  // checking
  checks: {
    lint: 'ESLint',
    format: 'Prettier (npx prettier --write .)',
    circles: 'Lingkaran impor (circles of imports)',
    licences: 'Lisensi paket (licences of packages)',
    installScripts: 'Skrip pemasangan paket (install scripts of packages)',
    advisories: 'Kelemahan paket yang diumumkan (advisories of packages)',
    secrets: 'Rahasia dalam repositori (secrets in the repository)',
    jest: 'Uji',
    chromium: 'Menyiapkan Chromium',
    office: 'Menyiapkan LibreOffice',
    imap: 'Menyiapkan Dovecot',
    caddy: 'Menyiapkan Caddy',
    temp: 'Menyiapkan basis data uji',
    /** @param {string} name */
    types: (name) => `Tipe: ${name}`,
    /** @param {string} what @param {string} why */
    couldNotRun: (what, why) => `Tidak dapat dijalankan, dihitung gagal: ${what} (${why})`,
    /** @param {number} n */
    skipped: (n) => `${n} uji dilewati (${n} skipped)`,
    failures: 'Yang gagal:',
    noTests: 'tidak ada uji yang cocok (no test matched)',
    noReport: 'jest berakhir tanpa laporan (jest ended without a report)',
  },
  audit,
  facts,
  imports,
  backup,
  noChromium: both(
    'Chromium tidak ditemukan dan tidak dapat dipasang. Pasang paket chromium atau google-chrome, atau isi ' +
      'CHROMIUM_PATH dengan letaknya.',
    'Chromium was not found and could not be installed. Install the package chromium or google-chrome, or set ' +
      'CHROMIUM_PATH.',
  ),
  noOffice: both(
    'LibreOffice (soffice) tidak ditemukan dan tidak dapat dipasang. Pasang paket libreoffice-calc.',
    'LibreOffice (soffice) was not found and could not be installed. Install the package libreoffice-calc.',
  ),
  noImap: both(
    'Dovecot tidak ditemukan dan tidak dapat dipasang. Pasang paket dovecot-imapd (versi 2.3).',
    'Dovecot was not found and could not be installed. Install the package dovecot-imapd (version 2.3).',
  ),
  noCaddy: both(
    'Caddy tidak ditemukan dan tidak dapat dipasang. Pasang paket caddy (versi 2.6).',
    'Caddy was not found and could not be installed. Install the package caddy (version 2.6).',
  ),
};
