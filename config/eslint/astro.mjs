// @ts-check

/**
 * The scripts of an Astro file: its front matter and its `<script>` elements. Each stands on the lines it has in the
 * file, so that what is said about it names the right line.
 * @param {string} text
 * @returns {string[]}
 */
export function scriptsOf(text) {
  const frontMatter = /^\s*---\n(?<code>[\s\S]*?)\n---/.exec(text);
  const elements = text.matchAll(/<script(?:\s[^>]*[^>/])?>(?<code>[\s\S]*?)<\/script>/g);
  return [...(frontMatter ? [frontMatter] : []), ...elements].map((found) => {
    const code = found.groups?.code ?? '';
    const before = text.slice(0, found.index + found[0].indexOf(code));
    return '\n'.repeat(before.split('\n').length - 1) + code;
  });
}

/**
 * Has ESLint read the scripts of Astro files.
 * @type {import('eslint').Linter.Processor}
 */
export const astroScripts = {
  meta: { name: 'house/astro-scripts' },
  preprocess: (text) => scriptsOf(text).map((code, index) => ({ text: code, filename: `${index}.ts` })),
  postprocess: (messages) => messages.flat(),
  supportsAutofix: false,
};
