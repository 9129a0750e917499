// @ts-check
import path from 'node:path';

/**
 * The domain imports nothing but itself: relative paths that stay inside `plugins/ticketing/domain`. The one exception
 * is given by folder or file: `{ allow: { contract: ['zod'] } }`.
 * @type {import('eslint').Rule.RuleModule}
 */
export const pureDomain = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }],
    messages: { outside: 'The domain is pure: "{{ from }}" is not part of it.' },
  },
  create(context) {
    const file = context.filename;
    const domain = file.slice(0, file.lastIndexOf(`${path.sep}domain${path.sep}`) + '/domain'.length);
    const place = path.relative(domain, file);
    const allowed =
      context.options[0]?.allow?.[place] ?? context.options[0]?.allow?.[place.split(path.sep)[0] ?? ''] ?? [];
    /** @param {import('estree').Node & { source?: unknown }} node @param {unknown} source */
    const check = (node, source) => {
      const from = /** @type {{ value?: unknown } | null | undefined} */ (source)?.value;
      if (source === null || source === undefined) return;
      const isInside =
        typeof from === 'string' && from.startsWith('.') && path.resolve(path.dirname(file), from).startsWith(domain);
      if (!isInside && !allowed.includes(from))
        context.report({ node, messageId: 'outside', data: { from: String(from) } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      'CallExpression[callee.name="require"]': (/** @type {import('estree').CallExpression} */ node) =>
        check(node, node.arguments[0] ?? null),
      TSImportType: (
        /** @type {import('estree').Node & { source?: unknown, argument?: { literal?: unknown } }} */ node,
      ) => check(node, node.source ?? node.argument?.literal),
    };
  },
};
