import { createRequire } from 'node:module';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** What somebody did on the way: presses of the pointer, or of a key in its place, and fields that were filled in. */
export interface Steps {
  presses: number;
  fields: number;
}

/** Walks as a person does, and counts. */
export function walking() {
  const steps: Steps = { presses: 0, fields: 0 };
  return {
    steps,
    async press(target: Locator): Promise<void> {
      steps.presses += 1;
      await target.click();
    },
    async key(page: Page, name: string): Promise<void> {
      steps.presses += 1;
      await page.keyboard.press(name);
    },
    async fill(target: Locator, text: string): Promise<void> {
      steps.fields += 1;
      await target.fill(text);
    },
    /** Types into a field that offers what fits, letter by letter. */
    async find(target: Locator, text: string): Promise<void> {
      steps.fields += 1;
      await target.pressSequentially(text);
    },
  };
}

const load = createRequire(__filename);
/** Words that Indonesians took over as they are. */
const SHARED: ReadonlySet<string> = new Set(['email', 'status', 'total', 'data', 'id', 'panel', 'portal', 'server']);
type Table = Readonly<Record<string, string>>;
/** Sentences that Strapi's panel has in English, without those that are the same in its Indonesian. */
function strapiEnglish(): ReadonlySet<string> {
  const tableOf = (pack: string, folder: string, language: string): Table =>
    (
      load(path.join(path.dirname(require.resolve(`${pack}/package.json`)), folder, `${language}.json.js`)) as {
        default: Table;
      }
    ).default;
  const sentences = (
    [
      ['@strapi/admin', 'dist/admin/admin/src/translations'],
      ['@strapi/content-manager', 'dist/admin/translations'],
    ] as const
  ).flatMap(([pack, folder]) => {
    const same = tableOf(pack, folder, 'id');
    return Object.entries(tableOf(pack, folder, 'en')).filter(([key, sentence]) => same[key] !== sentence);
  });
  return new Set(sentences.map(([, sentence]) => sentence.trim().toLowerCase()));
}

/** Words of English that no Indonesian sentence has, whoever wrote it. */
const ENGLISH =
  /\b(the|and|your|you|with|this|that|please|save|cancel|delete|edit|create|search|select|loading|settings|required|invalid|close|next|back|add)\b/i;

/** All that a page says, also to whoever listens to it. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element)
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) said.push(node.getAttribute(name) ?? '');
      else if (!node.parentElement?.closest('script, style, noscript')) said.push(node.textContent ?? '');
    }
    return [document.title, ...said].map((text) => text.trim()).filter(Boolean);
  });

/** Reads what a page says in English; empty is good. */
export function englishReader(): (page: Page) => Promise<string[]> {
  const strapi = strapiEnglish();
  return async (page) =>
    [...new Set(await textsOf(page))].filter(
      (text) => (strapi.has(text.toLowerCase()) && !SHARED.has(text.toLowerCase())) || ENGLISH.test(text),
    );
}
