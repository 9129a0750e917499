import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { append, lockChain } from '../../audit/append';
import { currentAuthor } from '../../audit/author';
import { inTransaction, type Trx } from '../../database/transaction';
import { changeBetween } from './change';
import { followUp } from './consequences';
import { readState, type State } from './state';
import { subjectOf } from './subjects';

/** The subjects one transaction has touched, each as it was before. */
export interface Recording {
  readonly trx: Trx;
  readonly touched: Map<string, { readonly uid: string; readonly id: number; readonly before: State | null }>;
  isOpen: boolean;
}
const current = new AsyncLocalStorage<Recording>();

/** Sorts by type, then by id. */
const keyOf = (uid: string, id: number): string => `${subjectOf(uid)?.type ?? uid}:${String(id).padStart(12, '0')}`;

/**
 * Remembers a subject before it changes. Its chain is locked first: of two editors the second sees what the first one
 * did.
 */
export async function touch(
  strapi: Core.Strapi,
  { trx, touched }: Recording,
  uid: string,
  ids: readonly number[],
): Promise<void> {
  const subject = subjectOf(uid);
  for (const id of subject ? [...new Set(ids)].sort((a, b) => a - b) : []) {
    if (touched.has(keyOf(uid, id))) continue;
    await lockChain(trx, subject?.type ?? '', String(id));
    touched.set(keyOf(uid, id), { uid, id, before: await readState(strapi, uid, id) });
  }
}

async function writeEntries(strapi: Core.Strapi, { trx, touched }: Recording): Promise<void> {
  for (const [, { uid, id, before }] of [...touched].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const after = await readState(strapi, uid, id);
    const change = before || after ? changeBetween(before, after) : null;
    const event = !before ? 'create' : !after ? 'delete' : 'update';
    if (!change) continue;
    const [author, now] = [currentAuthor(strapi), Date.now()];
    await append(trx, author, now, {
      subjectType: subjectOf(uid)?.type ?? uid,
      subjectId: String(id),
      event,
      payload: change,
    });
    if (event === 'update') await followUp(strapi, trx, author, now, uid, id, change);
  }
}

/** Remembers rows that have just been made. */
export function touchNew({ touched }: Recording, uid: string, ids: readonly number[]): void {
  for (const id of ids) touched.set(keyOf(uid, id), { uid, id, before: null });
}
/** Of one kind, the ids of what has been touched so far. */
export const touchedOf = ({ touched }: Recording, uid: string): number[] =>
  [...touched.values()].flatMap((each) => (each.uid === uid ? [each.id] : []));

/**
 * Runs some work in one transaction and writes, before it commits, an entry for every subject the work has changed.
 * When an entry cannot be written the change is not made either: an unrecorded change is worse than a refused one.
 */
export async function recorded<T>(strapi: Core.Strapi, work: (recording: Recording) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  // Work that was left running after its transaction ended begins one of its own.
  if (outer?.isOpen) return work(outer);
  return inTransaction(strapi, (trx) => {
    const recording: Recording = { trx, touched: new Map(), isOpen: true };
    return current.run(recording, async () => {
      try {
        const result = await work(recording);
        await writeEntries(strapi, recording);
        return result;
      } finally {
        recording.isOpen = false;
      }
    });
  });
}
