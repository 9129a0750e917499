/**
 * A package may run a script when it is installed only where `allowScripts` of the root package.json names it.
 * `node config/checks/install-scripts.ts [root]` exits with 1 and names those that it does not, and names without one.
 */
import fs from 'node:fs';
import path from 'node:path';
import { packagesOf } from './packages.ts';
import { report } from './report.ts';

if (import.meta.main) {
  const root = process.argv[2] ?? process.cwd();
  const { allowScripts = {} } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    allowScripts?: Record<string, boolean>;
  };
  const named = Object.keys(allowScripts);
  const withScript = [...new Set(packagesOf(root).flatMap((each) => (each.hasInstallScript ? [each.name] : [])))];
  report([
    ...withScript
      .filter((name) => !named.includes(name))
      .map((name) => `${name} runs a script when it is installed. Read it, then allow or refuse it in "allowScripts".`),
    ...named
      .filter((name) => !withScript.includes(name))
      .map((name) => `"allowScripts" names ${name}, which has no script or is not installed. Take the line out.`),
  ]);
}
