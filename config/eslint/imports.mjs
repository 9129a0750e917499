// @ts-check

/**
 * @typedef {{ source?: unknown, argument?: unknown, expression?: unknown, arguments?: unknown[] }} Places
 * @typedef {import('estree').Node & Places} Importing
 * @typedef {{ cooked?: string | null }} Text
 * @typedef {{ type?: string, value?: unknown, literal?: unknown, quasis?: { value: Text }[] }} Source
 */

/**
 * Visitors for every way in which a file names another: import, export from, import(), require, `import x = require()`
 * and `import('…')` as a type. What is named is a string, or undefined where it is put together at run time.
 * @param {(node: Importing, from: string | undefined) => void} check
 * @returns {import('eslint').Rule.RuleListener}
 */
export function onImports(check) {
  /** @param {Importing} node @param {unknown} source */
  const ask = (node, source) => {
    if (source !== null && source !== undefined) check(node, textOf(/** @type {Source} */ (source)));
  };
  /** @param {Importing} node */
  const askSource = (node) => ask(node, node.source);
  return {
    ImportDeclaration: askSource,
    ExportAllDeclaration: askSource,
    ExportNamedDeclaration: askSource,
    ImportExpression: askSource,
    'CallExpression[callee.name="require"]': (/** @type {Importing} */ node) => ask(node, node.arguments?.[0]),
    TSExternalModuleReference: (/** @type {Importing} */ node) => ask(node, node.expression),
    TSImportType: (/** @type {Importing} */ node) => ask(node, node.source ?? node.argument),
  };
}

/** @param {Source} source @returns {string | undefined} */
function textOf(source) {
  if (source.type === 'TSLiteralType') return textOf(/** @type {Source} */ (source.literal));
  if (source.type === 'TemplateLiteral' && source.quasis?.length === 1)
    return source.quasis[0]?.value.cooked ?? undefined;
  return typeof source.value === 'string' ? source.value : undefined;
}
