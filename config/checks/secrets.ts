/**
 * No secret lies in the repository: no file that git keeps holds something in the shape of one.
 * `node config/checks/secrets.ts [root]` exits with 1 and names file, line and kind, never the secret itself.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { NO_SECRETS, SECRET_SHAPES } from './allowed.ts';
import { ownFiles } from '../run/parts/own-files.ts';
import { report } from './report.ts';

/** Bytes after which a file is no text that somebody wrote. */
const LONGEST = 2 * 1024 * 1024;

/** What git keeps or would keep; where there is no git, everything that people wrote. */
function keptFiles(root: string): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.split('\0').filter(Boolean) : ownFiles(root, fs.readdirSync(root));
}

function findingsIn(root: string, file: string): string[] {
  const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > LONGEST) return [];
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  if (text.includes('\0')) return [];
  return text.split('\n').flatMap((line, index) =>
    SECRET_SHAPES.flatMap(({ what, shape }) => {
      const found = shape.exec(line)?.[0];
      if (!found || NO_SECRETS.some((none) => none.file === file && none.text === found)) return [];
      return [
        `${file}:${index + 1} holds what looks like ${what}. ` +
          'Take it out and replace the secret, since history keeps it; ' +
          'if it is none, say so in config/checks/allowed.ts.',
      ];
    }),
  );
}

if (import.meta.main) {
  const root = process.argv[2] ?? process.cwd();
  report(keptFiles(root).flatMap((file) => findingsIn(root, file)));
}
