import type { Issue } from './refusal';

/**
 * Shortest password in characters, and the most bytes of it the hash reads: what lies beyond would protect nothing.
 * Source: domain rules 4.7 a (BSSN 4/2021, a city's guide of at least 12 characters).
 */
export const PASSWORD = { least: 12, mostBytes: 72 } as const;

/** What of an account its password must not be made of. */
export interface AccountNames {
  readonly username: string;
  readonly email: string;
  readonly fullName: string;
}

/**
 * What the commonest passwords of the world and of this office are made of, lower case and without look-alike digits.
 */
const COMMON: readonly string[] = [
  'password',
  'passwort',
  'katasandi',
  'sandi',
  'rahasia',
  'secret',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdfgh',
  'asdf',
  'zxcvbnm',
  'zxcvbn',
  'qazwsx',
  'letmein',
  'welcome',
  'selamatdatang',
  'selamat',
  'iloveyou',
  'akucintakamu',
  'cinta',
  'sayang',
  'monkey',
  'dragon',
  'football',
  'sepakbola',
  'baseball',
  'superman',
  'batman',
  'master',
  'princess',
  'sunshine',
  'shadow',
  'michael',
  'trustno',
  'administrator',
  'admin',
  'operator',
  'pengguna',
  'user',
  'guest',
  'tamu',
  'default',
  'changeme',
  'ganti',
  'login',
  'masuk',
  'test',
  'coba',
  'google',
  'samsung',
  'internet',
  'komputer',
  'windows',
  'whatsapp',
  'indonesia',
  'merdeka',
  'garuda',
  'pancasila',
  'jakarta',
  'bandung',
  'padang',
  'minangkabau',
  'minang',
  'sumaterabarat',
  'sumatera',
  'sumbar',
  'bukittinggi',
  'jamgadang',
  'bismillah',
  'alhamdulillah',
  'ramadhan',
  'ramadan',
  'diskominfo',
  'kominfo',
  'pemerintah',
  'pemko',
  'pemkot',
  'dinas',
  'skpd',
  'kantor',
  'pegawai',
  'layanan',
  'tiket',
  'januari',
  'februari',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];

/** Digits and signs people put in the place of letters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const plainly = (text: string): string => text.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);

/**
 * What is repeated at once (`aaaa`, `kopikopi`) counts once, and of runs like `1234` or `dcba` the first two
 * characters.
 */
function withoutRuns(text: string): string {
  const once = [...text.replace(/(.{1,12}?)\1+/gu, '$1')];
  const codes = once.map((character) => character.codePointAt(0) ?? 0);
  return once
    .filter((_, at) => {
      const [two, one, zero] = [codes[at - 2], codes[at - 1], codes[at] ?? 0];
      return two === undefined || one === undefined || !(Math.abs(zero - one) === 1 && zero - one === one - two);
    })
    .join('');
}

/** How many characters of a password somebody would still have to guess who knows these words, years and runs. */
function unguessed(password: string, words: readonly string[]): number {
  const bare = (text: string): number => {
    const rest = [...words].sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), text);
    return [...withoutRuns(rest.replace(/(19|20)\d\d/g, ''))].length;
  };
  const lower = password.toLowerCase();
  return Math.min(bare(lower), bare(plainly(lower)));
}

/** With fewer unknown characters than these, the list of known words opens the door. */
const LEAST_UNGUESSED = 6;

const wordsOf = ({ username, email, fullName }: AccountNames): string[] =>
  [
    ...new Set([
      username,
      email,
      email.split('@')[0] ?? '',
      fullName,
      fullName.replace(/\s+/g, ''),
      ...`${username} ${email} ${fullName}`.split(/[^\p{L}\p{N}]+/u),
    ]),
  ]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3);

/** What speaks against a password for this account; empty when nothing does. The field is always `password`. */
export function passwordIssues(password: string, account: AccountNames): Issue[] {
  if (!password) return [{ field: 'password', code: 'required' }];
  if ([...password].length < PASSWORD.least) return [{ field: 'password', code: 'tooShort', limit: PASSWORD.least }];
  if (new TextEncoder().encode(password).length > PASSWORD.mostBytes)
    return [{ field: 'password', code: 'tooLong', limit: PASSWORD.mostBytes }];
  if (unguessed(password, COMMON) < LEAST_UNGUESSED) return [{ field: 'password', code: 'tooCommon' }];
  if (unguessed(password, [...COMMON, ...wordsOf(account)]) < LEAST_UNGUESSED)
    return [{ field: 'password', code: 'namesAccount' }];
  return [];
}

export const STRENGTHS = ['WEAK', 'FAIR', 'STRONG'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What the policy refuses is weak; beyond that, length counts more than odd signs. */
export function strengthOf(password: string, account: AccountNames): Strength {
  if (passwordIssues(password, account).length > 0) return 'WEAK';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const unknown = unguessed(password, [...COMMON, ...wordsOf(account)]);
  return unknown >= 16 || (unknown >= 12 && kinds >= 3) ? 'STRONG' : 'FAIR';
}
