// @ts-check
/**
 * Installs the pinned Node where the machine's own will not do. npm runs it after the packages (`postinstall` of the root),
 * so that whatever a later start needs has come by then. Says nothing where it cannot: `go.mjs` does, to whoever starts.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { machinesPath, nodeFor, pinnedIn } from './choose.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

if (!nodeFor(root))
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, PATH: machinesPath(root) },
  });
// Beside the programs of the packages, so that whoever calls one of them by its path has the right Node.
const beside = path.join(root, 'node_modules/.bin/node');
if (fs.existsSync(pinnedIn(root))) {
  fs.mkdirSync(path.dirname(beside), { recursive: true });
  fs.rmSync(beside, { force: true });
  fs.symlinkSync(path.relative(path.dirname(beside), pinnedIn(root)), beside);
}
