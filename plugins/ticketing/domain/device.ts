/** Browser and system of a device by their names; null where the words it introduced itself with say neither. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

type Sign = readonly [name: string, sign: RegExp];
/** In this order: most browsers also claim to be one further down. */
const BROWSERS: readonly Sign[] = [
  ['Edge', /\bEdgA?(iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['UC Browser', /UCBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(HeadlessChrome|Chrome|CriOS)\//],
  ['Safari', /Version\/.*Safari\//],
];
const SYSTEMS: readonly Sign[] = [
  ['Android', /Android/],
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];
const named = (signs: readonly Sign[], words: string): string | null =>
  signs.find(([, sign]) => sign.test(words))?.[0] ?? null;

/** What a `User-Agent` says of a device. It is only what the device claims, good for recognising one's own. */
export const deviceOf = (userAgent: string | null): Device => ({
  browser: named(BROWSERS, userAgent ?? ''),
  system: named(SYSTEMS, userAgent ?? ''),
});

/** Where a network address lies, as far as the address itself tells; nobody outside is asked. */
export type Place = 'THIS_SERVER' | 'INTERNAL' | 'INTERNET' | 'UNKNOWN';

/** Source: RFC 1918, 4193, 6598 for networks of one's own. */
export function placeOf(address: string | null): Place {
  const plain = (address ?? '').replace(/^::ffff:/i, '').toLowerCase();
  if (!/^[\d.]+$|:/.test(plain)) return 'UNKNOWN';
  if (plain === '::1' || plain.startsWith('127.')) return 'THIS_SERVER';
  const isInternal =
    /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe80:)/.test(
      plain,
    );
  return isInternal ? 'INTERNAL' : 'INTERNET';
}
