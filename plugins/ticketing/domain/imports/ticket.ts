import type { Priority } from '../priority';
import type { Channel } from '../request';
import { isEnded, type Status } from '../status';
import type { FormAnswer } from '../views';
import type { ImportedMessage } from './messages';

/** A ticket of another system, in our words. Instants are epoch ms. */
export interface ImportedTicket {
  readonly line: number;
  readonly source: { readonly id: string; readonly number: string };
  readonly title: string;
  readonly description: string;
  readonly status: Status;
  /** Null: what the service gives. */
  readonly priority: Priority | null;
  readonly service: string;
  readonly unit: string;
  readonly channel: Channel;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string | null };
  /** A name or an e-mail address of whoever handled it there; empty where nobody did. */
  readonly assignee: string;
  readonly submittedAt: number;
  readonly updatedAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  readonly solution: string;
  readonly extras: readonly FormAnswer[];
  /** What was said on it there, in its order. */
  readonly messages: readonly ImportedMessage[];
}

/** What its course is told by. */
export type Times = Pick<ImportedTicket, 'status' | 'submittedAt' | 'updatedAt' | 'resolvedAt' | 'closedAt'>;

/** When it ended; null while it is open, or where nothing tells. */
export const endOf = ({ status, resolvedAt, closedAt, updatedAt }: Times): number | null =>
  isEnded(status) ? (resolvedAt ?? closedAt ?? updatedAt) : null;
