/** Lower-case words without marks: how search compares. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Stop words: sentences are made of them and nothing is found by them; PostgreSQL brings no such list for Indonesian.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'ada adalah agar akan anda apa apakah atau bagaimana bagi bahwa belum berapa bila bisa boleh bukan cara dalam dan ' +
    'dapat dari dengan di dong hari hingga ingin ini itu jadi jika juga kalau kami kapan karena ke kenapa kepada kita ' +
    'kok lagi lalu mau masih mengapa mohon namun nya oleh pada para perlu saat saja sama sampai sangat saya se ' +
    'sebagai secara sedang sejak sekali selalu semua seperti serta setelah siapa sudah supaya telah tentang terhadap ' +
    'terlalu tetapi tidak tolong untuk yaitu yang a an and are can do for how i is my not of or our please the to ' +
    'what when where who why with'
  ).split(' '),
);

const wordsOf = (text: string): string[] => [...new Set(fold(text).split(' ').filter(Boolean))];
/** The content words of a text (no stop words), each once. */
export const contentWords = (text: string): string[] => wordsOf(text).filter((word) => !STOP_WORDS.has(word));
/** What somebody searches for: its content words, or when there are none, those that were typed after all. */
export function searchTerms(text: string): string[] {
  const words = contentWords(text);
  return words.length ? words : wordsOf(text);
}

/** Synonyms. Words of one service belong to its keywords; these are everybody's. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['lambat', 'lemot', 'lelet', 'lama', 'slow'],
  ['mati', 'down', 'putus', 'terputus', 'gangguan', 'error', 'rusak'],
  ['komputer', 'laptop', 'pc', 'notebook'],
  ['sandi', 'password', 'kunci'],
  ['website', 'web', 'situs', 'laman'],
  ['email', 'surel', 'mail'],
  ['rapat', 'meeting', 'vicon', 'zoom'],
  ['hack', 'retas', 'peretasan', 'dibobol', 'insiden', 'siber'],
  ['pelatihan', 'bimtek', 'training', 'latihan', 'sosialisasi'],
  ['liputan', 'peliputan', 'dokumentasi', 'foto', 'video'],
  ['akun', 'user', 'login'],
  ['rekaman', 'cctv', 'kamera'],
  ['internet', 'wifi', 'jaringan', 'koneksi'],
  ['rusak', 'perbaikan', 'memperbaiki', 'macet', 'bermasalah', 'servis'],
  ['printer', 'pencetak'],
  ['server', 'peladen'],
  ['aplikasi', 'app'],
  ['berkas', 'file', 'dokumen'],
  ['presensi', 'absensi', 'absen'],
];
const EVERYDAY: ReadonlySet<string> = new Set(SYNONYMS.flat());

/** What Indonesian hangs on the end of a word: "jaringannya" is a network, too. */
const CLITIC = /^(.{4,})(?:nya|ku|mu)$|^(.{5,})(?:lah|kah|pun)$/;
/** A word as it was typed, and without what hangs on it. */
export function wordForms(word: string): string[] {
  const [, bare, other] = CLITIC.exec(word) ?? [];
  const form = bare ?? other;
  return form ? [word, form] : [word];
}

/** Synonyms of a word, without itself. */
export const synonymsOf = (word: string): string[] =>
  SYNONYMS.filter((group) => group.includes(word)).flatMap((group) => group.filter((other) => other !== word));

/** From this length on a word may be mistyped and still be known. */
const LONG_ENOUGH = 4;

/** One letter too much, too few, wrong, or two swapped. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const [restShort, restLong] = [short.slice(from), long.slice(from)];
  if (short.length < long.length) return restShort === restLong.slice(1);
  return (
    restShort.slice(1) === restLong.slice(1) ||
    (restShort[0] === restLong[1] && restShort[1] === restLong[0] && restShort.slice(2) === restLong.slice(2))
  );
}

/** Whether a word begins with what was typed, or would but for one slip of the finger. */
export const startsAlmost = (word: string, typed: string): boolean =>
  word.startsWith(typed) ||
  (typed.length >= LONG_ENOUGH && [-1, 0, 1].some((more) => isOneSlip(typed, word.slice(0, typed.length + more))));

/** From this length on an unknown word may be an everyday word mistyped: shorter ones resemble too many. */
const LONG_ENOUGH_TO_MEAN = 5;
/** Everyday words an unknown one would be but for one slip of the finger; none for a word that is known as it stands. */
function meantBy(word: string): string[] {
  if (word.length < LONG_ENOUGH_TO_MEAN || EVERYDAY.has(word)) return [];
  return [...EVERYDAY].filter(
    (known) => known.length >= LONG_ENOUGH_TO_MEAN && known[0] === word[0] && isOneSlip(known, word),
  );
}

/**
 * Other words by which what somebody typed is found as well: without what hangs on it, mended, and what people call it
 * otherwise. One rule for services, tickets and guides.
 */
export function otherWords(word: string): string[] {
  const forms = wordForms(word);
  const meant = forms.flatMap(meantBy);
  const known = [...forms, ...meant];
  return [...new Set([...known, ...known.flatMap(synonymsOf)])].filter((other) => other !== word);
}
