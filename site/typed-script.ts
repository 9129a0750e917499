import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const SUFFIX = '?script';

/**
 * `import text from './x.ts?script'`: a script of its own as JavaScript text, for what must be served under a fixed
 * name. A closing `export {}` keeps its names to itself, and goes. `__VERSION__` in it becomes a mark of this build.
 */
export const typedScript = (build: string) => ({
  name: 'typed-script',
  enforce: 'pre' as const,
  load(id: string): string | null {
    if (!id.endsWith(SUFFIX)) return null;
    const script = stripTypeScriptTypes(fs.readFileSync(id.slice(0, -SUFFIX.length), 'utf8'), {
      mode: 'strip',
    })
      .replace(/^export \{\};$/m, '')
      // Where types stood there is nothing, which nobody need download.
      .replace(/\n\s*\n/g, '\n');
    const version = createHash('sha256').update(build).update(script).digest('hex').slice(0, 12);
    return `export default ${JSON.stringify(script.replaceAll('__VERSION__', JSON.stringify(version)))};`;
  },
});
