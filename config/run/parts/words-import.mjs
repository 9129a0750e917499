// @ts-check
import { both } from './sentence.mjs';

/** What `npm run import` says before the list itself is read. What is in the list is worded by the server. */
export const imports = {
  starting: 'Menyiapkan pembacaan daftar',
  usage: both(
    'Sebutkan daftarnya dan cara membacanya: npm run import -- BERKAS.csv … --preset glpi|osticket|lembar-kerja|skpd|layanan|akun|petugas ' +
      '[--map PEMETAAN.json] [--messages PESAN.csv] [--invite] [--apply] [--lang en]. Tanpa --apply tidak ada yang ditulis.',
    'Name the list and how to read it: npm run import -- FILE.csv … --preset glpi|osticket|lembar-kerja|skpd|layanan|akun|petugas ' +
      '[--map MAPPING.json] [--messages MESSAGES.csv] [--invite] [--apply] [--lang en]. Nothing is written without --apply.',
  ),
  /** @param {string} word */
  unknownWord: (word) => both(`"${word}" tidak dikenal.\n${imports.usage}`, `"${word}" is unknown.`),
  /** @param {string} given @param {string} all */
  unknownPreset: (given, all) =>
    both(
      `Preset "${given}" tidak ada. Pilih salah satu: ${all}.`,
      `There is no preset "${given}". Choose one: ${all}.`,
    ),
  howToRead: both(
    'Sebutkan cara membaca daftar ini: --preset glpi|osticket|lembar-kerja, atau --map PEMETAAN.json.',
    'Say how to read this list: --preset glpi|osticket|lembar-kerja, or --map MAPPING.json.',
  ),
  messagesOfOne: both(
    '--messages adalah pesan-pesan dari satu daftar tiket: sebutkan satu daftar saja, dengan preset tiket.',
    '--messages are those of one list of tickets: name one list only, with a preset of tickets.',
  ),
  nobodyToInvite: both(
    'Hanya orang yang dapat diundang: --invite dipakai bersama --preset akun atau --preset petugas.',
    'Only people can be invited: --invite goes with --preset akun or --preset petugas.',
  ),
  /** @param {string} file */
  noFile: (file) =>
    both(
      `Berkas ${file} tidak ditemukan atau tidak dapat dibaca.`,
      `The file ${file} was not found or cannot be read.`,
    ),
  /** @param {string} file @param {number} mb */
  tooLarge: (file, mb) =>
    both(
      `Berkas ${file} lebih besar dari ${mb} MB. Bagi menjadi beberapa berkas, lalu impor satu per satu.`,
      `The file ${file} is larger than ${mb} MB. Split it into several and import them one by one.`,
    ),
  /** @param {string} file */
  noJson: (file) =>
    both(
      `Isi berkas pemetaan ${file} bukan JSON. Periksa koma, kurung, dan tanda kutipnya.`,
      `The mapping file ${file} holds no JSON. Check its commas, brackets and quotes.`,
    ),
  /** @param {string} folder */
  nothing: (folder) =>
    both(
      `Belum ada basis data di ${folder}; jalankan sistemnya sekali, lalu isi SKPD dan layanannya.`,
      `There is no database in ${folder} yet; start the system once, then fill in its units and services.`,
    ),
  none: both(
    'Basis data ini belum pernah dipakai sistem ini; jalankan sistemnya sekali.',
    'This database has never been used by the system; start it once.',
  ),
};
