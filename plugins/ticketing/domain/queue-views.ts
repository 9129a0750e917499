import { LIMITS } from './limits';
import type { Person } from './named';

/** A place in the queue that somebody goes back to: filters, order, columns. On the account of whoever kept it. */
export interface QueueView {
  readonly id: number;
  readonly name: string;
  /** The query of its address, as the queue writes it. */
  readonly query: string;
  /** Whether every colleague at the desk finds it too. */
  readonly isShared: boolean;
  readonly owner: Person;
  /** Whether whoever asks may change it or take it away. */
  readonly isMine: boolean;
}
/** Longest texts in characters, and how many views one person keeps. */
export const VIEW_LIMITS = { name: LIMITS.name, query: 600, most: 50 } as const;
/** Names and values of an address, nothing that leads elsewhere. */
export const VIEW_QUERY = /^[\w.~%+=&*-]*$/;
