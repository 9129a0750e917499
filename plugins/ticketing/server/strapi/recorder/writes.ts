import type { Core } from '@strapi/strapi';
import { CHECKS } from '../checks/checks';
import { refuseInUse } from '../checks/in-use';
import { WRITES } from '../insides';
import { recorded, touchedOf, touchNew } from './recording';
import { idsIn, touchRows, type Params } from './rows';
import { partsOf, subjectOf } from './subjects';

type Write = (uid: string, params?: Params) => Promise<{ id?: number; ids?: number[] } | null>;
type Writes = Record<(typeof WRITES)[number], Write>;

/**
 * All of Strapi's writes (document service, its admin screens, its services) come through these six methods. They are
 * wrapped, rather than subscribed to, because lifecycles run outside a plain write's transaction: an entry that fails
 * in one would leave the change behind.
 */
export function recordWrites(strapi: Core.Strapi): void {
  const manager = strapi.db.entityManager as unknown as Writes;
  for (const name of WRITES) {
    const write = manager[name].bind(manager);
    manager[name] = (uid, params = {}) => {
      if (!subjectOf(uid) && !partsOf(uid)) return write(uid, params);
      return recorded(strapi, async (recording) => {
        const isNew = name.startsWith('create');
        await touchRows(strapi, recording, uid, params, isNew);
        if (name.startsWith('delete')) await refuseInUse(recording.trx, CHECKS[uid]?.inUse, touchedOf(recording, uid));
        const result = await write(uid, params);
        if (isNew && subjectOf(uid)) touchNew(recording, uid, idsIn(result?.ids ?? result?.id));
        return result;
      });
    };
  }
}
