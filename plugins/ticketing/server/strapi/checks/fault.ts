import type { Core } from '@strapi/strapi';

/** One thing an editor must mend: the field it stands beside (`slots.0.closes` inside a part), and what to do. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}
export type Draft = Readonly<Record<string, unknown>>;

/** A document about to be saved. */
export interface Save {
  readonly strapi: Core.Strapi;
  /** What would stand in the row after the save. */
  readonly draft: Draft;
  /** What was given of it now. */
  readonly given: Draft;
  /** Of the document that is changed; null for a new one, also a duplicate. */
  readonly ownId: string | null;
}
export type Check = (save: Save) => readonly Fault[] | Promise<readonly Fault[]>;
