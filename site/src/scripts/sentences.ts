/** What scripts say, in the page's language: the server puts the sentences on the page as JSON. */
import { fill, type Language } from 'strapi-plugin-ticketing/domain';
import type { ScriptKey } from '../i18n/script-words';

let loaded: Readonly<Record<string, string>> | null = null;
const sentences = (): Readonly<Record<string, string>> =>
  (loaded ??= JSON.parse(document.querySelector('[data-words]')?.textContent ?? '{}') as Record<string, string>);

export const language = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'id');
export const sentence = (key: ScriptKey, facts: Readonly<Record<string, unknown>> = {}): string =>
  fill(sentences()[key] ?? key, facts);

/** "1,2 MB" */
export function bytesText(size: number): string {
  const number = new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 });
  return size < 1024 ** 2
    ? `${number.format(Math.max(1, Math.round(size / 1024)))} kB`
    : `${number.format(size / 1024 ** 2)} MB`;
}

/** An element with its attributes, text and children, so that nothing typed ever becomes markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
