import type { RefusalCode } from '../../domain';

/**
 * What a machine in trouble says, by its code (SQLSTATE, or of the operating system), and what people hear of it. Nothing
 * was written: the transaction is gone, or never began. Source: PostgreSQL, appendix A; errno(3).
 */
const TROUBLES: Readonly<Record<string, RefusalCode>> = {
  // The database does not answer, ends, starts, or has no place for one more.
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  EPIPE: 'unavailable',
  ETIMEDOUT: 'unavailable',
  ENOTFOUND: 'unavailable',
  EAI_AGAIN: 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57P05': 'unavailable',
  '53300': 'unavailable',
  '53400': 'unavailable',
  // Two waited for each other, or one for a lock longer than it may: the same once more goes through.
  '55P03': 'unavailable',
  '40P01': 'unavailable',
  ENOSPC: 'storageFull',
  EDQUOT: 'storageFull',
  '53100': 'storageFull',
  EROFS: 'readOnly',
  '25006': 'readOnly',
};
/** A broken connection in the words of `pg`, which gives it no code, and an exhausted pool in those of knex. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|Knex: Timeout acquiring)/;

interface Known {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/** Which refusal a failure of the machine is; null for a mistake of ours. */
export function troubleOf(error: unknown): RefusalCode | null {
  let next = error;
  for (let depth = 0; depth < 4 && typeof next === 'object' && next !== null; depth += 1) {
    const { code, message, cause } = next as Known;
    const known = typeof code === 'string' ? (TROUBLES[code] ?? (code.startsWith('08') ? 'unavailable' : null)) : null;
    if (known) return known;
    // A statement's text may stand before the words.
    if (typeof message === 'string' && BROKEN.test(message.split(' - ').at(-1) ?? '')) return 'unavailable';
    next = cause;
  }
  return null;
}
