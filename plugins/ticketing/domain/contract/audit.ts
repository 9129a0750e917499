import { z } from 'zod';
import type { Actor } from '../access';
import { byId, type Endpoints, id, period, reply, text } from './shapes';

/** One thing that changed, by the name of its column; null where there was or where it is not told. */
export interface AuditChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}
/**
 * One entry of the log. Of tickets only what the timeline tells of them: `facts`, and from which status to which; their
 * words, contacts and files are read on the ticket itself.
 */
export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly event: string;
  /** `label` is what it was called when the entry was written. */
  readonly subject: { readonly type: string; readonly id: string; readonly label: string | null };
  readonly actor: {
    readonly kind: Actor['kind'] | 'anonymous';
    readonly name: string;
    readonly role: string;
    readonly address: string | null;
  };
  readonly facts: Readonly<Record<string, string>>;
  readonly changes: readonly AuditChange[];
}
/** Entries, the latest first; `next` leads to those before them, null at the beginning of the log. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: number | null;
}
/** Whether every entry of one subject says what it was hashed from and hangs on the one before it. */
export interface ChainVerdict {
  readonly entries: number;
  readonly broken: { readonly id: number; readonly what: 'changed' | 'unlinked' } | null;
}

const filters = z.strictObject({
  ...period,
  person: text(120).optional(),
  type: text(80).optional(),
  subject: text(120).optional(),
  event: text(60).optional(),
});

/** The log as administrators read it, take it away, and take back a change it tells of. */
export const auditLog = {
  listAudit: {
    method: 'GET',
    path: '/audit',
    permission: 'audit:read',
    limit: 120,
    query: filters.extend({ before: id.optional() }),
    reply: reply<AuditPage>(),
  },
  exportAudit: {
    method: 'GET',
    path: '/audit.csv',
    permission: 'audit:read',
    stream: true,
    limit: 6,
    query: filters,
    reply: reply<Response>(),
  },
  checkChain: {
    method: 'GET',
    path: '/audit/chain',
    permission: 'audit:read',
    limit: 30,
    query: z.strictObject({ type: text(80), subject: text(120) }),
    reply: reply<ChainVerdict>(),
  },
  /**
   * What would change if this entry's change were taken back. `settingsChanged` where something newer changed it since,
   * `notUndoable` where the entry does not hold all of it.
   */
  previewUndo: {
    method: 'GET',
    path: '/audit/:id/undo',
    permission: 'audit:read',
    params: byId,
    reply: reply<AuditChange[]>(),
  },
  /** Takes it back by the use case that saves such a thing, which writes an entry of its own. */
  undoEntry: {
    method: 'POST',
    path: '/audit/:id/undo',
    permission: 'settings:manage',
    limit: 30,
    params: byId,
    reply: reply<AuditChange[]>(),
  },
} as const satisfies Endpoints;
