import type { TicketSummary } from '../../../domain';
import type { Column } from './columns';
import type { Sort } from './tabs';

/** Tickets that are ticked, so that something is done with all of them. */
export interface Picking {
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
  /** Whether anything can be done with it together with others. */
  readonly canPick: (ticket: TicketSummary) => boolean;
}

/** Tickets that are taken from the list, and given back. */
export interface Claiming {
  readonly canClaim: (ticket: TicketSummary) => boolean;
  /** What whoever has to approve first is called. */
  readonly approverOf: (code: string) => string;
  /** Tickets whose claim is under way. */
  readonly pending: ReadonlySet<string>;
  readonly onClaim: (number: string) => void;
  /** Tickets that were taken a moment ago and may be given back. */
  readonly mine: ReadonlySet<string>;
  readonly onRelease: (number: string) => void;
}

/** What a list of tickets needs, as a table or as cards. */
export interface TicketListProps {
  readonly rows: readonly TicketSummary[];
  readonly columns: readonly Column[];
  /** Rows stand closer, with less in each. */
  readonly isCompact: boolean;
  readonly now: number;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly picking: Picking;
  readonly claiming: Claiming;
  readonly arrived: ReadonlySet<string>;
  /** The address to come back to. */
  readonly from: string;
  readonly isBusy: boolean;
}

/** Ticks a ticket, or takes its tick away. */
export function togglePick({ picked, onPick }: Picking, number: string): void {
  const next = new Set(picked);
  if (!next.delete(number)) next.add(number);
  onPick(next);
}
