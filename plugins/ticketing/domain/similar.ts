import { can, type Actor, type Policy } from './access';
import type { TicketFacts } from './facts';
import type { Named } from './named';
import { isOpen, type Status } from './status';
import { contentWords } from './text';

/** An open ticket that may tell of the same thing as the one being written. Times are ISO 8601 in UTC. */
export interface SimilarTicket {
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly category: Named;
  readonly submittedAt: string;
  readonly affected: number;
  /** Filed by the actor, or joined already. */
  readonly isMine: boolean;
  readonly mayJoin: boolean;
}

/** Most tickets shown while somebody types: more would be a list to read, not a hint. */
export const MOST_SIMILAR = 5;
/** Words of a title that are compared; the rest of a very long one says nothing new. */
const MOST_WORDS = 12;
const SHORTEST_WORD = 3;
/** Words that stand in every request, and so tell none from another. */
const ASKING: ReadonlySet<string> = new Set([
  'bantu',
  'bantuan',
  'harap',
  'minta',
  'permintaan',
  'permohonan',
  'terjadi',
]);

/** The words of a title by which it is compared. */
export const comparedWords = (title: string): string[] =>
  contentWords(title)
    .filter((word) => word.length >= SHORTEST_WORD && !ASKING.has(word))
    .slice(0, MOST_WORDS);

/** Share of those words another ticket must have, the less the nearer its service is. */
export const NEEDED_SHARE = { sameService: 0.25, sameCategory: 0.5, elsewhere: 0.67 } as const;

/** May this actor say "it happens to me too"? Only while somebody still works on it, and not on the own request. */
export const mayJoin = (policy: Policy, actor: Actor, ticket: TicketFacts, isJoined: boolean, now: number): boolean =>
  isOpen(ticket.status) &&
  !isJoined &&
  !isRequester(actor, ticket) &&
  can(policy, actor, 'ticket:join', ticket, now).allowed;

export const isRequester = (actor: Actor, ticket: TicketFacts): boolean =>
  actor.kind === 'portal' && ticket.requesterId === actor.id;
