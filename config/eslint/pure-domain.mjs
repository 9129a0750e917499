// @ts-check
import path from 'node:path';
import { onImports } from './imports.mjs';

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
    return onImports((node, from) => {
      const isInside =
        from?.startsWith('.') && path.resolve(path.dirname(file), from).startsWith(`${domain}${path.sep}`);
      if (!isInside && !allowed.includes(from))
        context.report({ node, messageId: 'outside', data: { from: String(from) } });
    });
  },
};
