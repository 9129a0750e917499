/**
 * Published weaknesses of the packages we install, as npm reads them from the registry. One that is not known fails;
 * a registry that does not answer is told and fails nothing, since a check that needs a network says nothing about us.
 * `node config/checks/advisories.ts [root] [file]`: with a file, npm's answer is read from there. With `--tell`, as
 * `npm run lint` and `npm test` ask, a new weakness is told and fails nothing: what somebody publishes tonight must not
 * turn tomorrow's tests red.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { KNOWN_ADVISORIES } from './allowed.ts';
import { report } from './report.ts';

/** Milliseconds that npm is given, so that a machine without network waits no longer than that. */
const PATIENCE = 30_000;

interface Via {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly severity: string;
  readonly range: string;
}
/** `npm audit --json`, version 2 of its report; without `vulnerabilities` it is an error. */
interface Answer {
  readonly vulnerabilities?: Record<string, { readonly via: readonly (Via | string)[] }>;
  readonly message?: string;
}

function ask(root: string): string {
  const { stdout, error } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], {
    cwd: root,
    encoding: 'utf8',
    timeout: PATIENCE,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout || JSON.stringify({ message: error?.message ?? 'npm said nothing' });
}

function read(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { message: 'npm answered with something that is not JSON' };
  }
}

/** `https://github.com/advisories/GHSA-…` is named by its last part. */
const idOf = ({ url }: Via) => url.slice(url.lastIndexOf('/') + 1);

if (import.meta.main) {
  const isTold = process.argv.includes('--tell');
  const [root = process.cwd(), file] = process.argv.slice(2).filter((word) => word !== '--tell');
  const { vulnerabilities, message } = read(file ? fs.readFileSync(file, 'utf8') : ask(root));
  if (!vulnerabilities) {
    report(
      [],
      [`The registry told no advisories (${message ?? 'no reason given'}): they were not checked in this run.`],
    );
  } else {
    // What is only reached through another package is named by that one.
    const told = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== 'string'));
    const byId = new Map(told.map((via) => [idOf(via), via]));
    const faults = [...byId]
      .filter(([id]) => !KNOWN_ADVISORIES.some((known) => known.id === id))
      .map(
        ([id, { name, range, severity, title }]) =>
          `${name} ${range} has a published weakness (${severity}, ${id}): ${title}. ` +
          'Take a mended release, if need be in "overrides" of package.json; ' +
          'where there is none, judge it and write it down in config/checks/allowed.ts.',
      );
    const notes = KNOWN_ADVISORIES.filter(({ id }) => !byId.has(id)).map(
      ({ id, package: name }) => `${id} (${name}) no longer applies; take it out of config/checks/allowed.ts.`,
    );
    report(isTold ? [] : faults, isTold ? [...faults, ...notes] : notes);
  }
}
