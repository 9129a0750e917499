import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { openBucketStore } from './bucket-store';
import { openFolder } from './folder-store';
import type { Store } from './kept';
import { openBucket, type BucketSettings } from './objects.mjs';

async function open(strapi: Core.Strapi): Promise<Store> {
  const config = strapi.plugin('ticketing').config;
  const place = path.join(config<string>('dataDir'), 'attachments');
  const folder = await openFolder(strapi, place);
  const bucket = config<BucketSettings | null>('bucket');
  return bucket ? openBucketStore(strapi, openBucket(bucket), folder, path.join(place, 'uploads')) : folder;
}

let opened: Promise<Store> | null = null;

/** Where this desk's attachments lie: a folder, or the bucket that was set. */
export const storeOf = (strapi: Core.Strapi): Promise<Store> => (opened ??= open(strapi));
