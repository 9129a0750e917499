import fs from 'node:fs';
import path from 'node:path';

/** A statement as a request sent it. `round` counts round trips: statements under way together share one. */
export interface Statement {
  readonly request: string;
  readonly round: number;
  readonly text: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
}

/** What a cms has to be started with so that what it sends is written down. */
export const spying = (file: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--require ${path.join(__dirname, 'spy.cjs')}`,
  STATEMENTS: file,
});

/** What a cms that is watched sends while this is done. */
export async function statementsOf(file: string, act: () => Promise<unknown>): Promise<Statement[]> {
  const read = (): Buffer => (fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0));
  const before = read().length;
  await act();
  return read()
    .subarray(before)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Statement);
}
