/** Lower-case words without marks: how search compares. */
export const fold = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();

/** Words that stand in every request and tell none from another. PostgreSQL's Indonesian has no such list of its own. */
const EMPTY_WORDS = new Set((
  'ada adalah agar akan anda apa atau bagi bahwa bantu bantuan belum berapa bila bisa bukan cara dalam dan dapat dari dengan di dong harap hari hingga ingin ini itu jadi juga ' +
  'kami karena ke kenapa kepada kok lagi lalu mau masih mohon minta namun nya oleh pada para perlu permohonan permintaan saat saja sama sampai sangat saya sebagai sedang sejak sekali ' +
  'selalu semua seperti serta setelah sudah supaya telah tentang terjadi terlalu tidak tolong untuk yaitu yang the and for not our with please'
).split(' '));

/** The words of a sentence that tell what it is about; all of them when none does. */
export function telling(text: string): string[] {
  const words = [...new Set(fold(text).split(' ').filter(Boolean))];
  const said = words.filter((word) => !EMPTY_WORDS.has(word));
  return said.length ? said : words;
}

/** What people call the same thing. Words of one service belong to its keywords; these are everybody's. */
const ALIKE: readonly (readonly string[])[] = [
  ['lambat', 'lemot', 'lelet', 'lama', 'slow'], ['mati', 'down', 'putus', 'terputus', 'gangguan', 'error', 'rusak'],
  ['komputer', 'laptop', 'pc', 'notebook'], ['sandi', 'password', 'kunci'], ['website', 'web', 'situs', 'laman'], ['email', 'surel', 'mail'],
  ['rapat', 'meeting', 'vicon', 'zoom'], ['hack', 'retas', 'peretasan', 'dibobol', 'insiden', 'siber'], ['pelatihan', 'bimtek', 'training', 'latihan', 'sosialisasi'],
  ['liputan', 'peliputan', 'dokumentasi', 'foto', 'video'], ['akun', 'user', 'login'], ['rekaman', 'cctv', 'kamera'], ['internet', 'wifi', 'jaringan', 'koneksi'],
];

/** Other words for a word. */
export const alike = (word: string): string[] => ALIKE.filter((group) => group.includes(word)).flatMap((group) => group.filter((other) => other !== word));

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
  return restShort.slice(1) === restLong.slice(1) || (restShort[0] === restLong[1] && restShort[1] === restLong[0] && restShort.slice(2) === restLong.slice(2));
}

/** Whether a word begins with what was typed, or would but for one slip of the finger. */
export const begins = (word: string, typed: string): boolean =>
  word.startsWith(typed) || (typed.length >= LONG_ENOUGH && [-1, 0, 1].some((more) => isOneSlip(typed, word.slice(0, typed.length + more))));
