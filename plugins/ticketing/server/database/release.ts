import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Where `database/` stands beside the app. */
export const databaseDir = (strapi: Core.Strapi): string => path.join(strapi.dirs.app.root, '..', 'database');

/** The release of the running code, as package.json has it. */
export async function readRelease(strapi: Core.Strapi): Promise<string> {
  const file = path.join(databaseDir(strapi), '..', 'package.json');
  return (JSON.parse(await fs.readFile(file, 'utf8')) as { version: string }).version;
}
