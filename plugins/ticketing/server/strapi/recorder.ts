import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { inTransaction, type Trx } from '../database/transaction';
import { currentAuthor } from '../audit/author';
import { refuseInUse } from './in-use';
import { changeBetween, readState, type State } from './state';
import { partsOf, subjectOf } from './subjects';
import { append, lockChain } from '../audit/append';
import { followUp } from './consequences';

/** The subjects one transaction has touched, each as it was before. */
interface Recording {
  readonly trx: Trx;
  readonly touched: Map<string, { readonly uid: string; readonly id: number; readonly before: State | null }>;
  isOpen: boolean;
}
const current = new AsyncLocalStorage<Recording>();

const keyOf = (uid: string, id: number): string => `${subjectOf(uid)?.type ?? uid}:${String(id).padStart(12, '0')}`;

/** Remembers a subject before it changes. Its chain is locked first: of two editors the second sees what the first one did. */
async function touch(
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
    if (event === 'update') await followUp(trx, author, now, uid, id, change);
  }
}

/**
 * Runs some work in one transaction and writes, before it commits, an entry for every subject the work has changed. When
 * an entry cannot be written the change is not made either: an unrecorded change is worse than a refused one.
 */
async function recorded<T>(strapi: Core.Strapi, work: (recording: Recording) => Promise<T>): Promise<T> {
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

type Where = Readonly<Record<string, unknown>>;
interface Params {
  readonly where?: Where;
  readonly data?: unknown;
  readonly filters?: unknown;
  readonly _q?: unknown;
}
type Write = (uid: string, params?: Params) => Promise<{ id?: number; ids?: number[] } | null>;
type Writes = Record<'create' | 'createMany' | 'update' | 'updateMany' | 'delete' | 'deleteMany', Write>;

/** The ids inside whatever shape Strapi lets a to-one relation be given in. */
const idsIn = (given: unknown): number[] => {
  if (typeof given === 'number' || typeof given === 'string')
    return Number.isInteger(Number(given)) ? [Number(given)] : [];
  if (Array.isArray(given)) return given.flatMap(idsIn);
  if (given && typeof given === 'object')
    return 'id' in given
      ? idsIn(given.id)
      : ['set', 'connect', 'disconnect'].flatMap((key) => idsIn((given as Where)[key]));
  return [];
};

async function rowsAt(
  strapi: Core.Strapi,
  uid: string,
  { where, filters, _q }: Params,
  populate: readonly string[] = [],
): Promise<Where[]> {
  const rows: unknown = await strapi.db.query(uid as 'admin::user').findMany({
    select: ['id'],
    populate,
    ...(where && { where }),
    ...(filters ? { filters } : {}),
    ...(_q ? { _q } : {}),
  } as never);
  return rows as Where[];
}

/** Touches what a write is about to change: the rows themselves, or the whole that they are part of, before and after. */
async function touchRows(
  strapi: Core.Strapi,
  recording: Recording,
  uid: string,
  params: Params,
  isNew: boolean,
): Promise<void> {
  const parts = partsOf(uid);
  const data = (Array.isArray(params.data) ? params.data : [params.data]) as (Where | undefined)[];
  const rows = isNew ? [] : await rowsAt(strapi, uid, params, Object.keys(parts ?? {}));
  if (!parts) return touch(strapi, recording, uid, idsIn(rows));
  for (const [relation, whole] of Object.entries(parts))
    await touch(
      strapi,
      recording,
      whole,
      [...rows, ...data].flatMap((row) => idsIn(row?.[relation])),
    );
}

/**
 * All of Strapi's writes (document service, its admin screens, its services) come through these six methods. They are
 * wrapped, rather than subscribed to, because lifecycles run outside a plain write's transaction: an entry that fails in
 * one would leave the change behind.
 */
function recordWrites(strapi: Core.Strapi): void {
  const manager = strapi.db.entityManager as unknown as Writes;
  for (const name of ['create', 'createMany', 'update', 'updateMany', 'delete', 'deleteMany'] as const) {
    const write = manager[name].bind(manager);
    manager[name] = (uid, params = {}) => {
      if (!subjectOf(uid) && !partsOf(uid)) return write(uid, params);
      return recorded(strapi, async (recording) => {
        const isNew = name.startsWith('create');
        await touchRows(strapi, recording, uid, params, isNew);
        if (name.startsWith('delete'))
          await refuseInUse(
            recording.trx,
            uid,
            [...recording.touched.values()].flatMap((each) => (each.uid === uid ? [each.id] : [])),
          );
        const result = await write(uid, params);
        if (isNew && subjectOf(uid))
          for (const id of idsIn(result?.ids ?? result?.id))
            recording.touched.set(keyOf(uid, id), { uid, id, before: null });
        return result;
      });
    };
  }
}

/** A document's components are written before its row: what it was must be read before any of it. */
function recordDocuments(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    if (!subjectOf(context.uid) || /^(find|count)/.test(context.action)) return next();
    return recorded(strapi, async (recording) => {
      const { documentId } = context.params as { documentId?: string };
      if (documentId)
        await touch(
          strapi,
          recording,
          context.uid,
          idsIn(await rowsAt(strapi, context.uid, { where: { documentId } })),
        );
      return next();
    }) as ReturnType<typeof next>;
  });
}

/** Strapi changes a role row by row; what a person did is one change, so it is one entry and one transaction. */
function recordRoles(strapi: Core.Strapi): void {
  const whole = (service: Record<string, (...args: unknown[]) => Promise<unknown>>, names: readonly string[]) => {
    for (const name of names) {
      const run = service[name]?.bind(service);
      if (run) service[name] = (...args) => recorded(strapi, () => run(...args));
    }
  };
  whole(strapi.service('admin::role') as never, [
    'assignPermissions',
    'deleteByIds',
    'createRolesIfNoneExist',
    'resetSuperAdminPermissions',
  ]);
  whole(strapi.service('admin::permission') as never, [
    'createMany',
    'deleteByIds',
    'deleteByRolesIds',
    'cleanPermissionsInDatabase',
  ]);
  whole(strapi.plugin('users-permissions').service('role') as never, ['createRole', 'updateRole', 'deleteRole']);
}

/** From here on, what Strapi writes of the subjects in `subjects.ts` leaves its entry. Called once, at boot. */
export function startRecording(strapi: Core.Strapi): void {
  recordWrites(strapi);
  recordDocuments(strapi);
  recordRoles(strapi);
}
