import type { Named } from './named';
import type { Status } from './status';

/** How two tickets hang together, seen from the ticket that is read. */
export const RELATIONS = ['RELATED', 'DUPLICATE_OF', 'DUPLICATED_BY', 'CHILD_OF', 'PARENT_OF'] as const;
export type Relation = (typeof RELATIONS)[number];
/** The three that are said; the other two are how they look from the far end. */
export const SAID_RELATIONS = ['RELATED', 'DUPLICATE_OF', 'CHILD_OF'] as const satisfies readonly Relation[];
export interface TicketLink {
  readonly relation: Relation;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly skpd: Named;
}
