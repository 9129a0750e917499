/** Why a packed file is not taken. */
export type FileProblem = 'encrypted' | 'nested' | 'tooBig' | 'executable' | 'macro' | 'broken';

/** One entry of an archive, as its directory tells it, before anything is unpacked. Sizes in bytes. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly isEncrypted: boolean;
}

/** An archive that holds more than this would fill somebody's disk, or its reader's day. */
export const MOST_ENTRIES = 1000;
export const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;
/** Text packs ten to one; a hundred to one is a bomb, where it is more than a little. */
const HIGHEST_RATIO = 100;
const RATIO_FROM_BYTES = 1024 * 1024;

const ARCHIVES = /\.(zip|rar|7z|tar|gz|tgz|bz2|xz|zst|cab|iso|img|jar|war)$/i;
const PROGRAMS =
  /\.(exe|dll|com|bat|cmd|scr|pif|msi|msp|cpl|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|reg|apk|app|sh|elf|scf|chm)$/i;
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)(macrosheets|activeX)\//i;

/**
 * What is wrong with a packed file; null when nothing is. Documents of an office are packed too: in them only macros
 * and their size are asked about, and whether they are locked. Source: Peraturan BSSN 4/2021, k (keamanan file).
 */
export function archiveProblem(entries: readonly ArchiveEntry[], isDocument: boolean): FileProblem | null {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  const [packed, unpacked] = (['packed', 'unpacked'] as const).map((side) =>
    entries.reduce((sum, entry) => sum + entry[side], 0),
  ) as [number, number];
  const isBomb = unpacked > RATIO_FROM_BYTES && unpacked > HIGHEST_RATIO * Math.max(1, packed);
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED_BYTES || isBomb) return 'tooBig';
  if (isDocument) return entries.some(({ name }) => MACROS.test(name)) ? 'macro' : null;
  if (entries.some(({ name }) => ARCHIVES.test(name))) return 'nested';
  return entries.some(({ name }) => PROGRAMS.test(name)) ? 'executable' : null;
}
