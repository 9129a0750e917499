/**
 * Lints texts as if they lay in the house, by the house's own configuration: on each line of stdin a list of
 * { file, code }, on a line of stdout for each of them its list of { rule, message, line }. A process of its own, since
 * jest cannot load that configuration.
 */
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ESLint } from 'eslint';

const root = path.resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root, ruleFilter: ({ ruleId }) => ruleId.startsWith('house/') });
for await (const request of createInterface({ input: process.stdin })) {
  const said = [];
  for (const { file, code } of JSON.parse(request)) {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
    said.push((result?.messages ?? []).map(({ ruleId, message, line }) => ({ rule: ruleId, message, line })));
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
