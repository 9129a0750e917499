import MarkdownIt, { type Token } from 'markdown-it';

/** A heading of a document, and the address within the page it can be linked by. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}
export interface RenderOptions {
  /** An address of this portal in the reader's language. */
  readonly href: (address: string) => string;
  /** What a screen reader calls the n-th table, under its heading. */
  readonly tableLabel: (count: number, heading: string) => string;
  /** Before every id of this text, so that it meets no other on the page. */
  readonly prefix: string;
  /** The level its highest heading takes on this page. */
  readonly top: number;
}

/**
 * Links lead to this portal, to another page of the web, to mail or to a telephone; whatever else was written stays
 * text.
 */
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

// Raw HTML is text: what editors write can never run, load or style anything.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = (url) => SAFE_LINK.test(url.trim());
const { escapeHtml } = markdown.utils;
markdown.renderer.rules['table_open'] = (tokens, at) => {
  const label = escapeHtml(String(tokens[at]?.meta?.['label'] ?? ''));
  return `<div class="table" tabindex="0" role="region" aria-label="${label}"><table>`;
};
markdown.renderer.rules['table_close'] = () => '</table></div>';
const code = (tokens: readonly Token[], at: number): string =>
  `<pre tabindex="0"><code>${escapeHtml(tokens[at]?.content ?? '')}</code></pre>`;
markdown.renderer.rules['fence'] = code;
markdown.renderer.rules['code_block'] = code;
// A picture would come from another host, which the portal never asks; its words remain.
markdown.renderer.rules['image'] = (tokens, at) => escapeHtml(tokens[at]?.content ?? '');

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'bagian';
const textOf = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .filter(({ type }) => ['text', 'code_inline', 'image'].includes(type))
    .map(({ content }) => content)
    .join('')
    .trim();

/** Moves headings under the page's own, and gives each an id of its own. */
function placeHeadings(tokens: readonly Token[], { prefix, top }: RenderOptions): Heading[] {
  const levels = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => Number(tag.slice(1)));
  const shift = top - Math.min(...levels);
  const taken = new Map<string, number>();
  return tokens.flatMap((token, index): Heading[] => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return [];
    const level = Math.min(6, Number(token.tag.slice(1)) + shift);
    token.tag = `h${level}`;
    if (token.type === 'heading_close') return [];
    const text = textOf(tokens[index + 1]);
    const slug = slugOf(text);
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    const id = `${prefix}${slug}${before ? `-${before + 1}` : ''}`;
    token.attrSet('id', id);
    return [{ id, text, level }];
  });
}

function placeLink(link: Token, { href, prefix }: RenderOptions): void {
  const to = String(link.attrGet('href') ?? '');
  if (to.startsWith('/')) link.attrSet('href', href(to));
  else if (to.startsWith('#')) link.attrSet('href', `#${prefix}${to.slice(1)}`);
  else if (/^https?:/i.test(to)) link.attrSet('rel', 'noopener noreferrer');
}

/** Cells say what they are, and align by class: the page's policy allows no style attributes. */
function placeCell(cell: Token): void {
  const [, side] = /text-align:\s*(\w+)/.exec(String(cell.attrGet('style') ?? '')) ?? [];
  cell.attrs = [
    ...(cell.type === 'th_open' ? [['scope', 'col'] as [string, string]] : []),
    ...(side ? [['class', `to-${side}`] as [string, string]] : []),
  ];
}

/** Markdown as HTML that is safe to show, with its headings. */
export function render(text: string, options: RenderOptions): Rendered {
  const tokens = markdown.parse(text, {});
  const headings = placeHeadings(tokens, options);
  let heading = '';
  let tables = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') heading = textOf(tokens[index + 1]);
    if (token.type === 'table_open') token.meta = { label: options.tableLabel(++tables, heading) };
    if (token.type === 'th_open' || token.type === 'td_open') placeCell(token);
    for (const child of token.children ?? []) if (child.type === 'link_open') placeLink(child, options);
  }
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}
