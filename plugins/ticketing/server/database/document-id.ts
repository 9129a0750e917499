import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new id of the shape Strapi gives its documents: 24 small letters and digits. */
export const newDocumentId = (): string =>
  Array.from(randomBytes(24), (byte) => LETTERS[byte % LETTERS.length] ?? 'a').join('');
