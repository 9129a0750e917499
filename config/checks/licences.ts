/**
 * What runs in production is free: every package's licence is on the list, or its text was read and says so.
 * `node config/checks/licences.ts [root]` exits with 1 and names each package whose licence is not.
 */
import fs from 'node:fs';
import path from 'node:path';
import { FREE_LICENCES, LICENCES_READ } from './allowed.ts';
import { packagesOf, type Package } from './packages.ts';
import { report } from './report.ts';

/** Whether a SPDX expression leaves a free choice: of `A OR B` one is enough, `A AND B` needs both. */
export function isFree(expression: string): boolean {
  const [group = '', inner = ''] = /\(([^()]*)\)/.exec(expression) ?? [];
  if (group) return isFree(expression.replace(group, isFree(inner) ? 'MIT' : 'NONE'));
  return expression
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => FREE_LICENCES.includes(licence.trim())));
}

function licenceOf(root: string, { name, where, license }: Package): string {
  const read = LICENCES_READ.find((line) =>
    line.name.endsWith('*') ? name.startsWith(line.name.slice(0, -1)) : name === line.name,
  );
  if (read && (license === undefined || license.startsWith('SEE '))) return read.licence;
  return license ?? oldStyle(path.join(root, where, 'package.json')) ?? 'none named';
}

/** Packages from before SPDX keep a list of licences, of which one may be chosen. */
function oldStyle(file: string): string | null {
  if (!fs.existsSync(file)) return null;
  const { licenses } = JSON.parse(fs.readFileSync(file, 'utf8')) as { licenses?: { type: string }[] };
  return Array.isArray(licenses) ? licenses.map(({ type }) => type).join(' OR ') : null;
}

if (import.meta.main) {
  const root = process.argv[2] ?? process.cwd();
  report(
    packagesOf(root)
      .filter(({ dev }) => !dev)
      .map((each) => ({ ...each, licence: licenceOf(root, each) }))
      .filter(({ licence }) => !isFree(licence))
      .map(
        ({ name, version, licence }) =>
          `${name} ${version} runs in production and its licence is not free: ${licence}. ` +
          'Take another package, or read its licence and add it to config/checks/allowed.ts.',
      ),
  );
}
