import type { Core } from '@strapi/strapi';
import { UID } from '../database/content-types';
import { readSeed } from './files';

/** Who the office is, where nobody has said so yet. Never overwrites what stands. */
export async function seedIdentity(strapi: Core.Strapi, dir: string): Promise<void> {
  if (await strapi.db.query(UID.identity as never).findOne({})) return;
  const data = await readSeed<object>(dir, 'identitas');
  await strapi.documents(UID.identity as never).create({ data: data as never });
}
