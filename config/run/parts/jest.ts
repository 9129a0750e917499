import fs from 'node:fs';
import path from 'node:path';
import { Closing, type House } from './house.ts';
import { bold, pass, say } from './progress.mjs';
import { count, type Tally } from './tally.ts';
import { ROOT } from './verb.ts';
import { words } from './words.mjs';

export type Speed = 'domain' | 'api' | 'site' | 'bench';
/**
 * One per core, one whose file boots its servers or waits for the browser, and one that waits for what comes by itself; a
 * benchmark wants the machine alone.
 */
const workersFor = (speeds: readonly Speed[]): number =>
  speeds.includes('bench') ? 1 : speeds.includes('site') ? 4 : 2;
/**
 * Milliseconds without a word from jest after which a run counts as stuck: no file takes so long, even on a busy
 * machine.
 */
const PATIENCE = 20 * 60_000;
const PULSE = 30_000;

interface Report {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Runs jest projects together to their end and counts their tests; jest itself shows each file as it ends, and why
 * tests fail.
 */
export async function runJest(
  house: House,
  tally: Tally,
  speeds: readonly Speed[],
  patterns: readonly string[],
  env: NodeJS.ProcessEnv,
  folder: { readonly work: string; readonly logs: string },
): Promise<void> {
  const name = speeds.join('-');
  const title = `${words.checks.jest}: ${speeds.join(', ')}`;
  say(bold(title));
  const outputFile = path.join(folder.work, `jest-${name}.json`);
  let [spoke, heard] = [Date.now(), Date.now()];
  const running = house.spawn({
    name: title,
    cwd: ROOT,
    env,
    log: path.join(folder.logs, `test-${name}.log`),
    args: [
      path.join(ROOT, 'node_modules/jest/bin/jest.js'),
      '--config',
      'tests/jest.config.cjs',
      '--selectProjects',
      ...speeds,
      '--json',
      '--outputFile',
      outputFile,
      '--maxWorkers',
      String(workersFor(speeds)),
      '--passWithNoTests',
      ...(process.stdout.isTTY ? ['--colors'] : ['--ci']),
      // A handle left open by a server must not keep the run from ending.
      ...(speeds.includes('domain') ? [] : ['--forceExit']),
      ...patterns,
    ],
    // What jest tells people goes to stderr; what the servers under test print stays in the log.
    onOutput: (text, isError) => {
      if (isError) {
        [spoke, heard] = [Date.now(), Date.now()];
        pass(text);
      }
    },
  });
  const since = Date.now();
  const pulse = setInterval(() => {
    if (Date.now() - spoke > PULSE) {
      spoke = Date.now();
      say(`… ${title} (${Math.round((spoke - since) / 1000)} s)`);
    }
    if (Date.now() - heard > PATIENCE) running.child.kill('SIGKILL');
  }, 1000);
  await running.ended;
  clearInterval(pulse);
  // Stopped by hand: what it came to until then is no result.
  if (house.isClosing) throw new Closing();
  tallyUp(tally, title, outputFile);
}

function tallyUp(tally: Tally, title: string, file: string): void {
  if (!fs.existsSync(file)) {
    say(words.checks.couldNotRun(title, words.checks.noReport));
    return count(tally, title, false);
  }
  const report = JSON.parse(fs.readFileSync(file, 'utf8')) as Report;
  for (const { name, status, assertionResults } of report.testResults) {
    for (const each of assertionResults) {
      if (each.status === 'passed' || each.status === 'failed') count(tally, each.fullName, each.status === 'passed');
      else tally.skipped += 1;
    }
    // A file that broke before its first test, or after its last.
    if (status === 'failed' && !assertionResults.some((each) => each.status === 'failed'))
      count(tally, path.relative(ROOT, name), false);
  }
}
