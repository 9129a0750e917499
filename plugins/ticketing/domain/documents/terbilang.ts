const SMALL = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;
/** Each power of a thousand by its name; `seribu` is the only one that swallows its "satu". */
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const;

const small = (number: number): string => SMALL[number] ?? '';

function belowThousand(number: number): string[] {
  if (number >= 200) return [small(Math.floor(number / 100)), 'ratus', ...belowThousand(number % 100)];
  if (number >= 100) return ['seratus', ...belowThousand(number % 100)];
  if (number >= 20) return [small(Math.floor(number / 10)), 'puluh', ...belowThousand(number % 10)];
  if (number >= 12) return [small(number - 10), 'belas'];
  return number === 0 ? [] : [small(number)];
}

function group(number: number, scale: string): string[] {
  if (number === 0) return [];
  if (scale === 'ribu' && number === 1) return ['seribu'];
  return [...belowThousand(number), scale].filter(Boolean);
}

/**
 * A whole number in Indonesian words, as letters write dates and amounts: 2026 is "dua ribu dua puluh enam".
 * Throws a `RangeError` on what is no whole number that a computer holds exactly.
 */
export function terbilang(number: number): string {
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${number}`);
  if (number === 0) return small(0);
  if (number < 0) return `minus ${terbilang(-number)}`;
  return SCALES.map((scale, power) => group(Math.floor(number / 1000 ** power) % 1000, scale))
    .reverse()
    .flat()
    .join(' ');
}
