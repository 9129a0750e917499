/** Crockford's letters: no I, L, O and U, so that nothing is misread from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A code from random bytes, five bits a letter: 80 bits, `7K3M-9QXA-…`. Takes at least 10 bytes. */
export function codeFrom(random: Uint8Array): string {
  if (random.length < 10) throw new RangeError(`${random.length} bytes are too few for a code`);
  let bits = 0n;
  for (const byte of random.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    code = (LETTERS[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it was read from paper: any case, any dashes, O for 0, I and L for 1. Null when it cannot be one. */
export function readCode(typed: string): string | null {
  if (typed.length > 64) return null;
  const bare = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (bare.length !== LENGTH || [...bare].some((letter) => !LETTERS.includes(letter))) return null;
  return bare.replace(/(.{4})(?=.)/g, '$1-');
}
