import type { Core } from '@strapi/strapi';
import { ROLE_SERVICES } from '../insides';
import { recorded, touch } from './recording';
import { idsIn, rowsAt } from './rows';
import { subjectOf } from './subjects';
import { recordWrites } from './writes';

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

type Service = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** Strapi changes a role row by row; what a person did is one change, so it is one entry and one transaction. */
function recordRoles(strapi: Core.Strapi): void {
  for (const [uid, names] of Object.entries(ROLE_SERVICES)) {
    const service = strapi.service(uid as 'admin::role') as Service;
    for (const name of names) {
      const run = service[name]?.bind(service);
      if (!run) throw new Error(`${uid} has no ${name}: see “roles” in server/strapi/README.md`);
      service[name] = (...args) => recorded(strapi, () => run(...args));
    }
  }
}

/** From here on, what Strapi writes of the subjects in `subjects.ts` leaves its entry. Called once, at boot. */
export function startRecording(strapi: Core.Strapi): void {
  recordWrites(strapi);
  recordDocuments(strapi);
  recordRoles(strapi);
}
