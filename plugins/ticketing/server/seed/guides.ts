import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { UID } from '../database/content-types';

/** A document of `database/seed/guides`, or its translation in `en` there: lines `name: value` between two rules, then Markdown. */
interface SeedGuide {
  readonly slug: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly body: string;
}

function parse(slug: string, text: string): SeedGuide {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replace(/\r\n/g, '\n')) ?? [];
  if (!body) throw new Error(`the seed guide ${slug} has no heading between two rules, or no text`);
  const facts = Object.fromEntries(
    head
      .split('\n')
      .map((line): [string, string] => [
        line.slice(0, line.indexOf(':')).trim(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  return { slug, facts, body: body.trim() };
}

const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * The city's first guides, wherever there are none yet: a new database, and one from before there were guides. Never
 * overwrites.
 */
export async function seedGuides(strapi: Core.Strapi, dir: string): Promise<void> {
  if ((await strapi.db.query(UID.guide).count()) > 0) return;
  const folder = path.join(dir, 'guides');
  const files = (await fs.readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const guides = await Promise.all(
    files.map(async (name) => parse(name.slice(0, -3), await fs.readFile(path.join(folder, name), 'utf8'))),
  );
  const translations = new Map<string, SeedGuide>();
  for (const name of await fs.readdir(path.join(folder, 'en')))
    translations.set(
      name.slice(0, -3),
      parse(name.slice(0, -3), await fs.readFile(path.join(folder, 'en', name), 'utf8')),
    );
  const categories = (await strapi.db.query(UID.category).findMany({ select: ['id', 'code'] })) as {
    id: number;
    code: string;
  }[];
  await strapi.db.transaction(async () => {
    for (const {
      slug,
      body,
      facts: { title, kind, order, summary, keywords, services },
    } of guides) {
      const linked = listed(services).flatMap((code) =>
        categories.filter((category) => category.code === code).map(({ id }) => id),
      );
      const english = translations.get(slug);
      await strapi.documents(UID.guide).create({
        data: {
          slug,
          body,
          title,
          kind,
          summary,
          keywords,
          order: Number(order),
          englishTitle: english?.facts['title'],
          englishSummary: english?.facts['summary'],
          englishBody: english?.body,
          isActive: true,
          services: linked,
        } as never,
      });
    }
  });
  strapi.log.info(`guides loaded: ${guides.length}`);
}
