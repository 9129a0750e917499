import type { z } from 'zod';
import { Refusal, type Permission } from '../../domain';
import type { AuditEntry } from '../../domain/contract';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';

export type Values = Readonly<Record<string, unknown>>;
/** How something stands, under the names its entries use, with what its use case asks of whoever changes it. */
export interface Standing {
  readonly values: Values;
  readonly version?: number | string;
  readonly id?: number;
}
export interface Undoing {
  readonly event: 'create' | 'update' | 'delete';
  readonly entry: AuditEntry;
  readonly found: Standing | null;
  /** What to write, by name; what is not named stays. */
  readonly toward: Values;
}
/** Who reads and writes one kind of thing; `may` is what saving it asks. */
export interface Keeper {
  readonly may: Permission;
  readonly read: (desk: Desk, caller: Caller, entry: AuditEntry) => Promise<Standing | null>;
  readonly write: (desk: Desk, caller: Caller, undoing: Undoing) => Promise<unknown>;
}

/** What an entry holds, as the endpoint that saves it takes it; what it takes no more cannot be put back. */
export function asSaid<S extends z.ZodType>(shape: S, given: unknown): z.output<S> {
  const read = shape.safeParse(given);
  if (!read.success) throw new Refusal('notUndoable');
  return read.data;
}
/** How it stands with what is put back over it; where nothing stood, a name of `defaulted` is left to its endpoint. */
export const laidOver = (now: object, toward: Values, defaulted: readonly string[]): Values =>
  Object.fromEntries(
    Object.entries({ ...now, ...toward }).filter(([name, value]) => value !== null || !defaulted.includes(name)),
  );
export const only = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
