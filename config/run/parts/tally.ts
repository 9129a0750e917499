import { red, say } from './progress.mjs';
import { words } from './words.mjs';

/** What a run of checks has come to. A step that could not run counts as failed; nothing is skipped silently. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  readonly failures: string[];
}

export const newTally = (): Tally => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

export function count(tally: Tally, name: string, isGood: boolean): void {
  if (isGood) tally.passed += 1;
  else {
    tally.failed += 1;
    tally.failures.push(name);
  }
}

/** Says what failed and ends with the line that others read; the exit code follows from it. */
export function conclude({ passed, failed, skipped, failures }: Tally): number {
  if (failures.length > 0) {
    const list = failures.map((name) => `  ✗ ${name}`);
    say(`\n${[red(words.checks.failures), ...list].join('\n')}`);
  }
  if (skipped > 0) say(`\n${words.checks.skipped(skipped)}`);
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
