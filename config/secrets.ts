import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { SECRETS, type Values } from './env.ts';
import { Sentence, words } from './run/parts/words.mjs';

/** 192 random bits, in letters that need no quoting in a URL or a shell. */
export const randomSecret = () => crypto.randomBytes(24).toString('base64url');

/**
 * Strapi's secrets: as given; what is missing comes from `DATA_DIR/secrets.json`, except in production, where it is
 * refused.
 */
export function withSecrets(values: Values): Values {
  const missing = SECRETS.filter((name) => !values[name]);
  if (missing.length === 0) return values;
  if (values.NODE_ENV === 'production') throw new Sentence(words.missingSecrets(missing));
  return { ...values, ...keptSecrets(values.DATA_DIR ?? '', missing) };
}

/** Secrets by name from `secrets.json` in a data folder; those it lacks are made and kept there. */
export function keptSecrets<N extends string>(dataDir: string, names: readonly N[]): Record<N, string> {
  const file = path.join(dataDir, 'secrets.json');
  const kept: Record<string, string> = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const missing = names.filter((name) => !kept[name]);
  for (const name of missing)
    kept[name] = name === 'APP_KEYS' ? [1, 2, 3, 4].map(randomSecret).join(',') : randomSecret();
  if (missing.length > 0) writeWhole(file, JSON.stringify(kept, null, 2));
  return Object.fromEntries(names.map((name) => [name, kept[name]])) as Record<N, string>;
}

/** Written aside and renamed into place: a crash leaves the old file or the new one, never half of it. */
function writeWhole(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, `${text}\n`, { mode: 0o600 });
  fs.renameSync(aside, file);
}
