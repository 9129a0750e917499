import type { Statement } from './statements';

/** Sends statements that were written down, round by round, with some of their values replaced; answers with the rows. */
export function replay(
  query: (statement: { text: string; name?: string; values?: unknown[] }) => Promise<{ rows: unknown[] }>,
  rounds: readonly (readonly Statement[])[],
  replacing: ReadonlyMap<unknown, unknown>,
): Promise<unknown[]>;
